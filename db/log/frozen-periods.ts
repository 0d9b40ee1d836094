import type { ReadableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';
import { AppError } from '#shared/errors.ts';
import type { LoggedTable } from './logged-tables.ts';
import type { LoggedChange } from './row-writer.ts';

/** What was reported for a period, or put off in it. What somebody saw for himself (核查) may come later. */
const OF_PERIOD: ReadonlySet<LoggedTable> = new Set(['progress', 'target_value', 'extension']);

/** Columns that say where a row belongs, not what it says: it follows its agency into another one. */
const FOLLOWS: ReadonlySet<string> = new Set(['agency_id']);

/**
 * What was reported for a closed period stands: no step writes there, an undo of an older one as little as typing. Nor
 * does the period itself get other dates, or go away.
 * That an entry follows its agency into another one (a merge, and its undo) changes nothing of what was reported.
 *
 * @param changes what the step has written, while its transaction is open
 * @throws AppError PERIOD_CLOSED
 */
export function refuseFrozen(db: ReadableDb, changes: readonly LoggedChange[]): void {
  const watched = changes.filter(({ table }) => OF_PERIOD.has(table) || table === 'period');
  if (watched.length === 0) return;
  const labels = closedLabels(db);
  for (const { table, before, after } of watched) {
    const [old, now] = [rowOf(before), rowOf(after)];
    const period = table === 'period' ? closedBefore(old, now) : closedPeriodOf(labels, old, now);
    if (period !== undefined) throw new AppError('PERIOD_CLOSED', { period });
  }
}

type Row = Readonly<Record<string, unknown>>;

/** The label of the closed period that a row belongs to, or belonged to; `undefined` where nothing it says changes. */
function closedPeriodOf(labels: ReadonlyMap<number, string>, old: Row | null, now: Row | null): string | undefined {
  const period = [old, now].map((row) => labels.get(Number(row?.['period_id']))).find((label) => label !== undefined);
  return period !== undefined && isSame(old, now, FOLLOWS) ? undefined : period;
}

/** A period that was closed and is closed still, or gone: only closing and reopening change it. */
function closedBefore(old: Row | null, now: Row | null): string | undefined {
  if (old === null || old['closed_on'] === null) return undefined;
  if (now !== null && (now['closed_on'] === null || isSame(old, now, new Set()))) return undefined;
  return String(old['label']);
}

function isSame(old: Row | null, now: Row | null, but: ReadonlySet<string>): boolean {
  if (old === null || now === null) return false;
  return Object.keys(now).every((column) => but.has(column) || old[column] === now[column]);
}

function rowOf(json: string | null): Row | null {
  return json === null ? null : JSON.parse(json);
}

function closedLabels(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = prepared(db, 'SELECT id, label FROM period WHERE closed_on IS NOT NULL').all();
  return new Map((rows as { readonly id: number; readonly label: string }[]).map(({ id, label }) => [id, label]));
}
