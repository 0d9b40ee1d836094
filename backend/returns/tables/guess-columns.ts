import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnColumnField } from '#shared/domain/return-review.ts';
import type { ContentsKind } from './column-contents.ts';
import { type ColumnDraft, columnName, fieldLabel, give, isProgress, KIND_OF_FIELD } from './column-draft.ts';
import { monthsInHead } from './periods-in-text.ts';

/** What an unknown head may mean when its words are these. */
const SUGGESTS: readonly (readonly [ProgressField, RegExp])[] = [
  ['problems', /困难|问题|不足|短板|障碍|需要?协调/u],
  ['nextSteps', /下一?步|打算|计划|安排|措施|举措/u],
  ['narrative', /进展|进度|开展|推进|落实|完成|成效|做法|动态|(?:工作|本月|本期|主要|具体)情况|^情况/u],
];

const isUnknown = ({ field, head, doubt, isMislabelled }: ColumnDraft): boolean =>
  field === null && (head.reading === undefined || isMislabelled === true) && doubt === '';

/** 10月, and nothing else. */
const MONTH_ALONE = /^(?:20\d{2}年?)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?$/u;

/** Where every month has its column of words, this month's is the report, with a doubt; the others are not asked about. */
export function settleMonths(columns: readonly ColumnDraft[], month: number | null): void {
  const ofMonths = columns.filter((column) => isUnknown(column) && MONTH_ALONE.test(column.head.plain));
  const isThis = ({ head }: ColumnDraft): boolean => monthsInHead(head.text).some((named) => named === month);
  const now = ofMonths.find(isThis);
  if (now === undefined || ofMonths.length < 2 || columns.some(({ field }) => field === 'narrative')) return;
  for (const column of ofMonths) {
    if (column === now) give(column, 'narrative', 'contents', `${columnName(column)}读作${fieldLabel('narrative')}`);
    else column.doubt = '是其他月份的，未读取';
  }
}

/** Contents vote: a column of status words is the status, whatever its head says. */
export function settleByContents(columns: readonly ColumnDraft[]): void {
  const holder = (field: ReturnColumnField): ColumnDraft | undefined =>
    columns.find((column) => column.field === field);
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
    give(only, field, 'contents', `${columnName(only)}按内容读作${fieldLabel(field)}`);
  }
  settleSwapped(columns);
  for (const column of columns) {
    const { field, contents } = column;
    if (!isProgress(field) || column.how === 'contents' || contents.filled < 2 || contents.kind === null) continue;
    const own = KIND_OF_FIELD[field];
    if (contents.kind === own || (own === 'text' && isTerse(contents.kind, holder))) continue;
    if (contents.kind === 'text' && field !== 'status' && !holder('narrative')) {
      give(column, 'narrative', 'contents', `${columnName(column)}按内容读作${fieldLabel('narrative')}`);
    } else {
      column.doubt = joinDoubts(column.doubt, `${columnName(column)}的内容不像${fieldLabel(field)}`);
    }
  }
}

/** Two columns whose contents each belong under the other's head: they are read so, with a doubt. */
function settleSwapped(columns: readonly ColumnDraft[]): void {
  const holds = ({ contents }: ColumnDraft, field: ProgressField): boolean => contents.kind === KIND_OF_FIELD[field];
  for (const column of columns) {
    const { field, contents } = column;
    if (!isProgress(field) || column.how === 'contents' || contents.filled < 2 || holds(column, field)) continue;
    const other = columns.find(
      (one) =>
        isProgress(one.field) &&
        one.how !== 'contents' &&
        one.contents.filled > 1 &&
        holds(one, field) &&
        !holds(one, one.field) &&
        holds(column, one.field),
    );
    if (other === undefined || !isProgress(other.field)) continue;
    const meant = other.field;
    give(other, field, 'contents', `${columnName(other)}按内容读作${fieldLabel(field)}`);
    give(column, meant, 'contents', `${columnName(column)}按内容读作${fieldLabel(meant)}`);
  }
}

/** 已完成 under 进展情况 is the answer of a terse agency, when the status is filled in its own column. */
function isTerse(kind: ContentsKind, holder: (field: ReturnColumnField) => ColumnDraft | undefined): boolean {
  return kind === 'status' && (holder('status')?.contents.filled ?? 0) > 0;
}

/**
 * A column whose head is empty or unknown, where a form of ours has one that is missing: between 进展情况 and 下步措施
 * stands 存在问题. With a doubt, because they may have put a column of their own in its place.
 */
export function settleByPlace(columns: readonly ColumnDraft[]): void {
  const placeOf = (column: ColumnDraft | undefined): number =>
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
    give(column, field, 'contents', `${head}，按所在的位置读作${fieldLabel(field)}`);
  }
}

/** Filled columns under unknown heads: read with a doubt when their words suggest one meaning that is free. */
export function settleUnknown(columns: readonly ColumnDraft[]): void {
  const isFree = (field: ProgressField): boolean => columns.every((column) => column.field !== field);
  for (const column of columns) {
    const { head, contents } = column;
    if (!isUnknown(column) || contents.filled === 0) continue;
    const suggested =
      head.text === '' ? [] : SUGGESTS.filter(([, words]) => words.test(head.plain)).map(([field]) => field);
    const [field] = suggested;
    const fits = contents.kind === null || contents.kind === 'text';
    if (field !== undefined && suggested.length === 1 && isFree(field) && fits) {
      give(column, field, 'contained', `不认识表头“${head.text}”，按意思读作${fieldLabel(field)}`);
    } else {
      column.doubt = head.text === '' ? '有内容而没有表头' : '有内容而不认识表头';
    }
  }
}
