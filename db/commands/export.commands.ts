import { commitStep, commitStepWith } from '#db/log/commit-step.ts';
import { type SendingId, SendingIdSchema } from '#shared/domain/ids.ts';
import { SENDING_KIND_LABELS, type SentFile } from '#shared/domain/sending.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findSending } from '../queries/export.queries.ts';
import { exportRow } from './export-row.ts';

/**
 * Remembers files that have left together, as one step. Not undoable: what left the house cannot be called back by
 * Ctrl+Z. To be called when the files stand in their places.
 */
export function recordExport(db: WritableDb, files: readonly SentFile[], made: Made): readonly SendingId[] {
  const [first] = files;
  if (!first) throw new AppError('NOTHING_TO_CHANGE');
  const what = files.every((file) => file.what === first.what) ? first.what : SENDING_KIND_LABELS[first.kind];
  const label = `导出${what}${files.length > 1 ? `（${files.length} 个文件）` : ''}`;
  const { rowIds } = commitStepWith(db, { code: 'exports.record', label, ...made, undoable: false }, (write) => {
    for (const file of files) write(exportRow(file, made.at));
  });
  return rowIds.map((id) => SendingIdSchema.parse(id));
}

/**
 * Says to whom a file was sent.
 *
 * @throws AppError SENDING_GONE, NOTHING_TO_CHANGE
 */
export function setSentTo(db: WritableDb, sendingId: SendingId, sentTo: string, made: Made) {
  const sending = findSending(db, sendingId);
  if (!sending) throw new AppError('SENDING_GONE', { id: sendingId });
  const label = sentTo === '' ? `清除报送对象：${sending.fileName}` : `报送对象：${sentTo}（${sending.fileName}）`;
  return commitStep(db, { code: 'sendings.setSentTo', label, ...made }, [
    { table: 'export', id: sendingId, values: { sent_to: sentTo } },
  ]);
}
