import { expect, test } from 'vitest';
import { formOf, readMatter } from '#renderer/features/matters/matter-draft.ts';
import { TaskIdSchema } from '#shared/domain/ids.ts';
import type { MatterView } from '#shared/domain/matter.ts';

const MATTER: MatterView = {
  taskId: TaskIdSchema.parse(54),
  number: 54,
  kind: 'instruction',
  source: '信访件',
  aroseOn: '2021-10-11',
  workdays: null,
  dueOn: '2021-11-30',
  title: '查处',
  content: '查处无证经营。',
  calendarKnown: true,
  roles: [],
};

test('days stand in the form as a clerk writes them, and are read as they stand', () => {
  const form = formOf(MATTER, '2021-12-16');
  expect([form.aroseOn, form.dueOn]).toEqual(['2021年10月11日', '2021年11月30日']);
  expect(readMatter(form, '2021-12-16')).toMatchObject({
    wrong: null,
    matter: { aroseOn: '2021-10-11', dueOn: '2021-11-30' },
  });
  expect(formOf(null, '2021-12-16').aroseOn).toBe('2021年12月16日');
});
