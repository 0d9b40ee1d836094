import { z } from 'zod';
import type { WritableDb } from '#db/handle.ts';
import type { CallMeta } from '#shared/contract/call.ts';
import { toWireError } from '#shared/contract/wire-error.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { AS_OF_DAY_HEADER, AS_OF_STEP_HEADER } from '#shared/domain/moment.ts';
import { AppError } from '#shared/errors.ts';
import type { BackendContext } from './context.ts';
import type { LookedAt } from './past-keeper.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const HeadersSchema = z.object({
  [AS_OF_STEP_HEADER]: z.coerce.number().pipe(StepIdSchema),
  [AS_OF_DAY_HEADER]: z.iso.date(),
});

/**
 * The moment that the headers of a call name; `undefined`: it is about the present.
 *
 * @throws AppError BAD_PARAMS for headers that name none
 */
export function lookedAt(headers: Headers): LookedAt | undefined {
  if (headers[AS_OF_STEP_HEADER] === undefined && headers[AS_OF_DAY_HEADER] === undefined) return undefined;
  const read = HeadersSchema.safeParse(headers);
  if (!read.success) throw toWireError(new AppError('BAD_PARAMS', { path: AS_OF_STEP_HEADER }));
  return { stepId: read.data[AS_OF_STEP_HEADER], on: read.data[AS_OF_DAY_HEADER] };
}

/** Areas that speak of the log itself, which is read from today's end whatever is looked at. */
const OF_THE_PRESENT: ReadonlySet<string> = new Set(['history', 'sendings']);
/** Areas whose files are pictures of what is on show. */
const PICTURES: ReadonlySet<string> = new Set(['exports', 'statistics', 'duty', 'sendings']);

/**
 * What a call that looks at a moment gets in place of the present: the data file as it was, the day and the workdays of
 * the moment.
 *
 * @param path area and name of the call
 * @throws AppError PAST_READ_ONLY for whatever would change the data file or send something out | STEP_UNKNOWN
 */
export function contextOfCall(
  context: BackendContext,
  kind: CallMeta['kind'],
  [area = '']: readonly string[],
): Partial<Pick<BackendContext, 'db' | 'today' | 'calendar'>> {
  const { asOf, db, past, calendarOf } = context;
  if (asOf === undefined) return {};
  if (kind === 'step' || (kind === 'file' && !PICTURES.has(area))) throw new AppError('PAST_READ_ONLY');
  if (OF_THE_PRESENT.has(area)) return {};
  const then = past.at(db, asOf.stepId);
  // Only reads come so far, and a past can do nothing else.
  return { db: then as WritableDb, today: () => asOf.on, calendar: calendarOf(then) };
}
