import type { ReadableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';
import { AppError } from '#shared/errors.ts';
import type { LoggedChange } from './row-writer.ts';

/**
 * What was reported for a closed period stands: no step writes there, an undo of an older one as little as typing.
 * That an entry follows its agency into another one (a merge, and its undo) changes nothing of what was reported.
 *
 * @param changes what the step has written, while its transaction is open
 * @throws AppError PERIOD_CLOSED
 */
export function refuseFrozen(db: ReadableDb, changes: readonly LoggedChange[]): void {
  const entries = changes.filter(({ table }) => table === 'progress' || table === 'target_value');
  if (entries.length === 0) return;
  const closed = prepared(db, 'SELECT id, label FROM period WHERE closed_on IS NOT NULL').all() as {
    readonly id: number;
    readonly label: string;
  }[];
  if (closed.length === 0) return;
  const labels = new Map(closed.map(({ id, label }) => [id, label]));
  for (const { before, after } of entries) {
    const [old, now] = [entryOf(before), entryOf(after)];
    const period = labels.get(Number((now ?? old)?.['period_id']));
    if (period !== undefined && !isSameReport(old, now)) throw new AppError('PERIOD_CLOSED', { period });
  }
}

type Entry = Readonly<Record<string, unknown>>;

function entryOf(json: string | null): Entry | null {
  return json === null ? null : JSON.parse(json);
}

function isSameReport(old: Entry | null, now: Entry | null): boolean {
  if (old === null || now === null) return false;
  return Object.keys(now).every((column) => column === 'agency_id' || old[column] === now[column]);
}
