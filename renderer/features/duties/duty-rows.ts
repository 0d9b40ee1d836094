import type { DutyRecord } from '#shared/domain/duty.ts';
import type { DutyStretch } from '#shared/domain/duty-stretches.ts';
import type { DutyCell, DutyRow, DutyTable } from '#shared/domain/duty-table.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { shortDateText } from '../../text/dates.ts';

/** Where the cursor of the table stands: places among the rows shown and the stretches. */
export type DutySpot = { readonly row: number; readonly column: number };

/** What can be picked out of the units; the order is that of the buttons. */
export const DUTY_FILTERS = ['all', 'short', 'overdue', 'delivered'] as const;
export type DutyFilter = (typeof DUTY_FILTERS)[number];

export const DUTY_FILTER_WORDS: Readonly<Record<DutyFilter, string>> = {
  all: '全部单位',
  short: '有欠报',
  overdue: '逾期欠报',
  delivered: '已报齐',
};

/** Whether a unit is picked: by what it owes in one stretch, or in all that have begun. */
export function isPicked({ cells }: DutyRow, filter: DutyFilter, column: number | null): boolean {
  const own = (column === null ? cells : [cells[column] ?? null]).filter((cell) => cell !== null);
  switch (filter) {
    case 'all':
      return true;
    case 'short':
      return own.some(({ short }) => short > 0);
    case 'overdue':
      return own.some(({ state }) => state === 'overdue');
    case 'delivered':
      return own.length > 0 && own.every(({ short }) => short === 0);
  }
}

/** Those that are short first, the most first; units that are equal stay in the order of the directory. */
export function shortFirst(rows: readonly DutyRow[], column: number | null): readonly DutyRow[] {
  const short = (row: DutyRow): number => (column === null ? row.short : (row.cells[column]?.short ?? -1));
  return rows.toSorted((one, other) => short(other) - short(one));
}

/** Heads as narrow as their columns: 10月 of the plan's year, 第四季度, 第12周. */
export function stretchHead({ label }: Pick<DutyStretch, 'label'>): string {
  return periodTitle(label).replace(/^\d{4}年(?=.)/u, '');
}

/** What stands in a cell: 1/1, or with nothing needed what came. */
export function dutyCellWords(cell: DutyCell | null): string {
  if (!cell) return '';
  return cell.needed === 0 ? `${cell.received}` : `${cell.received}/${cell.needed}`;
}

/** What came of one unit in one stretch, as it came. */
export function recordsIn(
  { records }: Pick<DutyTable, 'records'>,
  agencyId: AgencyId,
  stretch: DutyStretch,
): readonly DutyRecord[] {
  return records.filter(
    (record) =>
      record.agencyId === agencyId && stretch.startsOn <= record.startsOn && record.startsOn <= stretch.endsOn,
  );
}

/** Why a cell stands so, and the titles of what came. */
export function dutyCellTip(cell: DutyCell | null, records: readonly DutyRecord[]): string {
  const titles = records.map(({ title, receivedOn, pieces }) => {
    const count = pieces > 1 ? `（计 ${pieces}）` : '';
    return `${shortDateText(receivedOn)} ${title}${count}`;
  });
  return [cell?.because ?? '本期尚未开始，或不需报送', ...titles].join('\n');
}

/** The table as lines of cells, for Excel and WPS: what came, as numbers, because 1/1 would become a date there. */
export function copiedTable(
  { stretches }: Pick<DutyTable, 'stretches'>,
  rows: readonly DutyRow[],
): readonly (readonly string[])[] {
  const heads = ['单位', ...stretches.map(stretchHead), '应报', '已报', '欠报'];
  const lines = rows.map(({ agencyName, cells, needed, received, short }) => [
    agencyName,
    ...cells.map((cell) => (cell ? String(cell.received) : '')),
    ...[needed, received, short].map(String),
  ]);
  return [heads, ...lines];
}

/** Sums of the units shown: for each stretch how many pieces came, and how many units are short. */
export function columnSums(
  rows: readonly DutyRow[],
  column: number,
): { readonly received: number; readonly short: number } {
  const cells = rows.flatMap(({ cells: own }) => own[column] ?? []);
  return {
    received: cells.reduce((sum, { received }) => sum + received, 0),
    short: cells.filter(({ short }) => short > 0).length,
  };
}

/** The column in which the clerk works: the last that has begun, else the first. */
export function currentColumn({ stretches }: Pick<DutyTable, 'stretches'>): number {
  return Math.max(
    0,
    stretches.findLastIndex(({ begun }) => begun),
  );
}

/** Where an arrow key goes from a spot; `null`: it is none. */
export function stepSpot(
  { row, column }: DutySpot,
  key: string,
  size: { readonly rows: number; readonly columns: number },
): DutySpot | null {
  const to = (nextRow: number, nextColumn: number): DutySpot => ({
    row: Math.min(size.rows - 1, Math.max(0, nextRow)),
    column: Math.min(size.columns - 1, Math.max(0, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, size.columns - 1);
    case 'PageUp':
      return to(row - 10, column);
    case 'PageDown':
      return to(row + 10, column);
    default:
      return null;
  }
}
