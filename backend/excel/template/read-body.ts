import { headBlock } from '#backend/returns/tables/return-head.ts';
import {
  type FieldColumns,
  isFromAbove,
  type RowKind,
  type SortedRow,
  sortRows,
} from '#backend/returns/tables/table-rows.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { ReturnColumnField } from '#shared/domain/return-review.ts';
import type { TemplateField, TemplateMapping } from '#shared/domain/template.ts';
import { nextHeadRow } from './find-head-block.ts';
import { countsColumns, lastColumnOf, ownIn } from './template-cells.ts';

/** What is below the heads of a form. */
export type BodyRead = Required<
  Pick<TemplateMapping, 'bodyRow' | 'lastBodyRow' | 'footRow' | 'sectionRow' | 'rowsAre'>
> & {
  /** Rows of last month, without headings and sums. */
  readonly rows: readonly RowRead[];
  /** Rows of the sheet that are none of the table's: from here on. */
  readonly notes: readonly string[];
};

export type FieldPlaces = ReadonlyMap<TemplateField, number>;

const AGENCY_FIELDS: readonly TemplateField[] = ['agency', 'unit', 'responsible', 'lead'];
const TASKS: ReadonlySet<RowKind> = new Set(['task', 'more', 'number-only']);
const ORDINAL = /^(?:第?[一二三四五六七八九十]{1,3}[、.．章部类]|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const SUM = /^(?:合计|总计|小计|共计|累计)$/u;
/** Rows looked at for whether columns are merged with each other below the heads. */
const ROWS_BELOW = 12;
/** A heading is short; longer words across the table say how to fill it in. */
const HEADING_LENGTH_MAX = 40;

function asReturn(at: FieldPlaces): FieldColumns {
  const columns = new Map<ReturnColumnField, number>();
  const put = (field: ReturnColumnField, column: number | undefined): void => {
    if (column !== undefined) columns.set(field, column);
  };
  put('number', at.get('number'));
  put('task', at.get('task') ?? at.get('group') ?? at.get('targetName'));
  put(
    'agency',
    AGENCY_FIELDS.map((field) => at.get(field)).find((column) => column !== undefined),
  );
  for (const field of PROGRESS_FIELDS) put(field, at.get(field));
  return columns;
}

function isHeading({ row, kind }: SortedRow): boolean {
  const own = ownIn(row);
  const text = own[0]?.text ?? '';
  return kind === 'section' && text.length <= HEADING_LENGTH_MAX && !/[：:。]$/u.test(text);
}

function isSum({ row, kind }: SortedRow): boolean {
  return kind === 'sum' || ownIn(row).some(({ text }) => SUM.test(text.replace(/[\s\u{3000}：:]/gu, '')));
}

/**
 * Tells the rows below the heads: which is the first to be filled, what last month left, what stays below.
 *
 * @param place rows of the heads; `body`: the first row to be filled as a person pointed it out
 * @param at where the fields stand
 */
export function readRowsBelow(
  { rows }: SheetRead,
  place: { readonly first: number; readonly last: number; readonly body?: number | undefined },
  at: FieldPlaces,
): BodyRead {
  const counting = rows.find(({ number }) => number === place.last + 1);
  const start = place.body ?? (counting !== undefined && countsColumns(counting) ? place.last + 2 : place.last + 1);
  const otherTable = nextHeadRow(rows, start);
  const below = rows.filter(({ number }) => number >= start && (otherTable === null || number < otherTable));
  const sorted = sortRows(below, headBlock(rows, place.first, place.last), asReturn(at)).filter(
    ({ kind }) => kind !== 'empty',
  );
  const end = endOf(sorted, start, otherTable);
  const body = sorted.filter(({ row }) => end.foot === null || row.number < end.foot);
  const tasks = body.filter(({ kind }) => TASKS.has(kind));
  const headings = body.filter(isHeading);
  const topSum = body.find(
    (each) => isSum(each) && each.row.number < (tasks[0]?.row.number ?? Number.POSITIVE_INFINITY),
  );
  // Prepared rows that hold nothing are not among the rows: the first one stands after what does.
  const above = new Set([...headings, ...(topSum ? [topSum] : [])].map(({ row }) => row.number));
  let firstEmpty = start;
  while (above.has(firstEmpty)) firstEmpty++;
  const bodyRow = place.body ?? tasks[0]?.row.number ?? firstEmpty;
  const lastBodyRow = body.at(-1)?.row.number ?? null;
  return {
    bodyRow,
    lastBodyRow: tasks.length === 0 && headings.length === 0 ? null : lastBodyRow,
    footRow: end.foot,
    sectionRow: headings[0]?.row.number ?? null,
    rowsAre: rowsAre(tasks, at),
    rows: tasks.map(({ row }) => row),
    notes: end.notes,
  };
}

function endOf(
  sorted: readonly SortedRow[],
  start: number,
  otherTable: number | null,
): { readonly foot: number | null; readonly notes: readonly string[] } {
  const lastTask = sorted.findLastIndex(({ kind }) => TASKS.has(kind));
  const rest = sorted.slice(lastTask + 1).filter((each) => {
    const isPrepared = lastTask < 0 && isHeading(each) && ORDINAL.test(ownIn(each.row)[0]?.text ?? '');
    const isTopSum = lastTask < 0 && each.row.number === start && isSum(each);
    return !isPrepared && !isTopSum;
  });
  const foot = rest[0]?.row.number ?? otherTable;
  const notes = otherTable === null ? [] : [`第 ${otherTable} 行起还有一个表，不在填写范围内，原样保留。`];
  return { foot, notes };
}

/** A task that goes over several rows, each with an agency of its own, or stands again beside each agency. */
function rowsAre(tasks: readonly SortedRow[], at: FieldPlaces): 'task' | 'duty' {
  const task = at.get('task') ?? at.get('group') ?? at.get('number');
  const agency = AGENCY_FIELDS.map((field) => at.get(field)).find((column) => column !== undefined);
  if (task !== undefined && agency !== undefined) {
    const isPart = ({ row }: SortedRow): boolean => {
      const own = row.cells.get(agency);
      return isFromAbove(row, row.cells.get(task)) && own !== undefined && own.originRow === row.number;
    };
    if (tasks.some(isPart)) return 'duty';
  }
  const isOfAgency = at.has('agency') || (at.has('unit') && !at.has('lead') && !at.has('responsible'));
  return isOfAgency ? 'duty' : 'task';
}

/**
 * Whether all rows below the heads have two columns merged into one, those of last month or prepared ones.
 *
 * @param last row of the heads
 */
export function isOneInBody(
  { rows, blankBlocks = [] }: Pick<SheetRead, 'rows' | 'blankBlocks'>,
  last: number,
  from: number,
  column: number,
): boolean {
  const isBlank = (number: number): boolean =>
    blankBlocks.some(
      ({ top, bottom, left, right }) => top <= number && number <= bottom && left === from && right >= column,
    );
  const near = rows.filter(({ number }) => number > last && number <= last + ROWS_BELOW);
  return near.length === 0
    ? isBlank(last + 1)
    : near.every((row) => lastColumnOf(row, from) >= column || isBlank(row.number));
}
