import type { ShownMatrix } from '#renderer/state/window-state.ts';
import { PAPERS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { PRINT_INKS } from '#shared/domain/print-table.ts';
import { useDuties } from '../../state/duty-query.ts';
import { namedPeriod } from '../../state/shown-period.ts';
import { Field } from '../../ui/Field.tsx';
import { type ExportChoices, hasMarks } from './export-choices.ts';

export type ExportOptionsProps = {
  readonly choices: ExportChoices;
  readonly def: LayoutDef;
  readonly overview: Overview;
  readonly shown: ShownMatrix | null;
  readonly onChange: (choices: ExportChoices) => void;
};

const INK_WORDS = { black: '黑白', colour: '彩色' } as const;

/** What the table is about, and the paper. */
export function ExportOptions({ choices, def, overview, shown, onChange }: ExportOptionsProps) {
  const change = (part: Partial<ExportChoices>) => onChange({ ...choices, ...part });
  const { data: duties = [] } = useDuties(overview.plan.id, def.rows === 'report');
  const scopes: readonly { readonly value: ExportChoices['scope']; readonly word: string }[] = [
    { value: 'all', word: def.split === 'none' ? '全部' : '全部单位（每个单位一张）' },
    ...(shown && def.split === 'none'
      ? [
          {
            value: 'shown' as const,
            word: `矩阵当前显示的（${shown.taskIds.length} 项、${shown.agencyIds.length} 个单位）`,
          },
        ]
      : []),
    ...overview.agencies
      .filter(({ kind, active }) => kind !== 'group' && active)
      .map(({ id, name }) => ({ value: id, word: name })),
  ];
  return (
    <div className="export-options">
      <Field label="报送期">
        <select
          className="select"
          data-testid="export-period"
          value={choices.periodId}
          onChange={({ target }) => {
            const period = overview.periods.find(({ id }) => String(id) === target.value);
            if (period) change({ periodId: period.id });
          }}
        >
          {overview.periods.map((period) => (
            <option key={period.id} value={period.id}>
              {namedPeriod(period, overview.currentPeriodId)}
            </option>
          ))}
        </select>
      </Field>
      <Field label="纸张">
        <select
          className="select"
          data-testid="export-paper"
          value={choices.paper ?? ''}
          onChange={({ target }) => change({ paper: PAPERS.find((paper) => paper === target.value) ?? null })}
        >
          <option value="">按表样（{def.paper}）</option>
          {PAPERS.map((paper) => (
            <option key={paper} value={paper}>
              {paper}
            </option>
          ))}
        </select>
      </Field>
      <div className="export-wide">
        <Field label="范围">
          <select
            className="select"
            data-testid="export-scope"
            value={choices.scope}
            onChange={({ target }) => {
              const scope = scopes.find(({ value }) => String(value) === target.value);
              if (scope) change({ scope: scope.value });
            }}
          >
            {scopes.map(({ value, word }) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field label="打印颜色">
        <select
          className="select"
          data-testid="export-ink"
          value={choices.ink}
          onChange={({ target }) => change({ ink: PRINT_INKS.find((ink) => ink === target.value) ?? choices.ink })}
        >
          {PRINT_INKS.map((ink) => (
            <option key={ink} value={ink}>
              {INK_WORDS[ink]}
            </option>
          ))}
        </select>
      </Field>
      {def.rows === 'report' && duties.length > 1 ? (
        <div className="export-wide">
          <Field label="事项">
            <select
              className="select"
              data-testid="export-duty"
              value={choices.dutyId ?? ''}
              onChange={({ target }) =>
                change({ dutyId: duties.find(({ id }) => String(id) === target.value)?.id ?? null })
              }
            >
              <option value="">全部（每项一张）</option>
              {duties.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </Field>
        </div>
      ) : null}
      {hasMarks(def) ? (
        <label className="layout-tick">
          <input
            type="checkbox"
            data-testid="export-lights"
            checked={choices.withLights}
            onChange={() => change({ withLights: !choices.withLights })}
          />
          标记下注明进展
        </label>
      ) : null}
    </div>
  );
}
