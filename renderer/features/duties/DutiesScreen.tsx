import { Copy, FileDown, Pencil, Plus, Printer, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { toTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import type { DutyRow, DutyTable, DutyView } from '#shared/domain/duty-table.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { useDuties, useDutyTable } from '../../state/duty-query.ts';
import { openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { addFocusHome } from '../../ui/first-focus.ts';
import { showNotice } from '../../ui/toasts.ts';
import { DutyDialog } from './DutyDialog.tsx';
import { DutyGrid } from './DutyGrid.tsx';
import { DutySide } from './DutySide.tsx';
import { dutyWords } from './duty-draft.ts';
import {
  copiedTable,
  currentColumn,
  DUTY_FILTER_WORDS,
  DUTY_FILTERS,
  type DutyFilter,
  type DutySpot,
  isPicked,
  shortFirst,
} from './duty-rows.ts';
import { dropDuty, type NewPiece, recordPieces } from './duty-steps.ts';
import { exportDuty, previewDuty } from './export-duty.ts';
import './duties.css';

// After a dialog the keys go on where they were.
addFocusHome(() => document.querySelector<HTMLElement>('#screen-duties[data-front="true"] .screen-keys'));

export type DutiesScreenProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly inFront: boolean;
};

type Asked = 'new' | 'change' | 'remove' | null;

/** 定期报送: what is to be sent in again and again; who has sent what, and who is short. */
export function DutiesScreen({ overview, tasks, inFront }: DutiesScreenProps) {
  const list = useDuties(overview.plan.id, inFront);
  const [chosen, setChosen] = useState<DutyId | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const duties = list.data ?? [];
  const duty = duties.find(({ id }) => id === chosen) ?? duties[0];
  const table = useDutyTable(duty?.id ?? null, inFront).data;
  const closeAsked = (): void => setAsked(null);
  return (
    <div className="duties" data-testid="duties">
      <div className="duties-bar">
        <select
          className="select duties-choice"
          aria-label="定期报送"
          data-testid="duty-choice"
          value={duty?.id ?? ''}
          onChange={(event) => setChosen(duties.find(({ id }) => id === Number(event.target.value))?.id ?? null)}
        >
          {duties.map(({ id, taskNumber, title, overdue }) => (
            <option key={id} value={id}>
              {`第 ${taskNumber} 项　${title}${overdue > 0 ? `（逾期欠报 ${overdue} 次）` : ''}`}
            </option>
          ))}
        </select>
        {duty ? <DutyTools overview={overview} duty={duty} table={table} onAsk={setAsked} /> : null}
        <Button icon={<Plus />} data-testid="duty-new" onClick={() => setAsked('new')}>
          新设…
        </Button>
      </div>
      {list.isError ? <p className="empty-note">{toAppError(list.error).message}</p> : null}
      {list.data && !duty ? (
        <p className="empty-note">
          计划里没有写明定期报送的要求。可以用“新设…”给任一任务设定，如每月报 1 篇信息、年底前报总结。
        </p>
      ) : null}
      {duty && table?.duty.id === duty.id ? <DutyDesk key={duty.id} table={table} /> : null}
      {asked === 'new' || asked === 'change' ? (
        <DutyDialog tasks={tasks} duty={asked === 'change' && duty ? duty : null} onClose={closeAsked} />
      ) : null}
      {asked === 'remove' && duty ? (
        <Confirm
          title={`删除定期报送“${duty.title}”？`}
          words={removalWords(duty)}
          confirm="删除"
          cancel="取消"
          onConfirm={() => {
            closeAsked();
            void dropDuty(duty.id);
          }}
          onCancel={closeAsked}
        />
      ) : null}
    </div>
  );
}

function removalWords({ records }: DutyView): string {
  return `${records > 0 ? `已登记的 ${records} 条报送记录一并删除。` : ''}删除以后可以撤销。`;
}

type DutyToolsProps = {
  readonly overview: Overview;
  readonly duty: DutyView;
  readonly table: DutyTable | undefined;
  readonly onAsk: (asked: Asked) => void;
};

function DutyTools({ overview, duty, table, onAsk }: DutyToolsProps) {
  const copy = (): void => {
    if (!table) return;
    const copied = copyText(toTsv(copiedTable(table, table.rows)));
    if (copied) showNotice(`已复制 ${table.rows.length} 个单位`, '可以粘贴到 Excel、WPS 表格里。');
    else showNotice('没有复制成功', '请改用“导出…”。');
  };
  return (
    <>
      <span className="duties-words" title={duty.taskTitle}>
        {dutyWords(duty)}
      </span>
      <Button icon={<Copy />} data-testid="duty-copy" disabled={!table} onClick={copy}>
        复制表格
      </Button>
      <Button icon={<FileDown />} data-testid="duty-export" onClick={() => void exportDuty(overview.plan, duty)}>
        导出…
      </Button>
      <Button icon={<Printer />} data-testid="duty-print" onClick={() => void previewDuty(duty)}>
        打印…
      </Button>
      <Button icon={<Pencil />} data-testid="duty-change" onClick={() => onAsk('change')}>
        修改…
      </Button>
      <Button icon={<Trash2 />} data-testid="duty-remove" onClick={() => onAsk('remove')}>
        删除…
      </Button>
    </>
  );
}

/** One duty: filters, the table, and beside it what came of the cell with the cursor. */
function DutyDesk({ table }: { readonly table: DutyTable }) {
  const [filter, setFilter] = useState<DutyFilter>('all');
  const [sorted, setSorted] = useState<number | 'all' | null>(null);
  const [kept, setSpot] = useState<DutySpot>({ row: 0, column: currentColumn(table) });
  const column = typeof sorted === 'number' ? sorted : null;
  const rows = useMemo(() => {
    const picked = table.rows.filter((row) => isPicked(row, filter, column));
    return sorted === null ? picked : shortFirst(picked, column);
  }, [table, filter, sorted, column]);
  const spot = { row: Math.min(kept.row, Math.max(0, rows.length - 1)), column: kept.column };
  const row = rows[spot.row];
  const stretch = table.stretches[spot.column];
  const paste = (lines: readonly (readonly string[])[]): void => {
    const pieces = piecesOf(lines, rows, table, spot);
    void recordPieces(table.duty.id, pieces, 'pasted');
  };
  return (
    <>
      <div className="duties-filters">
        {DUTY_FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className="collection-filter"
            aria-pressed={each === filter}
            data-testid={`duty-filter-${each}`}
            onClick={() => setFilter(each)}
          >
            {DUTY_FILTER_WORDS[each]}
            <b>{table.rows.filter((one) => isPicked(one, each, column)).length}</b>
          </button>
        ))}
        {table.holidaysUnknown ? (
          <span className="duties-unsure">
            有截止日所在年份的节假日未知，只按周末顺延。可在“数据 › 工作日历”中补充。
          </span>
        ) : null}
      </div>
      <div className="duties-work">
        {rows.length > 0 ? (
          <DutyGrid
            table={table}
            rows={rows}
            spot={spot}
            onSpot={setSpot}
            sorted={sorted}
            onSort={(by) => setSorted(by === sorted ? null : by)}
            onType={(title) => {
              if (row && stretch) {
                const piece = { agencyId: row.agencyId, startsOn: stretch.startsOn, title };
                void recordPieces(table.duty.id, [piece], 'typed');
              }
            }}
            onPaste={paste}
            onSetMembers={(of: DutyRow) => openDialog({ kind: 'agencies', agencyId: of.agencyId })}
          />
        ) : (
          <p className="empty-note">{table.rows.length === 0 ? NOBODY : '没有符合条件的单位。'}</p>
        )}
        {row && stretch ? <DutySide table={table} row={row} stretch={stretch} column={spot.column} /> : null}
      </div>
    </>
  );
}

const NOBODY = '这项任务还没有责任单位。请先在责任矩阵中标明。';

/** A pasted block goes down and to the right from the cursor, as in a workbook; blank cells record nothing. */
function piecesOf(
  lines: readonly (readonly string[])[],
  rows: readonly DutyRow[],
  { stretches }: DutyTable,
  spot: DutySpot,
): readonly NewPiece[] {
  return lines.flatMap((line, down) =>
    line.flatMap((text, right): readonly NewPiece[] => {
      const agencyId = rows[spot.row + down]?.agencyId;
      const startsOn = stretches[spot.column + right]?.startsOn;
      const title = text.trim();
      return agencyId === undefined || startsOn === undefined || title === '' ? [] : [{ agencyId, startsOn, title }];
    }),
  );
}
