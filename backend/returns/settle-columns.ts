import { plainHead, type ReturnColumn, usualHead } from '#backend/sheets/read-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ColumnHow, ReturnColumnField, ReturnColumnView, ReturnMapping } from '#shared/domain/return-review.ts';
import { type ColumnContents, type ContentsKind, contentsOf, saysTheSame } from './column-contents.ts';
import { monthsInHead } from './periods-in-text.ts';
import type { ColumnHead, HeadBlock } from './return-head.ts';
import { joinDoubts } from './returned-value.ts';

/** One column while its meaning is being settled. */
type Column = {
  readonly head: ColumnHead;
  readonly contents: ColumnContents;
  field: ReturnColumnField | null;
  how: ColumnHow | null;
  doubt: string;
};

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
const KIND_OF_FIELD: Readonly<Record<ProgressField, ContentsKind>> = {
  status: 'status',
  percent: 'percent',
  reportedOn: 'date',
  narrative: 'text',
  problems: 'text',
  nextSteps: 'text',
};
/** What an unknown head may mean when its words are these. */
const SUGGESTS: readonly (readonly [ProgressField, RegExp])[] = [
  ['problems', /困难|问题|不足|短板|障碍|需要?协调/u],
  ['nextSteps', /下一?步|打算|计划|安排|措施|举措/u],
  ['narrative', /进展|开展|推进|落实|完成|成效|做法|动态|(?:工作|本月|本期|主要|具体)情况|^情况/u],
];

const isProgress = (field: ReturnColumnField | null): field is ProgressField =>
  PROGRESS_FIELDS.some((known) => known === field);
const label = (field: ReturnColumnField): string =>
  isProgress(field) ? PROGRESS_FIELD_LABELS[field] : usualHead(field as ReturnColumn);
const named = ({ head }: Column): string => (head.text === '' ? `第 ${head.column} 列` : `“${head.text}”一列`);

/** What a head claims to be, as a field of a return. */
function claimOf({ head }: Column): ReturnColumn | null {
  const column = head.reading?.column ?? null;
  return column === 'several' ? null : column;
}

/** Every column that has a head or holds anything. */
function columnsOf({ heads }: HeadBlock, rows: readonly RowRead[]): Column[] {
  const byColumn = new Map(heads.map((head) => [head.column, head]));
  const filled = rows.flatMap(({ cells }) => [...cells].filter(([column, cell]) => cell.originColumn === column));
  const all = new Set([...byColumn.keys(), ...filled.map(([column]) => column)]);
  return [...all]
    .toSorted((a, b) => a - b)
    .map((column): Column => {
      const head = byColumn.get(column) ?? { column, text: '', plain: '', reading: undefined, shared: false };
      return { head, contents: contentsOf(rows, column), field: null, how: null, doubt: '' };
    });
}

function give(column: Column, field: ReturnColumnField, how: ColumnHow, doubt: string): void {
  column.field = field;
  column.how = how;
  column.doubt = joinDoubts(column.doubt, doubt);
}

function headDoubt({ head }: Column, field: ReturnColumnField, month: number | null): string {
  if (!isProgress(field)) return '';
  const months = monthsInHead(head.text);
  const other = months.find((named) => named !== month);
  if (other !== undefined) return `表头“${head.text}”写的是 ${other} 月`;
  return head.reading?.sureness === 'contained' ? `由表头“${head.text}”中的词读作${label(field)}` : '';
}

/**
 * Of several columns with one meaning the usual head wins, then one that is shown, then one that is filled. The others
 * are not read; where they say something else, nobody knows which column the agency meant.
 */
