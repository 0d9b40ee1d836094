import type { WritableDb } from '#db/handle.ts';
import { commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';

/** Rows as one step in the clerk's name, when there are any. */
export function writeSome(
  db: WritableDb,
  { code, label, at }: { readonly code: string; readonly label: string; readonly at: string },
  writes: readonly RowWrite[],
): void {
  if (writes.length > 0) commitStep(db, { code, label, at, client: 'window', manner: 'typed' }, writes);
}
