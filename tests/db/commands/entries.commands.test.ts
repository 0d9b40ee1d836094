import { describe, expect, it } from 'vitest';
import { addEvidence, removeEvidence, updateEvidence } from '#db/commands/evidence.commands.ts';
import { setMilestones } from '#db/commands/milestone.commands.ts';
import { closePeriod } from '#db/commands/period.commands.ts';
import { type PlanRevision, revisePlan } from '#db/commands/revise-plan.commands.ts';
import { setSubItems } from '#db/commands/sub-item.commands.ts';
import { setTargetsOfTask } from '#db/commands/target.commands.ts';
import { setTargetValues } from '#db/commands/target-value.commands.ts';
import { addVerifications, removeVerification } from '#db/commands/verification.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { listAssignments } from '#db/queries/assignment.queries.ts';
import { listEvidence } from '#db/queries/evidence.queries.ts';
import { listMilestones } from '#db/queries/milestone.queries.ts';
import { listSections, listTasks, targetsOfTask } from '#db/queries/plan.queries.ts';
import { listSubItems } from '#db/queries/sub-item.queries.ts';
import { listTargetValues } from '#db/queries/target-value.queries.ts';
import { listVerifications } from '#db/queries/verification.queries.ts';
import type { Target } from '#shared/domain/plan-reading.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const span = { start: 0, end: 1 };
const grain: Target = { name: '粮食监测', comparator: '=', value: 50, unit: '批次', text: '完成50批次', span };
const rate: Target = { name: '合格率', comparator: '≥', value: 97, unit: '%', text: '合格率达到97%', span };

/** Task 1 has two targets; the first agency leads it. */
function aMeasuredTask() {
  const world = createTestDb();
  const taskId = nth(world.taskIds, 0);
  const edit = (target: Target) => ({
    id: null,
    name: target.name,
    comparator: target.comparator,
    value: target.value,
    unit: target.unit,
    accumulates: null,
  });
  setTargetsOfTask(world.db, taskId, [edit(grain), edit(rate)], MADE);
  const [first, second] = targetsOfTask(world.db, taskId);
  if (!first || !second) throw new Error('two targets');
  const cell = (month: number) => ({ agencyId: nth(world.agencyIds, 0), periodId: nth(world.periodIds, month - 1) });
  return { ...world, taskId, first, second, cell };
}

describe('values of targets', () => {
  it('are entered, changed and taken away, many at once in one step', () => {
    const { db, first, second, cell } = aMeasuredTask();
    const both = [
      { targetId: first.id, ...cell(1), value: 12 },
      { targetId: second.id, ...cell(1), value: 96, cumulative: 95 },
    ];
    doUndoRedo(
      db,
      () => setTargetValues(db, both, MADE),
      () =>
        expect(listTargetValues(db, PLAN).map((row) => [row.value, row.cumulative])).toEqual([
          [12, null],
          [96, 95],
        ]),
    );
    doUndoRedo(
      db,
      () => setTargetValues(db, [{ targetId: second.id, ...cell(1), value: null }], MADE),
      () =>
        expect(listTargetValues(db, PLAN).map((row) => [row.value, row.cumulative])).toEqual([
          [12, null],
          [null, 95],
        ]),
    );
    doUndoRedo(
      db,
      () => setTargetValues(db, [{ targetId: second.id, ...cell(1), cumulative: null }], MADE),
      () => expect(listTargetValues(db, PLAN)).toHaveLength(1),
    );
  });

  it('of a closed period stand: neither typing nor undo changes them', () => {
    const { db, first, cell } = aMeasuredTask();
    const { stepId } = setTargetValues(db, [{ targetId: first.id, ...cell(1), value: 12 }], MADE);
    closePeriod(db, cell(1).periodId, { closedOn: '2021-02-01', owed: 1, missing: 0 }, MADE);
    expect(codeOf(() => setTargetValues(db, [{ targetId: first.id, ...cell(1), value: 13 }], MADE))).toBe(
      'PERIOD_CLOSED',
    );
    expect(codeOf(() => undoStep(db, MADE, stepId))).toBe('PERIOD_CLOSED');
    expect(codeOf(() => setTargetsOfTask(db, first.taskId, [], MADE))).toBe('PERIOD_CLOSED');
    expect(listTargetValues(db, PLAN)).toHaveLength(1);
  });

  it('are refused where nothing is owed, and for a target that is gone', () => {
    const { db, agencyIds, first, second, taskId, cell } = aMeasuredTask();
    const stranger = { ...cell(1), agencyId: nth(agencyIds, 3) };
    expect(codeOf(() => setTargetValues(db, [{ targetId: first.id, ...stranger, value: 1 }], MADE))).toBe(
      'NOT_ASSIGNED',
    );
    setTargetsOfTask(db, taskId, [asEdit(second)], MADE);
    expect(codeOf(() => setTargetValues(db, [{ targetId: first.id, ...cell(1), value: 1 }], MADE))).toBe('TARGET_GONE');
  });
});