function settleClaims(field: ReturnColumnField, claimants: readonly Column[], around: Surroundings): void {
  const rank = ({ head }: Column): number => SURENESS[head.reading?.sureness ?? 'contained'];
  const isHidden = ({ head }: Column): boolean => around.hiddenColumns.has(head.column);
  const agency = ({ head }: Column): number =>
    field === 'agency' ? AGENCY_ORDER.indexOf(head.reading?.field ?? '') : 0;
  const isUsual = ({ head }: Column): boolean => head.plain === plainHead(usualHead(field));
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
    winner.doubt = joinDoubts(winner.doubt, `${named(usual)}没有内容，按“${winner.head.text}”读取`);
  }
  if (isHidden(winner) && winner.contents.filled > 0 && !around.hidesWrongColumn) {
    winner.doubt = joinDoubts(winner.doubt, `${named(winner)}在表中是隐藏的`);
  }
  for (const other of sorted) {
    if (other === winner || other.contents.filled === 0) continue;
    other.doubt = `与“${winner.head.text}”一列含义相同，未读取`;
    // 是否完成 beside 进展状态 is a question of their own.
    const isOwnQuestion = /是否/u.test(other.head.text) && !/是否/u.test(winner.head.text);
    if (!isOwnQuestion && !saysTheSame(winner.contents, other.contents)) {
      winner.doubt = joinDoubts(winner.doubt, `${named(other)}也像${label(field)}，内容不同`);
    }
  }
}

