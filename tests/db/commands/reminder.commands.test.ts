import { expect, test } from 'vitest';
import { addReminders, answerReminder, type NewReminder, removeReminder } from '#db/commands/reminder.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import { PeriodIdSchema, RowIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const said = { manner: 'call', slip: null, text: '请报送', told: '张三', answer: '', promisedOn: null } as const;

function aDesk() {
  const { db, agencyIds, taskIds, periodIds } = createTestDb();
  const reminder = (more: Partial<NewReminder> = {}): NewReminder => ({
    ...{ agencyId: nth(agencyIds, 0), tasks: [nth(taskIds, 0)] },
    ...said,
    ...more,
  });
  const sending = (...reminders: NewReminder[]) => ({
    planId: PLAN,
    periodId: nth(periodIds, 9),
    madeOn: '2021-10-16',
    reminders,
  });
  return { db, agencyIds, taskIds, reminder, sending };
}

test('who was told is kept; an answer and its promise are added, and it can be taken away', () => {
  const { db, reminder, sending, taskIds } = aDesk();
  doUndoRedo(
    db,
    () => addReminders(db, sending(reminder({ answer: '本周报', promisedOn: '2021-10-20' }), reminder()), MADE),
    () =>
      expect(listReminders(db, PLAN)).toMatchObject([
        { ...said, slipNumber: '', tasks: [taskIds[0]], madeOn: '2021-10-16', answeredOn: null },
        { ...said, answer: '本周报', answeredOn: '2021-10-16', promisedOn: '2021-10-20' },
      ]),
  );
  const reminderId = RowIdSchema.parse(listReminders(db, PLAN)[0]?.id);
  doUndoRedo(
    db,
    () => answerReminder(db, reminderId, { answer: '已报', answeredOn: '2021-10-18' }, MADE),
    () =>
      expect(listReminders(db, PLAN)[0]).toMatchObject({ answer: '已报', answeredOn: '2021-10-18', promisedOn: null }),
  );
  doUndoRedo(
    db,
    () => removeReminder(db, reminderId, MADE),
    () => expect(listReminders(db, PLAN)).toHaveLength(1),
  );
  expect(codeOf(() => removeReminder(db, reminderId, MADE))).toBe('REMINDER_GONE');
  expect(codeOf(() => answerReminder(db, reminderId, { answer: '' }, MADE))).toBe('REMINDER_GONE');
});

test('slips are numbered by year and colour, one after another also in one step', () => {
  const { db, reminder, sending, agencyIds } = aDesk();
  const red = reminder({ manner: 'slip', slip: 'red' });
  addReminders(db, sending(red, { ...red, agencyId: nth(agencyIds, 1) }), MADE);
  const blue = addReminders(db, sending(reminder({ manner: 'slip', slip: 'blue' })), MADE);
  expect(blue.label).toBe('开蓝单：测试1 (2021)蓝1号');
  addReminders(db, { ...sending(red), madeOn: '2022-01-04' }, MADE);
  addReminders(db, sending(red), MADE);
  const numbers = listReminders(db, PLAN).map(({ slipNumber }) => slipNumber);
  expect(numbers.toSorted()).toEqual(['(2021)红1号', '(2021)红2号', '(2021)红3号', '(2021)蓝1号', '(2022)红1号']);
});

test('a number that was given again is not brought back by undo', () => {
  const { db, reminder, sending } = aDesk();
  const red = sending(reminder({ manner: 'slip', slip: 'red' }));
  addReminders(db, red, MADE);
  const [first] = listReminders(db, PLAN);
  const removal = removeReminder(db, RowIdSchema.parse(first?.id), MADE);
  addReminders(db, red, MADE);
  expect(listReminders(db, PLAN).map(({ slipNumber }) => slipNumber)).toEqual(['(2021)红1号']);
  expect(codeOf(() => undoStep(db, MADE, removal.stepId))).toBe('CHANGED_SINCE');
  expect(listReminders(db, PLAN)).toHaveLength(1);
});

test('a period or task of another plan is refused, and nothing is written', () => {
  const { db, reminder, sending } = aDesk();
  const other = { ...sending(reminder()), periodId: PeriodIdSchema.parse(99) };
  expect(codeOf(() => addReminders(db, other, MADE))).toBe('PERIOD_UNKNOWN');
  const gone = reminder({ tasks: [TaskIdSchema.parse(99)] });
  expect(codeOf(() => addReminders(db, sending(reminder(), gone), MADE))).toBe('TASK_GONE');
  expect(listReminders(db, PLAN)).toEqual([]);
});
