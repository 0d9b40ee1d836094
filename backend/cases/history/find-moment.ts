import { endOfDay } from 'date-fns/endOfDay';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { ReadableDb } from '#db/handle.ts';
import { findStep, firstStepAt, lastStepBy } from '#db/queries/step.queries.ts';
import type { StepId } from '#shared/domain/ids.ts';
import type { Moment } from '#shared/domain/moment.ts';
import { isoDate } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/u;

/**
 * The moment of the log that a time names: the last step made by then (db/queries/step.queries.ts, lastStepBy).
 *
 * @param text ISO date, which means the end of that day, or date and time; without an offset in the machine's own zone
 * @throws AppError TIME_UNREADABLE | BEFORE_FIRST_STEP
 */
export function findMoment(db: ReadableDb, text: string): Moment {
  const time = readTime(text.trim());
  const at = time.toISOString();
  const step = lastStepBy(db, at);
  if (!step)
    throw new AppError('BEFORE_FIRST_STEP', { at: momentText(time), first: momentText(new Date(firstStepAt(db))) });
  return { ...step, at, on: isoDate(time) };
}

/**
 * The moment right after a step, judged on the day it was made.
 *
 * @throws AppError STEP_UNKNOWN
 */
export function momentOfStep(db: ReadableDb, stepId: StepId): Moment {
  const step = findStep(db, stepId);
  if (!step) throw new AppError('STEP_UNKNOWN', { step: stepId });
  return { stepId, madeAt: step.at, at: step.at, on: isoDate(new Date(step.at)) };
}

function readTime(text: string): Date {
  if (!DATE.test(text) && !DATE_AND_TIME.test(text)) throw new AppError('TIME_UNREADABLE', { text });
  const time = parseISO(text);
  if (!isValid(time)) throw new AppError('TIME_UNREADABLE', { text });
  return DATE.test(text) ? endOfDay(time) : time;
}

/** `2021年10月15日 17:30` in the machine's own zone. */
function momentText(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