function asEdit({ id, name, comparator, value, unit }: ReturnType<typeof aMeasuredTask>['first']) {
  return { id, name, comparator, value, unit, accumulates: null };
}

describe('targets', () => {
  it('change places, and keep the words of the document', () => {
    const { db, taskId, first, second } = aMeasuredTask();
    doUndoRedo(
      db,
      () => setTargetsOfTask(db, taskId, [asEdit(second), { ...asEdit(first), value: 60 }], MADE),
      () =>
        expect(targetsOfTask(db, taskId).map(({ name, value, text }) => [name, value, text])).toEqual([
          ['合格率', 97, second.text],
          ['粮食监测', 60, first.text],
        ]),
    );
  });

  it('take what was reported with them when they go, and bring it back', () => {
    const { db, taskId, first, second, cell } = aMeasuredTask();
    setTargetValues(db, [{ targetId: first.id, ...cell(1), value: 12 }], MADE);
    doUndoRedo(
      db,
      () => setTargetsOfTask(db, taskId, [asEdit(second)], MADE),
      () => {
        expect(targetsOfTask(db, taskId)).toHaveLength(1);
        expect(listTargetValues(db, PLAN)).toEqual([]);
      },
    );
    undoStep(db, MADE);
    expect(listTargetValues(db, PLAN)).toHaveLength(1);
  });

  it('keep what was reported when a newer version of the plan says the same', () => {
    const { db, taskId, first, cell } = aMeasuredTask();
    setTargetValues(db, [{ targetId: first.id, ...cell(1), value: 12 }], MADE);
    const newer = { ...grain, value: 80, text: '完成80批次' };
    doUndoRedo(
      db,
      () => revisePlan(db, aRevision(db, taskId, [newer]), MADE),
      () => {
        const [target, ...others] = targetsOfTask(db, taskId);
        expect(target).toMatchObject({ id: first.id, value: 80, text: '完成80批次' });
        expect(others).toEqual([]);
      },
    );
    expect(listTargetValues(db, PLAN)).toMatchObject([{ targetId: first.id, value: 12 }]);
    // A version without it does not lose what was reported: a person decides.
    revisePlan(db, aRevision(db, taskId, [rate]), MADE);
    expect(targetsOfTask(db, taskId).map(({ name }) => name)).toEqual(['合格率', '粮食监测']);
    expect(listTargetValues(db, PLAN)).toHaveLength(1);
  });
});

function aRevision(db: TestWorld['db'], taskId: number, targets: readonly Target[]): PlanRevision {
  const sections = listSections(db, PLAN);
  const roles = Map.groupBy(listAssignments(db, PLAN), (row) => row.taskId);
  return {
    planId: PLAN,
    head: { title: `修订${targets.length}${targets[0]?.text}`, documentNumber: '', issuer: '', issuedOn: '' },
    source: { name: '', text: '修订', sha256: '' },
    sections,
    newAgencies: [],
    newAliases: [],
    tasks: listTasks(db, PLAN).map((task) => ({
      ...task,
      section: sections.findIndex(({ id }) => id === task.sectionId),
      span: null,
      assignments: (roles.get(task.id) ?? []).map((role) => ({ ...role, agency: role.agencyId })),
      ...(task.id === taskId ? { facts: { targets, dues: [] } } : {}),
    })),
    removed: [],
    label: '按修订版更新',
  };
}

