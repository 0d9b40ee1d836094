// A plan's state as it was after any step is the state that stood then: kept after each of many random steps, and asked
// for again when all of them are done.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlanState, loadPlanStateAfter, type StatePart } from '#backend/standing/plan-state.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { insertTasks, moveTasks, removeTasks } from '#db/commands/task.commands.ts';
import { renameSection, setTaskTexts } from '#db/commands/task-text.commands.ts';
import type { CommittedStep } from '#db/log/commit-step.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listSections, listTasks } from '#db/queries/plan.queries.ts';
import { listAgencyNames } from '#db/queries/standing.queries.ts';
import type { PeriodId, StepId } from '#shared/domain/ids.ts';
import { ROLES } from '#shared/domain/role.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { AppError } from '#shared/errors.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

type Pick = <Item>(items: readonly Item[]) => Item;

/** Commands that touch every part of a state; each takes what it works on from what is there. */
const COMMANDS: readonly ((world: TestWorld, pick: Pick) => CommittedStep)[] = [
  ({ db }, pick) => setRoles(db, [{ ...aPlace(db, pick), role: pick([...ROLES, null]) }], MADE),
  ({ db, periodIds }, pick) => {
    const patch = pick([null, { status: pick(STATUSES), narrative: pick(['', '已办']), percent: pick([null, 50]) }]);
    return setProgress(db, [{ ...aPlace(db, pick), periodId: pick(periodIds.slice(0, 2)), patch }], MADE);
  },
  ({ db }, pick) => setNotes(db, [{ ...aPlace(db, pick), text: pick(['', '批注', '两行\n批注']) }], MADE),
  ({ db }, pick) =>
    insertTasks(db, PLAN, { after: aTask(db, pick) }, [{ title: '新任务', content: '全文' }], 'renumber', MADE),
  ({ db }, pick) => removeTasks(db, PLAN, [aTask(db, pick)], pick(['keep', 'renumber']), MADE),
  ({ db }, pick) => moveTasks(db, PLAN, [aTask(db, pick)], { endOf: pick(listSections(db, PLAN)).id }, 'keep', MADE),
  ({ db }, pick) => setTaskTexts(db, [{ taskId: aTask(db, pick), title: pick(['甲', '乙', '丙']) }], MADE),
  ({ db }, pick) => renameSection(db, pick(listSections(db, PLAN)).id, pick(['总体要求', '重点任务']), MADE),
  ({ db }, pick) => {
    const agency = pick(listAgencyNames(db)).id;
    const members = [pick(listAgencyNames(db)).id];
    return updateAgency(db, agency, pick([{ kind: 'group', members }, { aliases: [pick(['甲办', '乙办'])] }]), MADE);
  },
  ({ db }, pick) => mergeAgencies(db, pick(listAgencyNames(db)).id, pick(listAgencyNames(db)).id, MADE),
  ({ db }) => undoStep(db, MADE),
  ({ db }) => redoStep(db, MADE),
];

const aTask = (db: TestWorld['db'], pick: Pick) => pick(listTasks(db, PLAN)).id;
const aPlace = (db: TestWorld['db'], pick: Pick) => ({
  taskId: aTask(db, pick),
  agencyId: pick(listAgencyNames(db)).id,
});

/** @returns the step, or `null` when the command was refused */
function tryCommand(world: TestWorld, command: (typeof COMMANDS)[number], pick: Pick): StepId | null {
  try {
    return command(world, pick).stepId;
  } catch (error) {
    if (error instanceof AppError || listTasks(world.db, PLAN).length === 0) return null;
    throw error;
  }
}

describe('the state of a plan', () => {
  it('as it was after each of many random steps, is what stood then', () => {
    const done = new Set<number>();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const world = createTestDb({ tasks: 4, agencies: 5 });
        const pick: Pick = (items) => nth(items, (numbers.next().value ?? 0) % items.length);
        const kept = new Map<StepId, unknown>();
        for (let count = 0; count < 40; count++) {
          const index = (numbers.next().value ?? 0) % COMMANDS.length;
          const stepId = tryCommand(world, nth(COMMANDS, index), pick);
          if (stepId === null) continue;
          done.add(index);
          kept.set(stepId, loadPlanState(world.db, PLAN));
        }
        for (const [stepId, state] of kept) {
          expect(loadPlanStateAfter(world.db, PLAN, stepId)).toEqual(state);
        }
        world.db.close();
      }),
      { numRuns: 25 },
    );
    // A command that never succeeded was never looked back past.
    expect(done.size).toBe(COMMANDS.length);
  }, 60_000);

  it('after a step that never was is refused', () => {
    const { db } = createTestDb();
    expect(codeOf(() => loadPlanStateAfter(db, PLAN, 99 as StepId))).toBe('STEP_UNKNOWN');
  });

  it('is read in parts, of few tasks and of one period, without a change of what they hold', () => {
    const { db, taskIds, agencyIds, periodIds } = createTestDb();
    const entry = (task: number, period: number) => ({
      taskId: nth(taskIds, task),
      agencyId: nth(agencyIds, 0),
      periodId: nth(periodIds, period),
      patch: { status: 'done' as const, narrative: '已办结' },
    });
    setProgress(db, [entry(0, 0), entry(1, 0), entry(1, 1)], MADE);
    const whole = loadPlanState(db, PLAN);
    const scope = { taskIds: [nth(taskIds, 1)], periodId: nth(periodIds, 1) };
    const part = loadPlanState(db, PLAN, { ...scope, parts: ['tasks', 'progress', 'marks', 'assignments', 'owed'] });
    expect(part.tasks).toEqual(whole.tasks.filter(({ id }) => id === taskIds[1]));
    expect(part.assignments).toEqual(whole.assignments.filter(({ taskId }) => taskId === taskIds[1]));
    expect(part.owed).toEqual(whole.owed.filter(({ taskId }) => taskId === taskIds[1]));
    const inScope = (row: { taskId: number; periodId: PeriodId }) =>
      row.taskId === taskIds[1] && row.periodId === periodIds[1];
    expect(part.progress).toEqual(whole.progress.filter(inScope));
    expect(part.marks).toEqual(whole.marks.filter(inScope));
    expect(part.marks).toHaveLength(1);
    expect(Object.keys(part)).toEqual(['tasks', 'progress', 'marks', 'assignments', 'owed'] satisfies StatePart[]);
  });
});
