import { describe, expect, it } from 'vitest';
import { roleOptions, sectionOptions } from '#renderer/features/filters/filter-options.ts';
import { tickFound, toggleTick } from '#renderer/features/filters/tick-choice.ts';
import { passingTasks, taskTests } from '#renderer/view/matrix-filter.ts';
import { FIRST_VIEW, type MatrixView } from '#renderer/view/matrix-view.ts';
import { shownTasks } from '#renderer/view/shown-tasks.ts';
import type { LightKey } from '#shared/domain/light.ts';
import { agencyId, anAgency, aSection, aTask, sectionId, taskId } from '../a-matrix.ts';

const AGENCIES = [
  anAgency(1, '县市场监督管理局', { shortName: '市场监管局', pinyin: 'xscjdglj' }),
  anAgency(2, '县农业农村局', { pinyin: 'xnyncj' }),
  anAgency(3, '县发展和改革局', { aliases: ['县发展和改革委员会'] }),
];
const TASKS = [
  aTask(1, 1, '建立冷链追溯体系', { 1: ['lead', 'on-track'] }),
  aTask(5, 2, '加强耕地土壤污染防治', { 2: ['lead', 'overdue'] }),
  aTask(15, 3, '农产品监测1.5批次', { 2: ['lead', 'done'], 3: ['cooperating', 'overdue'] }),
  aTask(16, 3, '完成50批次检验', { 3: ['lead', 'waiting'] }),
];

function shown(query: string, ...lights: readonly LightKey[]): readonly number[] {
  return seen({ lights }, query);
}

function seen(view: Partial<MatrixView>, query = ''): readonly number[] {
  return shownTasks(TASKS, AGENCIES, { ...FIRST_VIEW, ...view }, query).map((task) => task.number);
}

describe('finding tasks', () => {
  it('shows everything when nothing is asked', () => {
    expect(shown('')).toEqual([1, 5, 15, 16]);
    expect(shown('   ')).toEqual([1, 5, 15, 16]);
  });

  it('takes a bare number for the number of a task, not for digits in its text', () => {
    expect(shown('5')).toEqual([5]);
    expect(shown('第15项')).toEqual([15]);
    expect(shown('１６')).toEqual([16]);
  });

  it('looks for words in title and full text, blanks and widths aside', () => {
    expect(shown('耕地 土壤')).toEqual([5]);
    expect(shown('全文')).toEqual([1, 5, 15, 16]);
    expect(shown('50批次')).toEqual([16]);
  });

  it('shows the tasks of an agency named in full, in short, by alias or by pinyin initials', () => {
    expect(shown('县农业农村局')).toEqual([5, 15]);
    expect(shown('市场监管')).toEqual([1]);
    expect(shown('发展和改革委')).toEqual([15, 16]);
    expect(shown('nync')).toEqual([5, 15]);
    expect(shown('SCJD')).toEqual([1]);
  });

  it('shows nothing for words that occur nowhere', () => {
    expect(shown('海关')).toEqual([]);
  });
});

describe('choosing by light', () => {
  it('shows tasks in which some agency has one of the lights', () => {
    expect(shown('', 'overdue')).toEqual([5, 15]);
    expect(shown('', 'waiting', 'done')).toEqual([15, 16]);
  });

  it('asks the light of the named agency only, when words name one', () => {
    expect(shown('县农业农村局', 'overdue')).toEqual([5]);
  });
});

describe('filters of the columns', () => {
  it('let through the ticked sections, titles and roles, all conditions together', () => {
    expect(seen({ sections: [sectionId(3)] })).toEqual([15, 16]);
    expect(seen({ titles: ['完成50批次检验'] })).toEqual([16]);
    expect(seen({ agencyFilters: { [agencyId(3)]: { roles: ['lead', 'cooperating'], lights: null } } })).toEqual([
      15, 16,
    ]);
    expect(seen({ agencyFilters: { [agencyId(3)]: { roles: ['none'], lights: null } } })).toEqual([1, 5]);
    expect(
      seen({ sections: [sectionId(3)], agencyFilters: { [agencyId(2)]: { roles: null, lights: ['done'] } } }),
    ).toEqual([15]);
  });

  it.each([
    ['contains', '批次', [15, 16]],
    ['not-contains', '批次', [1, 5]],
    ['starts-with', '加强', [5]],
    ['equals', '建立冷链追溯体系', [1]],
    ['empty', '', []],
  ] as const)('know the condition %s', (operator, text, numbers) => {
    expect(seen({ titleTest: { operator, text } })).toEqual(numbers);
  });

  it('work together with the quick filter, and hidden rows stay away', () => {
    expect(seen({ sections: [sectionId(3)] }, '县农业农村局')).toEqual([15]);
    expect(seen({ hiddenTasks: [taskId(5)] })).toEqual([1, 15, 16]);
  });

  it('count in each list what the other conditions let through', () => {
    const view = {
      ...FIRST_VIEW,
      query: '',
      sections: [sectionId(3)],
      titleTest: { operator: 'contains', text: '检验' } as const,
    };
    const others = passingTasks(TASKS, taskTests(AGENCIES, view), 'sections');
    expect(sectionOptions(others, [aSection(2, '乙'), aSection(3, '丙')]).map((option) => option.count)).toEqual([
      0, 1,
    ]);
    const roles = roleOptions(passingTasks(TASKS, taskTests(AGENCIES, view), `roles-${agencyId(3)}`), agencyId(3));
    expect(roles.map((option) => [option.value, option.count])).toEqual([
      ['lead', 1],
      ['co-responsible', 0],
      ['cooperating', 0],
      ['none', 0],
    ]);
  });
});

describe('ticks in a list', () => {
  it('taken away one by one leave the others; with the last one back nothing is filtered', () => {
    const some = toggleTick(['甲', '乙', '丙'], null, '乙');
    expect(some).toEqual(['甲', '丙']);
    expect(toggleTick(['甲', '乙', '丙'], some, '乙')).toBeNull();
  });

  it('of a search change what was found and leave the rest as it is', () => {
    expect(tickFound(['甲', '乙', '丙'], null, ['甲', '乙'], false)).toEqual(['丙']);
    expect(tickFound(['甲', '乙', '丙'], ['丙'], ['甲'], true)).toEqual(['丙', '甲']);
    expect(tickFound(['甲', '乙', '丙'], ['丙'], ['甲', '乙'], true)).toBeNull();
  });

  it('of ten thousand titles cost no more than ten thousand looks', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => `任务${index}`);
    const started = performance.now();
    const some = toggleTick(all, null, '任务5000');
    expect(some).toHaveLength(9_999);
    expect(tickFound(all, some, all, true)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
