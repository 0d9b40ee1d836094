import { expect, it } from 'vitest';
import { fromTheTop } from '#renderer/steps/from-the-top.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';

it('undoing a large paste goes to its first row, not to the one it was taken back from last', () => {
  const agencyId = AgencyIdSchema.parse(1);
  const cell = (task: number) => ({ taskId: TaskIdSchema.parse(task), agencyId, periodId: null });
  const tasks = [3, 1, 2].map((id) => ({ id: TaskIdSchema.parse(id) }));
  expect(fromTheTop([cell(2), cell(1), cell(3)], tasks)).toEqual([cell(3), cell(1), cell(2)]);
  expect(fromTheTop([cell(2)], tasks)).toEqual([cell(2)]);
});
