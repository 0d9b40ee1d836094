import type { PeriodId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const SELECT_PERIOD = `
  SELECT id, kind, label, starts_on AS startsOn, ends_on AS endsOn, due_on AS dueOn, closed_on AS closedOn FROM period`;

/** Periods from the first to the last. */
export function listPeriods(db: ReadableDb): readonly PeriodView[] {
  return prepared(db, `${SELECT_PERIOD} ORDER BY starts_on, id`).all() as PeriodView[];
}

/** One period, or `undefined`. */
export function findPeriod(db: ReadableDb, periodId: PeriodId): PeriodView | undefined {
  return prepared(db, `${SELECT_PERIOD} WHERE id = ?`).get(periodId) as PeriodView | undefined;
}
