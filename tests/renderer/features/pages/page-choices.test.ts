import { expect, test } from 'vitest';
import { pageChoices } from '#renderer/features/pages/page-choices.ts';
import type { PageKind } from '#renderer/features/pages/page-desk.ts';
import { anAgency, aTask } from '../../a-matrix.ts';

const known = {
  overview: {
    agencies: [
      anAgency(1, '县农业农村局', { pinyin: 'xnyncj', duties: 3 }),
      anAgency(2, '县公安局', { pinyin: 'xgaj', duties: 0 }),
    ],
  },
  tasks: [aTask(1, null, '冷链监管'), aTask(12, null, '校园食品'), aTask(21, null, '第12次检查')],
  leaders: [{ name: '张三', post: '副县长', tasks: 2, duties: 5, overdue: 1 }],
};

test.each<readonly [PageKind, string, readonly string[]]>([
  ['task', '', ['冷链监管', '校园食品', '第12次检查']],
  ['task', '12', ['校园食品']],
  ['task', '校园', ['校园食品']],
  ['agency', '', ['县农业农村局', '县公安局']],
  ['agency', 'nync', ['县农业农村局']],
  ['agency', '公安', ['县公安局']],
  ['leader', '副县长', ['张三']],
  ['leader', '李四', []],
])('%s by “%s”', (kind, words, labels) => {
  expect(pageChoices(kind, words, known).map(({ label }) => label)).toEqual(labels);
});

test('each says how much is theirs, and a task its number, before its words as in the matrix', () => {
  expect(pageChoices('task', '校园', known)).toMatchObject([{ number: '12', label: '校园食品', hint: '' }]);
  expect(pageChoices('agency', '', known).map(({ hint }) => hint)).toEqual(['3项', '']);
  expect(pageChoices('leader', '', known)[0]?.hint).toBe('2项 · 逾期1');
});