/** 重点任务 is the task unless another column is; without either, the heading over the tasks must serve. */
function settleTask(columns: readonly Column[]): void {
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

/** A head that stands over several filled columns, or asks for two things, is taken for none of them in silence. */
function settleOddHeads(columns: readonly Column[]): void {
  let over: Column | undefined;
  for (const column of columns) {
    const { head, contents } = column;
    if (!head.shared) over = undefined;
    if (head.shared && head.reading) over = column;
    else if (head.shared && over && contents.filled > 0) {
      column.doubt = joinDoubts(column.doubt, `与左边的列同在一个表头“${head.text}”之下，未读取`);
      over.doubt = joinDoubts(over.doubt, '同一表头下还有别的列有内容');
    }
    if (head.reading?.column === 'several') {
      column.doubt = joinDoubts(column.doubt, `表头“${head.text}”含有多项内容，未读取`);
    }
  }
}

/** Contents vote: a column of status words is the status, whatever its head says. */
function settleByContents(columns: readonly Column[]): void {
  const holder = (field: ReturnColumnField): Column | undefined => columns.find((column) => column.field === field);
  for (const field of ['status', 'percent', 'reportedOn'] as const) {
    const kind = KIND_OF_FIELD[field];
    const now = holder(field);
    if (now && (now.contents.filled > 0 || now.how === 'exact')) continue;
    const candidates = columns.filter(
      (column) =>
        column.contents.kind === kind &&
        column !== now &&
        (isUnknown(column) ||
          (!now && field !== 'reportedOn' && isProgress(column.field) && column.contents.filled > 1)),
    );
    const [only] = candidates;
    if (only === undefined || candidates.length > 1) continue;
    if (now) now.field = null;
    give(only, field, 'contents', `${named(only)}按内容读作${label(field)}`);
  }
  for (const column of columns) {
    const { field, contents } = column;
    if (!isProgress(field) || column.how === 'contents' || contents.filled < 2 || contents.kind === null) continue;
    const own = KIND_OF_FIELD[field];
    if (contents.kind === own || (own === 'text' && isTerse(contents.kind, holder))) continue;
    if (contents.kind === 'text' && field !== 'status' && !holder('narrative')) {
      give(column, 'narrative', 'contents', `${named(column)}按内容读作${label('narrative')}`);
    } else {
      column.doubt = joinDoubts(column.doubt, `${named(column)}的内容不像${label(field)}`);
    }
  }
}

/** 已完成 under 进展情况 is the answer of a terse agency, when the status is filled in its own column. */
function isTerse(kind: ContentsKind, holder: (field: ReturnColumnField) => Column | undefined): boolean {
  return kind === 'status' && (holder('status')?.contents.filled ?? 0) > 0;
}

const isUnknown = ({ field, head, doubt }: Column): boolean =>
  field === null && head.reading === undefined && !head.shared && doubt === '';

/**
 * A column whose head is empty or unknown, where a form of ours has one that is missing: between 进展情况 and 下步措施
 * stands 存在问题. With a doubt, because they may have put a column of their own in its place.
 */
function settleByPlace(columns: readonly Column[]): void {
  const placeOf = (column: Column | undefined): number =>
    column && isProgress(column.field) ? PROGRESS_FIELDS.indexOf(column.field) : -1;
  for (const [index, column] of columns.entries()) {
    const kind = column.contents.kind;
    if (!isUnknown(column) || column.contents.filled === 0) continue;
    const before = columns.slice(0, index).findLast((other) => placeOf(other) >= 0);
    const after = columns.slice(index + 1).find((other) => placeOf(other) >= 0);
    const fromLeft = before && placeOf(before) + (column.head.column - before.head.column);
    const fromRight = after && placeOf(after) - (after.head.column - column.head.column);
    const place = fromLeft ?? fromRight;
    if (place === undefined || (fromRight !== undefined && fromRight !== place)) continue;
    const field = PROGRESS_FIELDS[place];
    if (field === undefined || columns.some((other) => other.field === field)) continue;
    const fits = kind === KIND_OF_FIELD[field] || (kind === null && KIND_OF_FIELD[field] === 'text');
    if (!fits) continue;
    const head = column.head.text === '' ? '没有表头' : `不认识表头“${column.head.text}”`;
    give(column, field, 'contents', `${head}，按所在的位置读作${label(field)}`);
  }
}

/** Filled columns under unknown heads: read with a doubt when their words suggest one meaning that is free. */
function settleUnknown(columns: readonly Column[]): void {
  const isFree = (field: ProgressField): boolean => columns.every((column) => column.field !== field);
  for (const column of columns) {
    const { head, contents } = column;
    if (!isUnknown(column) || contents.filled === 0) continue;
    const suggested =
      head.text === '' ? [] : SUGGESTS.filter(([, words]) => words.test(head.plain)).map(([field]) => field);
    const [field] = suggested;
    const fits = contents.kind === null || contents.kind === 'text';
    if (field !== undefined && suggested.length === 1 && isFree(field) && fits) {
      give(column, field, 'contained', `不认识表头“${head.text}”，按意思读作${label(field)}`);
    } else {
      column.doubt = head.text === '' ? '有内容而没有表头' : '有内容而不认识表头';
    }
  }
}

/** An unread column with contents may be one that is missing; then nothing of the table is beyond doubt. */
function doubtsOfTable(columns: readonly Column[]): readonly string[] {
  const has = (field: ProgressField): boolean => columns.some((column) => column.field === field);
  const missing = PROGRESS_FIELDS.filter((field) => !has(field));
  return columns.flatMap((column) => {
    const { head, contents, field, doubt } = column;
    if (field !== null || doubt === '' || contents.filled === 0) return [];
    const isLost = missing.some((gone) => {
      if (head.reading?.column === 'several') return KIND_OF_FIELD[gone] === 'text';
      return contents.kind === null || contents.kind === KIND_OF_FIELD[gone];
    });
    const isDouble = /含义相同|同在/.test(doubt);
    return isLost && !isDouble
      ? [`${named(column)}未读取（${doubt}），而没有找到：${missing.map(label).join('、')}`]
      : [];
  });
}

function notesOf(columns: readonly Column[]): readonly string[] {
  const missing = PROGRESS_FIELDS.filter((field) => columns.every((column) => column.field !== field));
  const unread = columns.filter(({ field, contents, doubt, head }) => {
    const isTheirs = doubt !== '' || (head.reading?.field === 'other' && head.reading.sureness !== 'dressed');
    return field === null && contents.filled > 0 && isTheirs;
  });
  return [
    ...(missing.length > 0 ? [`没有找到这些列，按未改动处理：${missing.map(label).join('、')}。`] : []),
    ...unread.map(
      (column) =>
        `${named(column)}有 ${column.contents.filled} 格内容，未读取${column.doubt === '' ? '' : `：${column.doubt}`}。`,
    ),
    ...columns
      .filter(({ field, doubt }) => isProgress(field) && doubt !== '')
      .map((column) => `${named(column)}请核对：${column.doubt}。`),
  ];
}

function finish(columns: readonly Column[], doubts: readonly string[]): SettledColumns {
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