describe('lists of a task', () => {
  it('milestones are planned, reached and put in another order', () => {
    const { db, taskIds, agencyIds } = createTestDb();
    const taskId = nth(taskIds, 0);
    const plan = ['2021-03-31', '2021-06-30', '2021-12-31'].map((plannedOn, index) => ({
      id: null,
      agencyId: index === 2 ? nth(agencyIds, 0) : null,
      title: `节点${index + 1}`,
      plannedOn,
      doneOn: null,
      note: '',
    }));
    doUndoRedo(
      db,
      () => setMilestones(db, taskId, plan, MADE),
      () => expect(listMilestones(db, PLAN).map(({ title }) => title)).toEqual(['节点1', '节点2', '节点3']),
    );
    const [first, second, third] = listMilestones(db, PLAN);
    if (!first || !second || !third) throw new Error('three milestones');
    const { label } = setMilestones(
      db,
      taskId,
      [{ ...first, doneOn: '2021-04-02' }, second, third].map(({ taskId: _, position: __, ...edit }) => edit),
      MADE,
    );
    expect(label).toBe('节点完成：第 1 项 “节点1”');
    doUndoRedo(
      db,
      () =>
        setMilestones(
          db,
          taskId,
          [third, first].map(({ taskId: _, position: __, ...edit }) => edit),
          MADE,
        ),
      () => expect(listMilestones(db, PLAN).map(({ title }) => title)).toEqual(['节点3', '节点1']),
    );
    const gone = { ...second, title: '迟到' };
    expect(
      codeOf(() =>
        setMilestones(
          db,
          taskId,
          [gone].map(({ taskId: _, position: __, ...edit }) => edit),
          MADE,
        ),
      ),
    ).toBe('ROW_GONE');
  });

  it('sub-items have a unit, a due date and a status of their own', () => {
    const { db, taskIds, agencyIds } = createTestDb();
    const item = { id: null, agencyId: nth(agencyIds, 1), title: '乡镇检查', doneOn: null, note: '' };
    doUndoRedo(
      db,
      () =>
        setSubItems(db, nth(taskIds, 0), [{ ...item, dueOn: '2021-06-30', status: 'in-progress', percent: 40 }], MADE),
      () => expect(listSubItems(db, PLAN)).toMatchObject([{ title: '乡镇检查', percent: 40, position: 1 }]),
    );
  });
});

describe('what proves a report', () => {
  it('a check on the spot is added beside the report, also of a closed period, and taken away', () => {
    const { db, taskId, cell } = aMeasuredTask();
    closePeriod(db, cell(1).periodId, { closedOn: '2021-02-01', owed: 1, missing: 0 }, MADE);
    const check = {
      result: 'not-confirmed',
      manner: '实地',
      checker: '张三',
      checkedOn: '2021-02-05',
      note: '只做了一半',
    } as const;
    doUndoRedo(
      db,
      () => addVerifications(db, [{ taskId, ...cell(1), ...check }], MADE),
      () => expect(listVerifications(db, PLAN)).toMatchObject([check]),
    );
    const [row] = listVerifications(db, PLAN);
    if (!row) throw new Error('no verification');
    doUndoRedo(
      db,
      () => removeVerification(db, row.id, MADE),
      () => expect(listVerifications(db, PLAN)).toEqual([]),
    );
    expect(codeOf(() => removeVerification(db, row.id, MADE))).toBe('ROW_GONE');
  });

  it('evidence is entered, renamed and taken out of the list', () => {
    const { db, taskId } = aMeasuredTask();
    const item = {
      taskId,
      agencyId: null,
      periodId: null,
      closingId: null,
      title: '照片',
      fileName: '照片.jpg',
      sha256: 'a'.repeat(64),
      size: 3,
      addedOn: '2021-02-01',
      note: '',
    };
    doUndoRedo(
      db,
      () => addEvidence(db, [item], MADE),
      () => expect(listEvidence(db, PLAN)).toMatchObject([item]),
    );
    const [row] = listEvidence(db, PLAN);
    if (!row) throw new Error('no evidence');
    doUndoRedo(
      db,
      () => updateEvidence(db, row.id, { title: '现场照片' }, MADE),
      () => expect(listEvidence(db, PLAN)).toMatchObject([{ title: '现场照片' }]),
    );
    doUndoRedo(
      db,
      () => removeEvidence(db, row.id, MADE),
      () => expect(listEvidence(db, PLAN)).toEqual([]),
    );
  });
});
