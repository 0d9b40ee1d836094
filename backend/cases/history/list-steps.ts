import { endOfDay } from 'date-fns/endOfDay';
import { parseISO } from 'date-fns/parseISO';
import { startOfDay } from 'date-fns/startOfDay';
import type { ReadableDb } from '#db/handle.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import type { StepFilter } from '#db/queries/step-filter.ts';
import type { StepView } from '#shared/domain/step.ts';

/** Steps, newest first; days of the filter are whole days in the machine's own zone. */
export function filteredSteps(
  db: ReadableDb,
  { limit, from, to, ...filter }: StepFilter & { readonly limit: number },
): readonly StepView[] {
  return listSteps(db, limit, {
    ...filter,
    from: from && startOfDay(parseISO(from)).toISOString(),
    to: to && endOfDay(parseISO(to)).toISOString(),
  });
}
