import { expect, test } from 'vitest';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { returnFieldLabel } from '#shared/domain/return-field.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { sendBackReasons } from '#shared/domain/send-back-reasons.ts';

const anItem = (change: Partial<ReturnItem>): ReturnItem => ({
  id: 0,
  returnId: null,
  key: '5/3/percent',
  taskId: TaskIdSchema.parse(5),
  taskNumber: 5,
  taskTitle: '任务',
  agencyId: AgencyIdSchema.parse(3),
  agencyName: '县公安局',
  field: 'percent',
  fieldLabel: returnFieldLabel(change.field ?? 'percent'),
  base: '',
  baseFrom: 'sent',
  theirs: '八成',
  ours: '',
  state: 'unreadable',
  doubt: '',
  doubts: [],
  chosen: false,
  offers: [],
  retraction: false,
  place: { row: 6, column: 6 },
  ...change,
});

test('what the rules found comes first, then what cannot be read, what is missing, and what is only doubtful', () => {
  const place = { row: 5, column: 7 };
  const fault = {
    rule: 'empty',
    sentence: '第 5 项：进展情况未填。',
    taskId: TaskIdSchema.parse(5),
    field: null,
    place,
  };
  const reasons = sendBackReasons({
    faults: [fault, { ...fault, place: null }],
    items: [
      anItem({ state: 'proposed', theirs: '1', doubt: '100% 还是 1%' }),
      anItem({}),
      anItem({ state: 'proposed', theirs: '40' }),
      anItem({ field: 'status', theirs: '', doubt: '对方清空了此格' }),
    ],
    missingTasks: [7, 9].map((number) => ({ taskId: TaskIdSchema.parse(number), number, title: '' })),
  });
  expect(reasons.map(({ sentence, suggested, place: at }) => [sentence, suggested, at])).toEqual([
    ['第 5 项：进展情况未填。', true, place],
    ['第 5 项 完成比例：填写的是“八成”，不能识别。', true, { row: 6, column: 6 }],
    ['第 5 项 进展状态：此格为空，对方清空了此格。', true, { row: 6, column: 6 }],
    ['表中没有第 7、9 项任务，请补报。', true, null],
    ['第 5 项 完成比例：填写的是“1”，100% 还是 1%。', false, { row: 6, column: 6 }],
  ]);
});

test('what they wrote is quoted on one line and not without end; of many missing tasks the first are named', () => {
  const [quoted, missing] = sendBackReasons({
    faults: [],
    items: [anItem({ theirs: `长\n${'话'.repeat(200)}` })],
    missingTasks: Array.from({ length: 200 }, (_, index) => ({
      taskId: TaskIdSchema.parse(index + 1),
      number: index + 1,
      title: '',
    })),
  });
  expect(quoted?.sentence).toBe(`第 5 项 完成比例：填写的是“长 ${'话'.repeat(38)}…”，不能识别。`);
  expect(missing?.sentence).toMatch(/^表中没有第 1、2、.*、30 等 200 项任务，请补报。$/);
});
