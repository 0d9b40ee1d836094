import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import { type ReturnColumn, usualHead } from '#backend/sheets/read-head.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ColumnHow, ReturnColumnField } from '#shared/domain/return-review.ts';
import type { ColumnContents, ContentsKind } from './column-contents.ts';
import type { ColumnHead } from './return-head.ts';

/** One column while its meaning is being settled. */
export type ColumnDraft = {
  readonly head: ColumnHead;
  readonly contents: ColumnContents;
  field: ReturnColumnField | null;
  /** Its cells are not what its head says: what it holds is as open as under an unknown head. */
  isMislabelled?: boolean;
  how: ColumnHow | null;
  doubt: string;
};

/** What the cells of a field are, for the most part. */
export const KIND_OF_FIELD: Readonly<Record<ProgressField, ContentsKind>> = {
  status: 'status',
  percent: 'percent',
  reportedOn: 'date',
  narrative: 'text',
  problems: 'text',
  nextSteps: 'text',
};
export const isProgress = (field: ReturnColumnField | null): field is ProgressField =>
  PROGRESS_FIELDS.some((known) => known === field);
/** What people call a field. */
export const fieldLabel = (field: ReturnColumnField): string =>
  isProgress(field) ? PROGRESS_FIELD_LABELS[field] : usualHead(field as ReturnColumn);
/** What people call a column. */
export const columnName = ({ head }: ColumnDraft): string =>
  head.text === '' ? `第 ${head.column} 列` : `“${head.text}”一列`;

/** Says what a column means, and with what doubt. */
export function give(column: ColumnDraft, field: ReturnColumnField, how: ColumnHow, doubt: string): void {
  column.field = field;
  column.how = how;
  column.doubt = joinDoubts(column.doubt, doubt);
}
