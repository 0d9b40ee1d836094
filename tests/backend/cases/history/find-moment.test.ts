import { describe, expect, it } from 'vitest';
import { findMoment, momentOfStep } from '#backend/cases/history/find-moment.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { createTestDb, MADE, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

/** A file whose plan was made on 8 October 2021, 9:00 UTC, with a note set at each of these times. */
function notedAt(...times: readonly string[]) {
  const world = createTestDb();
  const taskId = nth(world.taskIds, 0);
  for (const [index, at] of times.entries())
    setNotes(world.db, [{ taskId, agencyId: null, text: `批注${index}` }], { ...MADE, at });
  return world.db;
}

const local = (...parts: [number, number, number, number, number]): string => new Date(...parts).toISOString();

describe('the moment that a time names', () => {
  const db = notedAt(local(2021, 9, 15, 17, 30), local(2021, 9, 15, 23, 59), local(2021, 9, 16, 0, 0));
  it.each([
    ['a time before the next step', '2021-10-15T17:29:59', 1],
    ['the very time of a step', '2021-10-15T17:30', 2],
    ['the same with a blank', '2021-10-15 17:30', 2],
    ['a day is until its end', '2021-10-15', 3],
    ['midnight is the next day', '2021-10-16T00:00:00', 4],
    ['a time with an offset', new Date(2021, 9, 15, 17, 30).toISOString().replace('Z', '+00:00'), 2],
    ['a time to come', '2099-01-01', 4],
  ])('%s', (_, text, stepId) => {
    expect(findMoment(db, text).stepId).toBe(stepId);
  });

  it('is judged on its own day, whenever the step was made', () => {
    expect(findMoment(db, '2021-12-31')).toMatchObject({ stepId: 4, on: '2021-12-31' });
    expect(momentOfStep(db, findMoment(db, '2021-10-15T18:00').stepId)).toMatchObject({ on: '2021-10-15' });
  });

  it.each(['', '昨天', '2021-13-01', '2021-02-30', '2021-10-15T25:00', '15/10/2021', '2021'])('refuses %j', (text) => {
    expect(codeOf(() => findMoment(db, text))).toBe('TIME_UNREADABLE');
  });

  it('refuses a time before the file began', () => {
    expect(codeOf(() => findMoment(db, '2021-10-07'))).toBe('BEFORE_FIRST_STEP');
  });
});

describe('a clock that was set wrong', () => {
  it('ahead and set back: the last step of the log with an earlier time counts, with all that came before it', () => {
    const db = notedAt('2021-10-09T00:00:00.000Z', '2022-10-09T00:00:00.000Z', '2021-10-10T00:00:00.000Z');
    // Before anything was made after the clock had been put right, the step of the wrong clock is not known.
    expect(findMoment(db, '2021-10-09T12:00:00Z').stepId).toBe(2);
    // Afterwards it is: it came before, whatever its own time says.
    expect(findMoment(db, '2021-10-10T12:00:00Z').stepId).toBe(4);
  });

  it('behind: a step made before the file began stands at the end of the log all the same', () => {
    const db = notedAt('2001-01-01T00:00:00.000Z');
    expect(findMoment(db, '2001-06-01').stepId).toBe(2);
  });
});
