import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { isColumnNumbers } from '#backend/sheets/column-numbers.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnColumnField } from '#shared/domain/return-review.ts';
import { type OwnCell, ownCells, repeatsHead } from './find-tables.ts';
import type { HeadBlock } from './return-head.ts';

/** What a row below the heads is. */
export type RowKind =
  | 'task'
  /** The row above goes on: a row over two lines, or a task merged down over several rows. */
  | 'more'
  | 'section'
  | 'sum'
  /** Remarks and signatures under the tasks. */
  | 'foot'
  /** Heads once more, or numbers that count the columns. */
  | 'head'
  /** Only a number: prepared and left empty. */
  | 'number-only'
  | 'empty';

export type SortedRow = { readonly row: RowRead; readonly kind: RowKind };

/** Where the fields of a table stand. */
export type FieldColumns = ReadonlyMap<ReturnColumnField, number>;

/** Fields whose values are words of any kind. */
const TEXT_FIELDS: ReadonlySet<ProgressField> = new Set(['narrative', 'problems', 'nextSteps']);

const SUM = /^(?:合计|总计|小计|共计|累计|本页小计|本页合计)(?:[:：]|$)/u;
const ORDINAL =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．\s]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+(?:部分|章|类|项)?)/u;
/** 一 or （二） alone in the column of numbers. */
const ORDINAL_ALONE = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;
const REMARK = /^(?:注|备\s*注|说\s*明|附\s*注|填[表报写]\s*(?:说明|要求)|联系方式)\s*\d*\s*[:：.、]/u;
const SIGNATURE =
  /(?:单位负责人|分管领导|主要领导|主管领导|负责人|审核人?|审批人?|填报人|填表人|制表人?|经办人|联系人|联系电话|填报单位|报送单位|填报日期|填表日期|填报时间|报送时间|签字|盖章|公章)\s*(?:[（(][^）)]*[）)])?\s*[:：]|^\s*[（(]?(?:盖章|公章|签字)[）)]?\s*$/u;
