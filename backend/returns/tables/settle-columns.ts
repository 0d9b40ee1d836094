import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import { plainHead, type ReturnColumn, usualHead } from '#backend/sheets/read-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ColumnHow, ReturnColumnField, ReturnColumnView, ReturnMapping } from '#shared/domain/return-review.ts';
import { contentsOf, saysTheSame } from './column-contents.ts';
import { type ColumnDraft, columnName, fieldLabel, give, isProgress, KIND_OF_FIELD } from './column-draft.ts';
import { settleByContents, settleByPlace, settleMonths, settleUnknown } from './guess-columns.ts';
import { monthsInHead } from './periods-in-text.ts';
import type { HeadBlock } from './return-head.ts';

export type SettledColumns = {
  readonly columns: readonly ReturnColumnView[];
  /** Where each field stands. */
  readonly at: ReadonlyMap<ReturnColumnField, ReturnColumnView>;
  /** Doubts that stand on everything: a column of this table may be lost. */
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
};

type Surroundings = {
  /** Rows below the heads that are tasks. */
  readonly rows: readonly RowRead[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** Hidden is the column left of the ids, which are shown: a column was put in, and the hiding stayed where it was. */
  readonly hidesWrongColumn?: boolean;
  /** The month the table is for, as far as it says; heads that name another one are doubted. */
  readonly month: number | null;
};

const SURENESS = { exact: 0, dressed: 1, contained: 2 } as const;
const AGENCY_ORDER: readonly string[] = ['agency', 'unit', 'responsible', 'lead'];
/** What a head claims to be, as a field of a return. */
function claimOf({ head }: ColumnDraft): ReturnColumn | null {
  const column = head.reading?.column ?? null;
  return column === 'several' ? null : column;
}

/** Every column that has a head or holds anything. */
function columnsOf({ heads }: HeadBlock, rows: readonly RowRead[]): ColumnDraft[] {
  const byColumn = new Map(heads.map((head) => [head.column, head]));
  const all = new Set(byColumn.keys());
  for (const { cells } of rows) for (const [column, cell] of cells) if (cell.originColumn === column) all.add(column);
  return [...all]
    .toSorted((a, b) => a - b)
    .map((column): ColumnDraft => {
      const head = byColumn.get(column) ?? { column, text: '', plain: '', reading: undefined, shared: false };
      return { head, contents: contentsOf(rows, column), field: null, how: null, doubt: '' };
    });
}

function headDoubt({ head }: ColumnDraft, field: ReturnColumnField, month: number | null): string {
  if (!isProgress(field)) return '';
  const months = monthsInHead(head.text);
  const other = months.find((named) => named !== month);
  if (other !== undefined) return `表头“${head.text}”写的是 ${other} 月`;
  return head.reading?.sureness === 'contained' ? `由表头“${head.text}”中的词读作${fieldLabel(field)}` : '';
}

/** Where each month has its column (9月进展情况, 10月进展情况), those of other months are not meant. */
function ofThisMonth(claimants: readonly ColumnDraft[], month: number | null): readonly ColumnDraft[] {
  const isOf = ({ head }: ColumnDraft): boolean => monthsInHead(head.text).some((named) => named === month);
  if (!claimants.some(isOf)) return claimants;
  return claimants.filter((column) => isOf(column) || monthsInHead(column.head.text).length === 0);
}

/** 进度 over sentences is no percentage when another column holds percentages: its cells say what it is. */
function ofOneKind(field: ReturnColumnField, claimants: readonly ColumnDraft[]): readonly ColumnDraft[] {
  if (!isProgress(field) || KIND_OF_FIELD[field] === 'text') return claimants;
  const isMeant = claimants.some(({ contents }) => contents.kind === KIND_OF_FIELD[field]);
  if (!isMeant) return claimants;
  return claimants.filter((column) => {
    const isWords = column.contents.kind === 'text' && column.contents.filled > 1;
    if (isWords) column.isMislabelled = true;
    return !isWords;
  });
}

/**
 * Of several columns with one meaning the usual head wins, then one that is shown, then one that is filled. The others
 * are not read; where they say something else, nobody knows which column the agency meant.
 */
function settleClaims(field: ReturnColumnField, all: readonly ColumnDraft[], around: Surroundings): void {
  const claimants = ofOneKind(field, ofThisMonth(all, around.month));
  const rank = ({ head }: ColumnDraft): number => SURENESS[head.reading?.sureness ?? 'contained'];
  const isHidden = ({ head }: ColumnDraft): boolean => around.hiddenColumns.has(head.column);
  const agency = ({ head }: ColumnDraft): number =>
    field === 'agency' ? AGENCY_ORDER.indexOf(head.reading?.field ?? '') : 0;
  const isUsual = ({ head }: ColumnDraft): boolean => head.plain === plainHead(usualHead(field));
  const sorted = claimants.toSorted(
    (a, b) =>
      agency(a) - agency(b) ||
      rank(a) - rank(b) ||
      Number(isUsual(b)) - Number(isUsual(a)) ||
      Number(isHidden(a)) - Number(isHidden(b)) ||
      Number(b.contents.filled > 0) - Number(a.contents.filled > 0) ||
      a.head.column - b.head.column,
  );
  const [usual] = sorted;
  if (usual === undefined) return;
  const filled = sorted.find(({ contents }) => contents.filled > 0);
  const winner = isProgress(field) && filled ? filled : usual;
  const how = rank(winner) === SURENESS.exact ? 'exact' : 'contained';
  give(winner, field, how, headDoubt(winner, field, around.month));
  if (!isProgress(field)) return;
  if (winner !== usual) {
    winner.doubt = joinDoubts(winner.doubt, `${columnName(usual)}没有内容，按“${winner.head.text}”读取`);
  }
  if (isHidden(winner) && winner.contents.filled > 0 && !around.hidesWrongColumn) {
    winner.doubt = joinDoubts(winner.doubt, `${columnName(winner)}在表中是隐藏的`);
  }
  for (const other of sorted) {
    if (other === winner || other.contents.filled === 0) continue;
    other.doubt = `与“${winner.head.text}”一列含义相同，未读取`;
    // 是否完成 beside 进展状态 is a question of their own.
    const isOwnQuestion = /是否/u.test(other.head.text) && !/是否/u.test(winner.head.text);
    if (!isOwnQuestion && !saysTheSame(winner.contents, other.contents)) {
      winner.doubt = joinDoubts(winner.doubt, `${columnName(other)}也像${fieldLabel(field)}，内容不同`);
    }
  }
}

/** 重点任务 is the task unless another column is; without either, the heading over the tasks must serve. */
function settleTask(columns: readonly ColumnDraft[]): void {
  const groups = columns.filter((column) => claimOf(column) === 'group');
  const has = (field: ReturnColumnField): boolean => columns.some((column) => column.field === field);
  const last = has('task') ? undefined : groups.pop();
  if (last) give(last, 'task', 'exact', '');
  const [first] = groups;
  if (first && !has('section')) give(first, 'section', 'exact', '');
  if (has('task')) return;
  const section = columns.find(({ field }) => field === 'section');
  if (section) give(section, 'task', 'exact', '');
}

/**
 * One column for two things (存在问题及下步措施) is read as the first that has no column of its own, and every cell of it
 * is asked about: a person takes apart what stands there.
 */
function settleSeveral(column: ColumnDraft, columns: readonly ColumnDraft[]): void {
  const { head, contents } = column;
  const part = head.reading?.parts?.find((one) => columns.every(({ field }) => field !== one));
  if (part === undefined || contents.filled === 0) {
    column.doubt = joinDoubts(column.doubt, `表头“${head.text}”含有多项内容，未读取`);
  } else give(column, part, 'contained', `“${head.text}”一列含有多项内容，都读作${fieldLabel(part)}，请分开`);
}

/** A head that stands over several filled columns, or asks for two things, is taken for none of them in silence. */
function settleOddHeads(columns: readonly ColumnDraft[]): void {
  let over: ColumnDraft | undefined;
  for (const column of columns) {
    const { head, contents } = column;
    if (!head.shared) over = undefined;
    if (head.shared && head.reading) over = column;
    else if (head.shared && over && contents.filled > 0) {
      column.doubt = joinDoubts(column.doubt, `与左边的列同在一个表头“${head.text}”之下，未读取`);
      over.doubt = joinDoubts(over.doubt, '同一表头下还有别的列有内容');
    }
    if (head.reading?.column === 'several') settleSeveral(column, columns);
  }
}

/** An unread column with contents may be one that is missing; then nothing of the table is beyond doubt. */
function doubtsOfTable(columns: readonly ColumnDraft[]): readonly string[] {
  const has = (field: ProgressField): boolean => columns.some((column) => column.field === field);
  const missing = PROGRESS_FIELDS.filter((field) => !has(field));
  return columns.flatMap((column) => {
    const { head, contents, field, doubt } = column;
    if (field !== null || doubt === '' || contents.filled === 0) return [];
    const isLost = missing.some((gone) => {
      if (head.reading?.column === 'several') return KIND_OF_FIELD[gone] === 'text';
      return contents.kind === null || contents.kind === KIND_OF_FIELD[gone];
    });
    const isDouble = /含义相同|同在|其他月份/.test(doubt);
    return isLost && !isDouble
      ? [`${columnName(column)}未读取（${doubt}），而没有找到：${missing.map(fieldLabel).join('、')}`]
      : [];
  });
}

function notesOf(columns: readonly ColumnDraft[]): readonly string[] {
  const missing = PROGRESS_FIELDS.filter((field) => columns.every((column) => column.field !== field));
  const unread = columns.filter(({ field, contents, doubt, head }) => {
    const isTheirs = doubt !== '' || (head.reading?.field === 'other' && head.reading.sureness !== 'dressed');
    return field === null && contents.filled > 0 && isTheirs;
  });
  return [
    ...(missing.length > 0 ? [`没有找到这些列，按未改动处理：${missing.map(fieldLabel).join('、')}。`] : []),
    ...unread.map(
      (column) =>
        `${columnName(column)}有 ${column.contents.filled} 格内容，未读取${column.doubt === '' ? '' : `：${column.doubt}`}。`,
    ),
    ...columns
      .filter(({ field, doubt }) => isProgress(field) && doubt !== '')
      .map((column) => `${columnName(column)}请核对：${column.doubt}。`),
  ];
}

function finish(columns: readonly ColumnDraft[], doubts: readonly string[]): SettledColumns {
  const views = columns.map(
    ({ head, contents, field, how, doubt }): ReturnColumnView => ({
      column: head.column,
      head: head.text,
      field,
      how,
      filled: contents.filled,
      doubt,
    }),
  );
  const at = new Map(views.flatMap((view) => (view.field === null ? [] : [[view.field, view] as const])));
  return { columns: views, at, doubts, notes: notesOf(columns) };
}

/**
 * Says what each column of a table means: usual heads first, then words in heads for meanings still free, then what the
 * cells hold. What is not sure carries a doubt; what is not known is left unread with one.
 */
export function settleColumns(block: HeadBlock, around: Surroundings): SettledColumns {
  const columns = columnsOf(block, around.rows);
  const claims = Map.groupBy(columns, claimOf);
  const idColumn = claims.get('task-id')?.[0]?.head.column ?? 0;
  const hidesWrongColumn = around.hiddenColumns.size === 1 && around.hiddenColumns.has(idColumn - 1);
  for (const [claim, claimants] of claims) {
    if (claim !== null && claim !== 'group') settleClaims(claim, claimants, { ...around, hidesWrongColumn });
  }
  settleTask(columns);
  settleOddHeads(columns);
  settleByContents(columns);
  settleMonths(columns, around.month);
  settleByPlace(columns);
  settleUnknown(columns);
  return finish(columns, doubtsOfTable(columns));
}

/** The same as a person pointed it out, on this sheet or on one of the same shape: nothing is left to guess. */
export function mappedColumns(
  block: HeadBlock,
  mapping: ReturnMapping,
  how: Extract<ColumnHow, 'remembered' | 'pointed'>,
  around: Surroundings,
): SettledColumns {
  const columns = columnsOf(block, around.rows);
  for (const { column, field } of mapping.columns) {
    const meant = columns.find(({ head }) => head.column === column);
    if (meant && columns.every((other) => other.field !== field)) give(meant, field, how, '');
  }
  return finish(columns, []);
}
