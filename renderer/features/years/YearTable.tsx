import { WordDiff } from '#renderer/ui/WordDiff.tsx';
import { YEAR_CHANGE_LABELS, YEAR_STATE_LABELS, type YearChange, type YearItem } from '#shared/domain/year.ts';

export type YearTableProps = {
  readonly items: readonly YearItem[];
  readonly previousYear: number;
  readonly year: number;
  /** Ticks before the tasks, where they are chosen. */
  readonly ticks?: {
    readonly isTicked: (item: YearItem) => boolean;
    readonly onTick: (item: YearItem) => void;
  };
};

const TRENDS = { up: '↑ 提高', down: '↓ 降低' } as const;

/** Tasks of two years beside each other: what became of each, what changed, how it ended last year. */
export function YearTable({ items, previousYear, year, ticks }: YearTableProps) {
  return (
    <table className="table year-table">
      <thead>
        <tr>
          {ticks ? <th aria-label="列入新年度" /> : null}
          <th className="number">{previousYear}</th>
          <th className="number">{year}</th>
          <th>任务</th>
          <th>情况</th>
          <th>变化</th>
          <th>{`${previousYear}年完成情况`}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { state, before, after, changes, note } = item;
          const title = after?.title ?? before?.title ?? '';
          return (
            <tr key={`${before?.taskId ?? ''}/${before ? '' : (after?.number ?? '')}`} data-testid={`year-${state}`}>
              {ticks ? (
                <td>
                  <input
                    type="checkbox"
                    aria-label={`列入：${title}`}
                    data-testid={`year-tick-${before?.number ?? ''}`}
                    checked={ticks.isTicked(item)}
                    onChange={() => ticks.onTick(item)}
                  />
                </td>
              ) : null}
              <td className="number">{before?.number ?? ''}</td>
              <td className="number">{after?.number ?? ''}</td>
              <td className="year-title">{title}</td>
              <td>
                <span className={`year-state is-${state}`}>{YEAR_STATE_LABELS[state]}</span>
              </td>
              <td className="year-changes">
                {changes.map((change) => (
                  <Change key={`${change.kind} ${change.before} ${change.after}`} change={change} />
                ))}
                {note === '' ? null : <small>{note}</small>}
              </td>
              <td className="year-ending">{before?.ending.words.replace('去年：', '') ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A text folds to its name; targets and dates are short enough to be read at once. */
function Change({ change: { kind, before, after, trend } }: { readonly change: YearChange }) {
  if (kind === 'text' || kind === 'roles') {
    return (
      <details>
        <summary>{YEAR_CHANGE_LABELS[kind]}有改动</summary>
        <WordDiff before={before} after={after} />
      </details>
    );
  }
  const words = [before === '' ? '新增' : before, after === '' ? '取消' : after].join(' → ');
  return (
    <div>
      {`${YEAR_CHANGE_LABELS[kind]}：${words}`}
      {trend === null ? null : <b className={`year-trend is-${trend}`}>{TRENDS[trend]}</b>}
    </div>
  );
}