const DATE_ALONE =
  /^(?:\d{4}|[二〇○零一]{2,4}[〇○零一二三四五六七八九]{0,2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;

/** The text of a row's own cell in a column; of a block merged across only its first column has one. */
export function textAt(row: RowRead, column: number | undefined): string {
  const cell = column === undefined ? undefined : row.cells.get(column);
  return isFilled(cell) && cell.originColumn === column ? cleanText(cell.text) : '';
}

/** Whether the cell belongs to a block that began in a row above. */
export function isFromAbove(row: RowRead, cell: CellRead | undefined): boolean {
  return cell !== undefined && cell.originRow < row.number;
}

/** The hidden id of a row, whatever the program made of the number. */
export function taskIdAt(row: RowRead, columns: FieldColumns): number | null {
  const column = columns.get('task-id');
  const cell = column === undefined ? undefined : row.cells.get(column);
  if (!isFilled(cell) || cell.originColumn !== column) return null;
  const id = cell.number ?? (/^\d{1,15}$/.test(cell.text.trim()) ? Number(cell.text.trim()) : Number.NaN);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** 1, 2, 3 … below the heads, as printed forms count their columns; also （1）, ①, and 甲 乙 before them. */
function isCounting(own: readonly OwnCell[]): boolean {
  const plain = own
    .map(([column, text]) => [column, text.normalize('NFKC').replace(/[()\s]/gu, '')] as const)
    .filter(([, text]) => !/^[甲乙丙丁戊]$/u.test(text));
  const first = plain[0];
  const counts = (offset: number): boolean => plain.every(([column, text]) => Number(text) === column - offset);
  const isByColumn = first !== undefined && plain.length > 2 && counts(first[0] - Number(first[1]));
  return isByColumn || isColumnNumbers(plain.map(([, text]) => text));
}

/** One block over half of the table or more: a heading, a sum or a remark, whatever column it begins in. */
function isWide(row: RowRead, own: readonly OwnCell[], { heads }: HeadBlock): boolean {
  if (own.length !== 1) return false;
  const width = [...row.cells.values()].filter((cell) => cell.originColumn === own[0]?.[0]).length;
  return width > 2 && width * 2 >= heads.length;
}

/** Whether rows are counted 1, 2, 3, so that 一 and 二 between them count something else. */
type Counting = { readonly isByDigits: boolean };

function kindOf(
  row: RowRead,
  previous: SortedRow | undefined,
  block: HeadBlock,
  columns: FieldColumns,
  { isByDigits }: Counting,
): RowKind {
  const own = ownCells(row);
  if (own.length === 0) return 'empty';
  if (repeatsHead(own, block)) return 'head';
  if ((previous === undefined || previous.kind === 'head') && isCounting(own)) return 'head';
  if (taskIdAt(row, columns) !== null && !continuesTask(row, previous, columns)) return 'task';
  const [number, task] = [textAt(row, columns.get('number')), textAt(row, columns.get('task'))];
  const first = own[0]?.[1] ?? '';
  if ([number, task, first].some((text) => SUM.test(text.replace(/\s+/gu, '')))) return 'sum';
  if (isFoot(own, number, task)) return 'foot';
  if (isWide(row, own, block)) return 'section';
  const fieldsIn = PROGRESS_FIELDS.filter((field) => own.some(([column]) => column === columns.get(field)));
  const isHeading = own.length === 1 && ORDINAL.test(first) && !fieldsIn.some((field) => TEXT_FIELDS.has(field));
  if (isHeading) return 'section';
  if (continuesTask(row, previous, columns)) return 'more';
  if (fieldsIn.length > 0) return 'task';
  if (number !== '' && task === '' && columns.has('task')) {
    return own.length === 1 && /^\d{1,4}$/u.test(number) ? 'number-only' : 'section';
  }
  if (number === '' && columns.has('number') && ORDINAL.test(task)) return 'section';
  if (isByDigits && own.length === 2 && task !== '' && ORDINAL_ALONE.test(number)) return 'section';
  return 'task';
}

function isFoot(own: readonly OwnCell[], number: string, task: string): boolean {
  if (/^\d+$/u.test(number) && task !== '') return false;
  const texts = own.map(([, text]) => text);
  return (
    (texts.length <= 3 && REMARK.test(texts[0] ?? '')) ||
    (texts.length <= 4 && texts.some((text) => SIGNATURE.test(text) || DATE_ALONE.test(text.replace(/\s+/gu, ''))))
  );
}

/**
 * Without number, task and unit of its own (or with those of the row above, merged down) a row goes on with the one
 * before: its words belong to that task. Not after a sum, a remark or a heading, where nobody knows whose they are.
 */
function continuesTask(row: RowRead, previous: SortedRow | undefined, columns: FieldColumns): boolean {
  if (previous === undefined || !['task', 'more'].includes(previous.kind)) return false;
  if (!PROGRESS_FIELDS.some((field) => columns.has(field) && isFilled(row.cells.get(columns.get(field) ?? 0))))
    return false;
  const isOpen = (field: ReturnColumnField): boolean => {
    const column = columns.get(field);
    const cell = column === undefined ? undefined : row.cells.get(column);
    return !isFilled(cell) || isFromAbove(row, cell);
  };
  const id = taskIdAt(row, columns);
  const sameId = id === null || id === taskIdAt(previous.row, columns) || isOpen('task-id');
  return sameId && isOpen('number') && isOpen('task') && isOpen('agency');
}

/** Says of every row below the heads what it is. */
export function sortRows(rows: readonly RowRead[], block: HeadBlock, columns: FieldColumns): readonly SortedRow[] {
  const isByDigits = rows.some((row) => /^\d{1,4}$/u.test(textAt(row, columns.get('number'))));
  const sorted: SortedRow[] = [];
  for (const row of rows) sorted.push({ row, kind: kindOf(row, sorted.at(-1), block, columns, { isByDigits }) });
  return sorted;
}

/**
 * Whether a row above the heads looks like a task nevertheless: it carries a task's id, or its number or the task and
 * more than a label beside it.
 */
export function isTaskLike(row: RowRead, block: HeadBlock, columns: FieldColumns): boolean {
  const own = ownCells(row);
  if (kindOf(row, undefined, block, columns, { isByDigits: true }) !== 'task') return false;
  if (taskIdAt(row, columns) !== null) return true;
  const isNumbered = /^\d{1,4}$/u.test(textAt(row, columns.get('number')));
  const isNamed = textAt(row, columns.get('task')) !== '';
  const isReported = PROGRESS_FIELDS.some((field) => textAt(row, columns.get(field)) !== '');
  return (isNumbered && isNamed && own.length > 2) || (isReported && (isNumbered || isNamed));
}
