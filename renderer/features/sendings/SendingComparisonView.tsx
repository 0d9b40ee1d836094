import { useQuery } from '@tanstack/react-query';
import type { SendingId } from '#shared/domain/ids.ts';
import type { ChangedCell, ComparedSide, OnlyRow, SendingComparison } from '#shared/domain/sending-comparison.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { dateText } from '../../text/dates.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';

/** Rows shown of each kind; a table in which more changed is better compared by narrowing the layout. */
const SHOWN_MAX = 500;

export type SendingComparisonViewProps = { readonly before: SendingId; readonly after: SendingId | null };

/** What changed from one sending to another, or until now. */
export function SendingComparisonView({ before, after }: SendingComparisonViewProps) {
  const answer = useQuery({ ...orpc.sendings.compare.queryOptions({ input: { before, after } }), staleTime: 0 });
  if (answer.isError) return <p className="empty-note">{toAppError(answer.error).message}</p>;
  if (!answer.data) return <p className="empty-note">正在按两次的数据重新生成并对比…</p>;
  return <Compared comparison={answer.data} />;
}

function Compared({ comparison }: { readonly comparison: SendingComparison }) {
  const { what, before, after, same, changed, added, removed, columnsAdded, columnsRemoved } = comparison;
  return (
    <div className="sendings-compared" data-testid="sendings-compared">
      <p className="sendings-sides">
        <b>{what}</b>　前：{sideText(before)}　后：{sideText(after)}
      </p>
      {same ? (
        <p className="empty-note">两次的内容完全相同。</p>
      ) : (
        <>
          <p className="sendings-sum">
            改动 {changed.length} 格 · 新增 {added.length} 行 · 减少 {removed.length} 行
            {columnsAdded.length === 0 ? '' : ` · 新增列：${columnsAdded.join('、')}`}
            {columnsRemoved.length === 0 ? '' : ` · 减少列：${columnsRemoved.join('、')}`}
          </p>
          <ChangedCells cells={changed} />
          <Rows title="新增的行" rows={added} />
          <Rows title="减少的行" rows={removed} />
        </>
      )}
    </div>
  );
}

function sideText({ sendingId, fileName, on }: ComparedSide): string {
  return sendingId === null ? `现在（${dateText(on)}）` : `${fileName}（${dateText(on)}的数据）`;
}

function ChangedCells({ cells }: { readonly cells: readonly ChangedCell[] }) {
  if (cells.length === 0) return null;
  return (
    <table className="table sendings-changes">
      <thead>
        <tr>
          <th>行</th>
          <th>列</th>
          <th>由</th>
          <th>改为</th>
        </tr>
      </thead>
      <tbody>
        {cells.slice(0, SHOWN_MAX).map((cell) => (
          <tr key={`${cell.row}/${cell.column}`}>
            <td>{rowText(cell.row)}</td>
            <td>{cell.column}</td>
            <td className="sendings-text">{cell.before === '' ? '（空）' : cell.before}</td>
            <td className="sendings-text">
              {cell.after === '' ? '（空）' : <WordDiff before={cell.before} after={cell.after} />}
            </td>
          </tr>
        ))}
      </tbody>
      <More count={cells.length} columns={4} />
    </table>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly OnlyRow[] }) {
  if (rows.length === 0) return null;
  return (
    <table className="table sendings-changes">
      <thead>
        <tr>
          <th>{title}</th>
          <th>内容</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN_MAX).map(({ row, cells }) => (
          <tr key={row}>
            <td>{rowText(row)}</td>
            <td className="sendings-text">
              {Object.entries(cells)
                .map(([column, text]) => `${column}：${text}`)
                .join('；')}
            </td>
          </tr>
        ))}
      </tbody>
      <More count={rows.length} columns={2} />
    </table>
  );
}

function More({ count, columns }: { readonly count: number; readonly columns: number }) {
  if (count <= SHOWN_MAX) return null;
  return (
    <tfoot>
      <tr>
        <td colSpan={columns}>另有 {count - SHOWN_MAX} 条没有列出，命令行 exports compare 可以列出全部。</td>
      </tr>
    </tfoot>
  );
}

/** `12/县公安局` as it is said: 第 12 项 县公安局. */
function rowText(row: string): string {
  const [number = '', ...rest] = row.split('/');
  return /^\d+$/u.test(number) ? [`第 ${number} 项`, ...rest].join(' ') : row;
}
