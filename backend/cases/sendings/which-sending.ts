import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '#backend/files/save-failure.ts';
import type { ReadableDb } from '#db/handle.ts';
import { findSendingsByHash, findSendingsByName } from '#db/queries/export.queries.ts';
import type { FoundSending } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';
import { sendingView } from './list-sendings.ts';

/** What a second download or copy adds to a name: 台账(1).xlsx, 台账 - 副本.xlsx, 台账（2）.xlsx. */
const COPY_MARK = /(?:\s*[(（]\d{1,3}[)）]|\s*-\s*副本(?:\s*[(（]\d{1,3}[)）])?)(?=\.[^.]+$|$)/u;

/**
 * Tells which sending a file is: by its bytes, whatever it is called now; else by the name under which a file went out
 * that has been changed since.
 *
 * @param file full path of a file that somebody holds
 * @throws AppError SENDING_UNKNOWN; FILE_MISSING, FILE_UNREADABLE
 */
export async function whichSending(db: ReadableDb, file: string): Promise<FoundSending> {
  const fileName = path.basename(file);
  const same = findSendingsByHash(db, await hashOf(file));
  if (same.length > 0) return { fileName, state: 'unchanged', sendings: same.map(sendingView) };
  const names = [...new Set([fileName, fileName.replace(COPY_MARK, '')])];
  const [altered] = names.map((name) => findSendingsByName(db, name)).filter((found) => found.length > 0);
  if (!altered) throw new AppError('SENDING_UNKNOWN', { file: fileName });
  return { fileName, state: 'altered', sendings: altered.map(sendingView) };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === '') throw error;
    const isGone = reason === 'ENOENT' || reason === 'ENOTDIR';
    throw new AppError(isGone ? 'FILE_MISSING' : 'FILE_UNREADABLE', { file: path.basename(file), reason });
  }
  return hash.digest('hex');
}
