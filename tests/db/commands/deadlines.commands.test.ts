import { describe, expect, it } from 'vitest';
import { resetCalendarYear, setCalendarYears } from '#db/commands/calendar.commands.ts';
import { closeTasks, reopenTasks } from '#db/commands/closing.commands.ts';
import { setTaskDues } from '#db/commands/due.commands.ts';
import { addEvidence } from '#db/commands/evidence.commands.ts';
import { addExtensions, removeExtension } from '#db/commands/extension.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { listCalendarYears } from '#db/queries/calendar.queries.ts';
import { listClosings } from '#db/queries/closing.queries.ts';
import { listTaskDues } from '#db/queries/due.queries.ts';
import { listEvidence } from '#db/queries/evidence.queries.ts';
import { listExtensions } from '#db/queries/extension.queries.ts';
import { RowIdSchema } from '#shared/domain/ids.ts';
import type { TaskDueDraft } from '#shared/domain/task-due.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

function aPlace(world = createTestDb()) {
  return { ...world, taskId: nth(world.taskIds, 0), agencyId: nth(world.agencyIds, 0) };
}

describe('putting off', () => {
  const words = { dueOn: '2021-12-20', reason: ' 汛期\n影响 ', approver: '张三', approvedOn: '2021-11-01' };

  it('keeps who approved it and why, one step for several places, and can be taken back', () => {
    const { db, taskId, taskIds, agencyId, periodIds } = aPlace();
    const drafts = [
      { taskId, agencyId, periodId: nth(periodIds, 10), ...words },
      { taskId: nth(taskIds, 1), agencyId: null, periodId: null, ...words },
    ];
    doUndoRedo(
      db,
      () => addExtensions(db, drafts, MADE),
      () => {
        expect(listExtensions(db, PLAN)).toMatchObject([
          { agencyId, dueOn: '2021-12-20', reason: '汛期 影响', approver: '张三' },
          { agencyId: null, periodId: null },
        ]);
      },
    );
    const [first] = listExtensions(db, PLAN);
    if (!first) throw new Error('no extension');
    doUndoRedo(
      db,
      () => removeExtension(db, first.id, MADE),
      () => expect(listExtensions(db, PLAN)).toHaveLength(1),
    );
  });

  it('says in its label what was put off, until when, by whom', () => {
    const { db, taskId, agencyId, periodIds } = aPlace();
    const { label } = addExtensions(db, [{ taskId, agencyId, periodId: nth(periodIds, 10), ...words }], MADE);
    expect(label).toBe('延期：第 1 项 测试1 2021年11月，延至 2021-12-20（批准人：张三；原因：汛期 影响）');
  });

  it('asks for a reason and an approver, and knows its plan', () => {
    const { db, taskId, agencyId } = aPlace();
    const place = { taskId, agencyId, periodId: null };
    expect(codeOf(() => addExtensions(db, [{ ...place, ...words, reason: ' ' }], MADE))).toBe('APPROVAL_MISSING');
    expect(codeOf(() => addExtensions(db, [{ ...place, ...words, approver: '' }], MADE))).toBe('APPROVAL_MISSING');
    expect(codeOf(() => addExtensions(db, [{ ...place, ...words, periodId: 999 as never }], MADE))).toBe(
      'PERIOD_UNKNOWN',
    );
    expect(codeOf(() => addExtensions(db, [{ ...place, ...words, taskId: 999 as never }], MADE))).toBe('TASK_GONE');
    expect(codeOf(() => removeExtension(db, RowIdSchema.parse(999), MADE))).toBe('ROW_GONE');
  });
});

