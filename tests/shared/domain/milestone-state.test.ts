import { describe, expect, it } from 'vitest';
import {
  lastDayNamed,
  milestoneStanding,
  milestonesByPattern,
  subItemStanding,
} from '#shared/domain/milestone-state.ts';

describe('a milestone', () => {
  it.each([
    ['ahead', '2021-06-30', null, '2021-06-01', 'ahead', '还有29天'],
    ['near', '2021-06-30', null, '2021-06-25', 'soon', '还有5天'],
    ['on its day', '2021-06-30', null, '2021-06-30', 'soon', '今天到期'],
    ['late', '2021-06-30', null, '2021-07-12', 'late', '逾期12天'],
    ['reached in time', '2021-06-30', '2021-06-28', '2021-07-12', 'done', '按时完成'],
    ['reached late', '2021-06-30', '2021-07-03', '2021-07-12', 'done', '完成，晚3天'],
  ])('%s', (_, plannedOn, doneOn, today, state, words) => {
    expect(milestoneStanding({ plannedOn, doneOn }, today)).toEqual({ state, words });
  });

  it('is made by months and quarters, a quarter at its last day', () => {
    expect(milestonesByPattern(2021, 'quarter', 1, 9, '{期}完成检查')).toEqual([
      { title: '一季度完成检查', plannedOn: '2021-03-31' },
      { title: '二季度完成检查', plannedOn: '2021-06-30' },
      { title: '三季度完成检查', plannedOn: '2021-09-30' },
    ]);
    expect(milestonesByPattern(2024, 'month', 2, 12, '进展')).toHaveLength(11);
    expect(milestonesByPattern(2024, 'month', 2, 2, '进展')).toEqual([{ title: '2月进展', plannedOn: '2024-02-29' }]);
  });

  it.each([
    ['3月', '2021-03-31'],
    ['３月底前', '2021-03-31'],
    ['第二季度', '2021-06-30'],
    ['3季度末', '2021-09-30'],
    ['上半年', '2021-06-30'],
    ['年底', '2021-12-31'],
    ['13月', undefined],
    ['2021-03-05', undefined],
  ])('planned for %s is planned for its last day', (text, day) => {
    expect(lastDayNamed(text, 2021)).toBe(day);
  });
});

describe('a sub-item', () => {
  it.each([
    ['done', 'done', '2021-06-30', null, 'done', '已完成'],
    ['done late', 'done', '2021-06-30', '2021-07-02', 'done', '完成，晚2天'],
    ['late though under way', 'in-progress', '2021-06-30', null, 'late', '逾期12天'],
    ['near', null, '2021-07-15', null, 'soon', '还有3天'],
    ['under way', 'in-progress', null, null, 'ahead', '推进中'],
    ['not for this unit', 'not-applicable', '2021-06-30', null, 'off', '不涉及'],
  ] as const)('%s', (_, status, dueOn, doneOn, state, words) => {
    expect(subItemStanding({ status, dueOn, doneOn }, '2021-07-12')).toEqual({ state, words });
  });
});
