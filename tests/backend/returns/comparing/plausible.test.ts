import { describe, expect, it } from 'vitest';
import { implausible } from '#backend/returns/comparing/plausible.ts';
import { NO_PROGRESS } from '#backend/returns/progress-texts.ts';
import type { Texts } from '../returned-rows.ts';

const GROUND = { period: { startsOn: '2021-10-01' }, planYear: 2021, today: '2021-11-03' };

function doubts(theirs: Texts, ours: Texts = {}, last: Texts | null = null, ground: Partial<typeof GROUND> = {}) {
  const entry = { theirs, ours: { ...NO_PROGRESS, ...ours }, last: last && { ...NO_PROGRESS, ...last } };
  const found = implausible(entry, { ...GROUND, ...ground });
  return Object.fromEntries(Object.entries(found).filter(([, said]) => said.length > 0));
}

describe('what can hardly be meant', () => {
  it.each([
    ['2021-10-08', []],
    ['2021-11-03', []],
    ['2021-09-28', []],
    ['2012-10-08', ['2012-10-08 不在 2021 年内']],
    ['2031-10-08', ['2031-10-08 不在 2021 年内']],
    ['2021-11-04', ['2021-11-04 晚于今天']],
    ['2021-01-08', ['2021-01-08 比本期早得多']],
    ['2020-12-31', ['2020-12-31 不在 2021 年内']],
  ])('is a day %s', (reportedOn, said) => {
    expect(doubts({ reportedOn })['reportedOn'] ?? []).toEqual(said);
  });

  it('is no January after the year', () => {
    expect(doubts({ reportedOn: '2022-01-12' }, {}, null, { today: '2022-01-20' })).toEqual({});
    expect(doubts({ reportedOn: '2022-02-01' }, {}, null, { today: '2022-03-20' })).toHaveProperty('reportedOn');
  });

  it('is 100% beside 未启动, whichever of them came back', () => {
    expect(Object.keys(doubts({ percent: '100', status: '未启动' }))).toEqual(['status', 'percent']);
    expect(Object.keys(doubts({ percent: '100' }, { status: '未启动' }))).toEqual(['status', 'percent']);
    expect(doubts({ percent: '100', status: '已完成' })).toEqual({});
    expect(doubts({ percent: '80', status: '已完成' })).toEqual({});
  });

  it('is 1% and less beside 已完成', () => {
    expect(doubts({ percent: '1', status: '已完成' })).toEqual({ percent: ['进展状态“已完成”，完成比例却是 1%'] });
    expect(doubts({ percent: '0' }, { status: '已完成' })).toHaveProperty('percent');
    expect(doubts({ percent: '1', status: '推进中' })).toEqual({});
    expect(doubts({ status: '已完成' }, { percent: '0' })).toEqual({});
  });

  it('is a percentage that goes down, or hardly begins', () => {
    expect(doubts({ percent: '40' }, { percent: '50' })).toEqual({ percent: ['低于现有的 50%'] });
    expect(doubts({ percent: '40' }, {}, { percent: '60' })).toEqual({ percent: ['低于上期的 60%'] });
    expect(doubts({ percent: '0.8' })).toEqual({ percent: ['完成比例不到 1%'] });
    expect(doubts({ percent: '0' }, {}, { percent: '0' })).toEqual({});
    expect(doubts({ percent: '60' }, { percent: '50' }, { percent: '50' })).toEqual({});
  });
});
