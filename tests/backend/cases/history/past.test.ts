// The data file as it was after any step is what stood then: kept after each of many random commands of every kind, and
// asked for again when all of them are done.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dump } from '#backend/cases/workspace/dump.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { removeTasks } from '#db/commands/task.commands.ts';
import type { ReadableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { openPast } from '#db/past.ts';
import { listPlans, listTasks } from '#db/queries/plan.queries.ts';
import type { StepId } from '#shared/domain/ids.ts';
import { ROLES } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { anAgencyFromTheStart, type Command, type Pick, rows } from '#tests/db/log/at-random.ts';
import { DEADLINE_COMMANDS } from '#tests/db/log/deadlines-at-random.ts';
import { DUTY_COMMANDS } from '#tests/db/log/duties-at-random.ts';
import { ENTRY_COMMANDS } from '#tests/db/log/entries-at-random.ts';
import { LED_BY } from '#tests/db/log/led-by.ts';
import { LIGHT_COMMANDS } from '#tests/db/log/lights-at-random.ts';
import { PEOPLE_COMMANDS } from '#tests/db/log/people-at-random.ts';
import { PLAN_COMMANDS } from '#tests/db/log/plans-at-random.ts';
import { RETURN_COMMANDS } from '#tests/db/log/returns-at-random.ts';
import { ROUND_COMMANDS } from '#tests/db/log/round-at-random.ts';
import { SUMMARY_COMMANDS } from '#tests/db/log/summaries-at-random.ts';
import { TEMPLATE_COMMANDS } from '#tests/db/log/templates-at-random.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const anAgency = (world: TestWorld, pick: Pick) => anAgencyFromTheStart(world, pick) ?? nth(world.agencyIds, 0);
const aTask = ({ db, taskIds }: TestWorld, pick: Pick) => listTasks(db, PLAN)[pick(3)]?.id ?? nth(taskIds, 0);

const OWN_COMMANDS: Readonly<Record<string, Command>> = {
  undo: ({ db }) => undoStep(db, MADE),
  redo: ({ db }) => {
    undoStep(db, MADE);
    return redoStep(db, MADE);
  },
  merge: (world, pick) => mergeAgencies(world.db, anAgency(world, pick), anAgency(world, pick), MADE),
  removeTask: (world, pick) => removeTasks(world.db, PLAN, [aTask(world, pick)], 'renumber', MADE),
  setRole: (world, pick) => {
    const role = nth([...ROLES, null], pick(ROLES.length + 1));
    const taskId = aTask(world, pick);
    return setRoles(world.db, [{ taskId, agencyId: anAgency(world, pick), role }], MADE);
  },
};

const COMMANDS: Readonly<Record<string, Command>> = {
  ...OWN_COMMANDS,
  ...ROUND_COMMANDS,
  ...RETURN_COMMANDS,
  ...PLAN_COMMANDS,
  ...LIGHT_COMMANDS,
  ...DEADLINE_COMMANDS,
  ...DUTY_COMMANDS,
  ...ENTRY_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...SUMMARY_COMMANDS,
  ...TEMPLATE_COMMANDS,
};

/** Half of all: what the past is most easily got wrong by. */
const ALWAYS = [...Object.keys(OWN_COMMANDS), 'closePeriod', 'revise'];

test('the past after each of thirty random commands is what stood then', { timeout: 120_000 }, () => {
  const aCommand = fc.record({
    name: fc.oneof(fc.constantFrom(...ALWAYS), fc.constantFrom(...Object.keys(COMMANDS))),
    seed: fc.nat(),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(aCommand, { minLength: 30, maxLength: 30 }), (commands) => {
      const world = createTestDb();
      const kept = new Map<StepId, string>();
      const led = commands.flatMap(({ name, seed }) =>
        [LED_BY[name] ?? name, name].map((each) => ({ name: each, seed })),
      );
      for (const { name, seed } of led) {
        if (!tryCommand(world, name, seed)) continue;
        seen.add(name);
        const [last] = rows<{ id: StepId }>(world, 'SELECT max(id) AS id FROM step');
        if (last) kept.set(last.id, everything(world.db));
      }
      for (const [stepId, then] of kept) {
        const past = openPast(world.db, stepId);
        expect(everything(past.db)).toBe(then);
        past.close();
      }
      world.db.close();
    }),
    { numRuns: 15 },
  );
  expect(ALWAYS.filter((name) => !seen.has(name))).toEqual([]);
});

/** Every row, and every plan as `dump` and `history --at` print it. */
function everything(db: ReadableDb): string {
  return `${snapshotDb(db)}\n${JSON.stringify(listPlans(db).map(({ id }) => dump(db, id)))}`;
}

/** @returns whether it was done; a refusal is a fine outcome */
function tryCommand(world: TestWorld, name: string, seed: number): boolean {
  let rest = seed;
  const pick: Pick = (count) => {
    rest = (Math.imul(rest, 1_103_515_245) + 12_345) >>> 0;
    return (rest >>> 8) % count;
  };
  try {
    return COMMANDS[name]?.(world, pick) !== null;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
