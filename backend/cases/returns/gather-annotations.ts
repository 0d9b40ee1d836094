import type { CellNote } from '#backend/excel/annotate/annotate-workbook.ts';
import type { AnnotatedCopyInput } from '#backend/excel/annotate/annotated-copy.ts';
import type { ReasonRow } from '#backend/excel/annotate/reasons-table.ts';
import { referenceOf } from '#backend/excel/cell-reference.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import type { ReturnFileReview, SheetPlace } from '#shared/domain/return-review.ts';
import { type SendBackReason, sendBackReasons } from '#shared/domain/send-back-reasons.ts';

/** A return as far as it is told why it goes back. */
export type AnnotatedReturn = { readonly view: ReturnFileReview; readonly table: ParsedTable | null };

/** What stands in a copy of one file, which may hold the tables of several returns. */
export type Annotations = Pick<AnnotatedCopyInput, 'notes' | 'rows'>;

/**
 * Finds the cells that the reasons of returns are about: the reasons the clerk sent them back with, or, of one that was
 * not sent back yet, what would be offered. What is about no cell stands on the table's heads.
 */
export function annotationsOf(returns: readonly AnnotatedReturn[]): Annotations {
  const notes: CellNote[] = [];
  const rows: ReasonRow[] = [];
  for (const { view, table } of returns) {
    for (const reason of reasonsOf(view)) {
      rows.push(asRow(reason, view, table));
      const { sentence, place } = reason;
      if (view.sheet === '') continue;
      const at = place ?? headOf(view);
      notes.push({ sheet: view.sheet, ...at, texts: [sentence], highlight: place !== null });
    }
  }
  return { notes, rows };
}

/** A reason that the clerk changed is still about the cell of the task and field that it names. */
function reasonsOf(view: ReturnFileReview): readonly SendBackReason[] {
  const known = sendBackReasons(view);
  if (view.reasons.length === 0) return known.filter(({ suggested }) => suggested);
  return view.reasons.map((written) => {
    const sentence = written.trim();
    const found =
      known.find((reason) => reason.sentence === sentence) ?? known.find((reason) => isAbout(sentence, reason));
    return { taskId: null, field: null, place: null, suggested: true, ...found, sentence };
  });
}

function isAbout(sentence: string, { sentence: known, field, place }: SendBackReason): boolean {
  const task = /^第 \d+ 项/u.exec(known)?.[0];
  if (task === undefined || field === null || place === null) return false;
  return sentence.startsWith(task) && sentence.includes(PROGRESS_FIELD_LABELS[field]);
}

function headOf({ headRows, columns }: ReturnFileReview): SheetPlace {
  const first = Math.min(...columns.map(({ column }) => column));
  return { row: Math.max(headRows?.first ?? 1, 1), column: Number.isFinite(first) ? first : 1 };
}

function asRow(
  { sentence, place, field }: SendBackReason,
  view: ReturnFileReview,
  table: ParsedTable | null,
): ReasonRow {
  const task = /^第 \d+ 项/u.exec(sentence)?.[0] ?? '';
  return {
    place: place === null ? '' : `${view.sheet}!${referenceOf(place)}`,
    about: [task, field === null ? '' : PROGRESS_FIELD_LABELS[field]].filter((word) => word !== '').join(' '),
    written: place === null ? '' : textAt(table, place),
    reason: sentence,
  };
}

/** What they wrote in a cell, as far as the reader of returns looked at it. */
function textAt(table: ParsedTable | null, { row, column }: SheetPlace): string {
  const cells = table?.rows.flatMap(({ fields }) => Object.values(fields)) ?? [];
  return cells.find(({ place }) => place?.row === row && place.column === column)?.text ?? '';
}