describe('closing a task', () => {
  const basis = { closedOn: '2021-11-10', basis: '验收报告', approver: '' };
  const aFile = (title: string) => ({ title, fileName: `${title}.pdf`, sha256: title, size: 1, addedOn: '2021-11-10' });
  const proofs = (db: WritableDb) =>
    listEvidence(db, PLAN).map(({ title, agencyId, closingId }) => ({ title, agencyId, closingId }));

  it('carries what proves it: evidence that was there and files that come with it, one step', () => {
    const { db, taskId, agencyId } = aPlace();
    const there = { taskId, agencyId, periodId: null, closingId: null, note: '' };
    const [id] = addEvidence(db, [{ ...aFile('检查记录'), ...there }], MADE).rowIds;
    const evidenceIds = [RowIdSchema.parse(id)];
    doUndoRedo(
      db,
      () => closeTasks(db, [{ taskId, agencyId, ...basis }], MADE, { evidenceIds, files: [aFile('验收意见')] }),
      () => {
        const closingId = listClosings(db, PLAN)[0]?.id;
        expect(proofs(db)).toEqual([
          { title: '检查记录', agencyId, closingId },
          { title: '验收意见', agencyId, closingId },
        ]);
      },
    );
    undoStep(db, MADE);
    expect(proofs(db)).toEqual([{ title: '检查记录', agencyId, closingId: null }]);
  });

  it('of several places gives each its files, and refuses evidence of another place', () => {
    const { db, taskId, taskIds, agencyId, agencyIds } = aPlace();
    const [other, second] = [nth(taskIds, 1), nth(agencyIds, 1)];
    const of = (place: object) => ({ taskId, agencyId, periodId: null, closingId: null, note: '', ...place });
    const { rowIds } = addEvidence(
      db,
      [of({}), of({ agencyId: null }), of({ agencyId: second }), of({ taskId: other })].map((place) => {
        return { ...aFile('记录'), ...place };
      }),
      MADE,
    );
    const [own, whole, ofSecond, ofOther] = rowIds.map((id) => RowIdSchema.parse(id));
    if (!own || !whole || !ofSecond || !ofOther) throw new Error('four pieces');
    const place = { taskId, agencyId, ...basis };
    for (const id of [ofSecond, ofOther]) {
      expect(codeOf(() => closeTasks(db, [place], MADE, { evidenceIds: [id] }))).toBe('EVIDENCE_OF_OTHERS');
    }
    expect(codeOf(() => closeTasks(db, [place], MADE, { evidenceIds: [999 as never] }))).toBe('ROW_GONE');
    expect(listClosings(db, PLAN)).toEqual([]);
    const drafts = [place, { taskId: other, agencyId: null, ...basis }];
    const done = closeTasks(db, drafts, MADE, { evidenceIds: [own, whole, ofOther], files: [aFile('验收意见')] });
    expect(done.label).toBe('办结：2 处（2021-11-10，依据：验收报告，佐证材料 4 份）');
    const [one, two] = listClosings(db, PLAN);
    expect(proofs(db).filter(({ closingId }) => closingId === one?.id)).toHaveLength(3);
    expect(proofs(db).filter(({ closingId }) => closingId === two?.id)).toHaveLength(2);
  });

  it('holds until it is opened again for a reason, and can then be closed anew', () => {
    const { db, taskId, agencyId } = aPlace();
    const place = { taskId, agencyId };
    doUndoRedo(
      db,
      () => closeTasks(db, [{ ...place, ...basis }], MADE),
      () => expect(listClosings(db, PLAN)).toMatchObject([{ closedOn: '2021-11-10', reopenedOn: null }]),
    );
    expect(codeOf(() => closeTasks(db, [{ ...place, ...basis }], MADE))).toBe('ALREADY_CLOSED');
    closeTasks(db, [{ ...place, agencyId: null, ...basis }], MADE);
    const again = { reopenedOn: '2021-11-18', reason: '复查未通过' };
    doUndoRedo(
      db,
      () => reopenTasks(db, [place], again, MADE),
      () => expect(listClosings(db, PLAN)[0]).toMatchObject({ reopenedOn: '2021-11-18', reopenReason: '复查未通过' }),
    );
    expect(codeOf(() => reopenTasks(db, [place], again, MADE))).toBe('NOT_YET_CLOSED');
    closeTasks(db, [{ ...place, ...basis, closedOn: '2021-12-01' }], MADE);
    expect(listClosings(db, PLAN)).toHaveLength(3);
  });

  it('asks what it rests on, and why it is opened again', () => {
    const { db, taskId, agencyId } = aPlace();
    expect(codeOf(() => closeTasks(db, [{ taskId, agencyId, ...basis, basis: '' }], MADE))).toBe('APPROVAL_MISSING');
    closeTasks(db, [{ taskId, agencyId, ...basis }], MADE);
    const again = { reopenedOn: '2021-11-18', reason: ' ' };
    expect(codeOf(() => reopenTasks(db, [{ taskId, agencyId }], again, MADE))).toBe('APPROVAL_MISSING');
  });
});

describe('when a task is due', () => {
  const due = (patch: Partial<TaskDueDraft>): TaskDueDraft => {
    return { kind: 'date', text: '', date: null, day: null, count: null, ...patch };
  };

  it('is set as a whole, one step', () => {
    const { db, taskId } = aPlace();
    const dues = [
      due({ text: '汛期前' }),
      due({ text: '11月20日前', date: '2021-11-20' }),
      due({ kind: 'monthly', day: 15 }),
    ];
    doUndoRedo(
      db,
      () => setTaskDues(db, taskId, dues, MADE),
      () => expect(listTaskDues(db, PLAN, [taskId])).toMatchObject(dues),
    );
    doUndoRedo(
      db,
      () => setTaskDues(db, taskId, [due({ text: '汛期前', date: '2021-06-01' })], MADE),
      () => expect(listTaskDues(db, PLAN)).toMatchObject([{ text: '汛期前', date: '2021-06-01' }]),
    );
    expect(codeOf(() => setTaskDues(db, taskId, [due({ text: '汛期前', date: '2021-06-01' })], MADE))).toBe(
      'NOTHING_TO_CHANGE',
    );
  });
});

describe('the calendar of the office', () => {
  const year = (workdays: readonly string[]) => {
    const holidays = [{ name: '国庆节', from: '2027-10-01', to: '2027-10-07' }];
    return { year: 2027, source: '通知', holidays, workdays: [...workdays] };
  };

  it('has whole years in place of those that come with the program, and gives them back', () => {
    const { db } = createTestDb();
    doUndoRedo(
      db,
      () => setCalendarYears(db, [year(['2027-10-09', '2027-09-26'])], MADE),
      () => expect(listCalendarYears(db)).toEqual([year(['2027-09-26', '2027-10-09'])]),
    );
    doUndoRedo(
      db,
      () => setCalendarYears(db, [year([])], MADE),
      () => expect(listCalendarYears(db)).toEqual([year([])]),
    );
    doUndoRedo(
      db,
      () => resetCalendarYear(db, 2027, MADE),
      () => expect(listCalendarYears(db)).toEqual([]),
    );
    expect(codeOf(() => resetCalendarYear(db, 2027, MADE))).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it('refuses a day that is both off and worked, and a stretch that ends before it begins', () => {
    const { db } = createTestDb();
    expect(codeOf(() => setCalendarYears(db, [year(['2027-10-03'])], MADE))).toBe('CALENDAR_YEAR_MIXED');
    const turned = { ...year([]), holidays: [{ name: '国庆节', from: '2027-10-07', to: '2027-10-01' }] };
    expect(codeOf(() => setCalendarYears(db, [turned], MADE))).toBe('PERIOD_DATES');
  });
});
