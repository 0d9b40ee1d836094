import type { TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** The number of every task of the data file, of removed ones the last that they had. */
export function listTaskNumbers(db: ReadableDb): readonly { readonly id: TaskId; readonly number: number }[] {
  return prepared(db, 'SELECT id, number FROM task').all() as { id: TaskId; number: number }[];
}
