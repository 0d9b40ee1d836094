// The other sets that come with the program, each rule with its case: places differ in what a colour means (layouts D).
import { describe, expect, it } from 'vitest';
import type { Report } from '#backend/standing/gather-facts.ts';
import type { FactParts } from '#backend/standing/task-facts.ts';
import { LightRuleSetSchema } from '#shared/domain/light-rule-set.ts';
import { ruleLines } from '#shared/domain/light-rule-words.ts';
import { BLUE_YELLOW_RED_SET } from '#shared/domain/light-sets/blue-yellow-red.ts';
import { BUILT_IN_SETS } from '#shared/domain/light-sets/built-in.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { FIVE_WORDS_SET } from '#shared/domain/light-sets/five-words.ts';
import { RED_YELLOW_GREEN_SET } from '#shared/domain/light-sets/red-yellow-green.ts';
import type { VerificationResult } from '#shared/domain/year-facts.ts';
import { A_TASK, AN_AGENCY, judgeCase, MONTHS } from '#tests/helpers/a-judge.ts';

// At the end of October 83.3 % of 2021 has gone.
const TODAY = '2021-11-08';
const reported = (status: Report['status'], percent: number | null = null): Report => ({ status, percent, said: true });

const DEADLINE: FactParts = {
  dues: [{ taskId: A_TASK, kind: 'date', text: '', date: '2021-10-31', day: null, count: null }],
};
const row = { id: 1 as never, taskId: A_TASK, agencyId: AN_AGENCY };
const MILESTONE: FactParts = {
  milestones: [
    { ...row, agencyId: null, position: 1, title: '完成招标', plannedOn: '2021-09-30', doneOn: null, note: '' },
  ],
};
const SUB_ITEM: FactParts = {
  subItems: [
    {
      ...row,
      position: 1,
      title: '东片区',
      dueOn: '2021-09-30',
      status: 'in-progress',
      percent: null,
      doneOn: null,
      note: '',
    },
  ],
};
const CLOSED: FactParts = {
  closings: [
    { ...row, agencyId: null, closedOn: '2021-10-20', basis: '', approver: '', reopenedOn: null, reopenReason: '' },
  ],
};
const checked = (result: VerificationResult, month = 10): FactParts => ({
  verifications: [
    {
      ...row,
      periodId: MONTHS[month - 1]?.id as never,
      result,
      manner: '实地',
      checker: '张三',
      checkedOn: '2021-10-28',
      note: '',
    },
  ],
});
/** 50 batches in the year, of which so many were made by the end of October. */
const batches = (cumulative: number): FactParts => ({
  targets: [
    {
      id: 1 as never,
      taskId: A_TASK,
      name: '检验监测',
      comparator: '≥',
      value: 50,
      unit: '批次',
      text: '',
      accumulates: 'sum',
    },
  ],
  targetValues: [{ ...row, targetId: 1 as never, periodId: MONTHS[9]?.id as never, value: null, cumulative }],
});

describe('红黄绿', () => {
  it.each<[string, Report | null, FactParts, number, string, string]>([
    ['办结', null, CLOSED, 0, 'green', '2021年10月20日已办结'],
    ['done', reported('done', 100), {}, 0, 'green', '已报送，状态为“已完成”，完成100%'],
    [
      'done, and a check found it is not',
      reported('done'),
      checked('not-confirmed'),
      0,
      'red',
      '已报送，状态为“已完成”，2021年10月28日核查，结果为“核查未完成”',
    ],
    ['done, found partly so', reported('done'), checked('partly', 9), 0, 'yellow', '部分完成'],
    ['done, checked only later', reported('done'), checked('not-confirmed', 11), 0, 'green', '状态为“已完成”'],
    ['not reported after its day', null, {}, 0, 'red', '尚未报送，时限2021年10月15日，已逾期24天'],
    [
      'past its own day',
      reported('in-progress', 90),
      DEADLINE,
      0,
      'red',
      '任务时限2021年10月31日，已超过8天，尚未完成',
    ],
    ['34 points behind', reported('in-progress', 49), {}, 0, 'red', '完成49%，序时进度83.3%，落后34.3个百分点'],
    ['13 points behind', reported('in-progress', 70), {}, 0, 'yellow', '落后13.3个百分点'],
    ['3 points behind', reported('in-progress', 80), {}, 0, 'green', '已报送，状态为“推进中”，完成80%'],
    [
      '20 of 50 batches',
      reported('in-progress', 90),
      batches(20),
      0,
      'red',
      '“检验监测”完成40%，序时进度83.3%，落后43.3个百分点',
    ],
    ['45 of 50 batches', reported('in-progress', 20), batches(45), 0, 'green', '推进中'],
    [
      'a milestone late',
      reported('in-progress', 80),
      MILESTONE,
      0,
      'yellow',
      '节点“完成招标”应于2021年9月30日前完成，尚未完成',
    ],
    [
      'a sub-item late',
      reported('in-progress', 80),
      SUB_ITEM,
      0,
      'yellow',
      '子项“东片区”应于2021年9月30日前完成，尚未完成',
    ],
    ['not started', reported('not-started'), {}, 1, 'yellow', '已报送，状态为“未启动”'],
    ['three months without a start', reported('not-started'), {}, 3, 'red', '连续3期未启动'],
    ['blocked', reported('blocked'), {}, 0, 'yellow', '状态为“受阻”'],
    ['going on, nothing to measure', reported('in-progress'), {}, 0, 'green', '已报送，状态为“推进中”'],
    ['not concerned', reported('not-applicable'), {}, 0, 'out', '状态为“不涉及”'],
  ])('%s', (_, report, facts, idlePeriods, light, because) => {
    const judged = judgeCase({ rules: RED_YELLOW_GREEN_SET, today: TODAY, report, facts, idlePeriods });
    expect(judged.light).toBe(light);
    expect(judged.because).toContain(because);
  });

  it('leaves unlit what is not due yet and says nothing', () => {
    expect(judgeCase({ rules: RED_YELLOW_GREEN_SET, today: '2021-10-08' })).toMatchObject({
      light: 'unlit',
      missing: true,
    });
  });

  it('does not blame a unit that cooperates for a milestone of the whole task', () => {
    const asked = { rules: RED_YELLOW_GREEN_SET, today: TODAY, report: reported('in-progress', 80), facts: MILESTONE };
    expect(judgeCase({ ...asked, duty: { role: 'cooperating' } }).light).toBe('green');
  });
});

describe('蓝黄红', () => {
  it.each<[string, string, Report | null, FactParts, string]>([
    ['its day is near', '2021-10-12', null, {}, 'blue'],
    ["the task's day is near", '2021-10-25', reported('in-progress', 90), DEADLINE, 'blue'],
    ['behind', TODAY, reported('in-progress', 80), {}, 'yellow'],
    ['blocked', TODAY, reported('blocked'), {}, 'yellow'],
    ['done, found not to be', TODAY, reported('done'), checked('not-confirmed'), 'yellow'],
    ['late', TODAY, null, {}, 'red'],
    ["past the task's day", TODAY, reported('in-progress', 90), DEADLINE, 'red'],
    ['on plan', TODAY, reported('in-progress', 90), {}, 'unlit'],
    ['far away', '2021-10-01', null, {}, 'unlit'],
    ['办结', TODAY, null, CLOSED, 'unlit'],
  ])('%s', (_, today, report, facts, light) => {
    expect(judgeCase({ rules: BLUE_YELLOW_RED_SET, today, report, facts }).light).toBe(light);
  });
});

describe('五色', () => {
  it.each<[string, Report | null, FactParts, number, string]>([
    ['办结 is blue', null, CLOSED, 0, 'blue'],
    ['done and confirmed is blue', reported('done'), checked('confirmed'), 0, 'blue'],
    ['done by its own word is green', reported('done'), {}, 0, 'green'],
    ['done, found not to be', reported('done'), checked('not-confirmed'), 0, 'red'],
    ['under 30 %', reported('in-progress', 29), {}, 0, 'red'],
    ['more than 30 points behind', reported('in-progress', 35), {}, 0, 'orange'],
    ['10 to 30 points behind', reported('in-progress', 60), {}, 0, 'yellow'],
    ['on plan', reported('in-progress', 80), {}, 0, 'green'],
    ['blocked', reported('blocked'), {}, 0, 'orange'],
    ['late', null, {}, 0, 'red'],
  ])('%s', (_, report, facts, idlePeriods, light) => {
    expect(judgeCase({ rules: FIVE_COLOURS_SET, today: TODAY, report, facts, idlePeriods }).light).toBe(light);
  });

  it('under 30 % early in the year is no reason for red', () => {
    const asked = { rules: FIVE_COLOURS_SET, today: '2021-01-20', month: 1, report: reported('in-progress', 2) };
    expect(judgeCase(asked).light).toBe('green');
  });
});

describe('五词', () => {
  it.each<[string, Report | null, FactParts, string]>([
    ['behind', reported('in-progress', 80), {}, '欠进度'],
    ['about on time', reported('in-progress', 85), {}, '达进度'],
    ['ahead', reported('in-progress', 95), {}, '超进度'],
    ['done', reported('done'), {}, '已完成和提前完成'],
    ['办结', null, CLOSED, '已完成和提前完成'],
    ['nothing to measure', reported('in-progress'), {}, '其它'],
    ['late', null, {}, '欠进度'],
  ])('%s', (_, report, facts, word) => {
    expect(judgeCase({ rules: FIVE_WORDS_SET, today: TODAY, report, facts })).toMatchObject({ word, colour: 'none' });
  });
});

describe('sets as data', () => {
  it.each(BUILT_IN_SETS.map((set) => [set.name, set] as const))('%s is a set that could be an own one', (_, set) => {
    expect(LightRuleSetSchema.parse(JSON.parse(JSON.stringify(set)))).toEqual(set);
    // Told apart by more than colour.
    const looks = set.lights.map(({ word, letter, sign }) => `${word}/${letter}/${sign}`);
    expect(new Set(looks).size).toBe(looks.length);
    expect(new Set(set.lights.map(({ letter }) => letter)).size).toBe(set.lights.length);
  });

  it('are read line by line in Chinese', () => {
    expect(ruleLines(RED_YELLOW_GREEN_SET).map(({ text }) => text)).toEqual([
      '已办结',
      '状态为“已完成”，且核查结果为“核查未完成”',
      '状态为“已完成”，且核查结果为“部分完成”',
      '状态为“已完成”',
      '状态为“不涉及”',
      '已过任务时限，尚未完成',
      '本期未报送，且已过报送时限',
      '落后序时进度超过30个百分点',
      '连续未启动达到3期',
      '落后序时进度达到10个百分点',
      '过期未完成的节点达到1个',
      '过期未完成的子项达到1个',
      '状态为“受阻”或“未启动”',
      '本期已报送',
      '以上都不符合',
      '本期不应报送（不在责任期限内，或任务按别的周期报送）',
    ]);
  });

  it.each<[string, object]>([
    [
      'a rule that names a light the set does not have',
      { rules: [{ light: 'x', when: [{ fact: 'closed', is: true }] }] },
    ],
    ['a condition without a bound', { rules: [{ light: 'red', when: [{ fact: 'share' }] }] }],
    ['a fact nobody knows', { rules: [{ light: 'red', when: [{ fact: 'weather', is: true }] }] }],
    ['a rule without a condition', { rules: [{ light: 'red', when: [] }] }],
    ['a colour nobody knows', { lights: [{ ...RED_YELLOW_GREEN_SET.lights[0], colour: '#ff0000' }] }],
    ['a word of two lines', { lights: [{ ...RED_YELLOW_GREEN_SET.lights[0], word: '红\n灯' }] }],
    ['two lights of one key', { lights: [...RED_YELLOW_GREEN_SET.lights, ...RED_YELLOW_GREEN_SET.lights] }],
    ['no name', { name: ' ' }],
  ])('are refused with %s', (_, change) => {
    expect(LightRuleSetSchema.safeParse({ ...RED_YELLOW_GREEN_SET, ...change }).success).toBe(false);
  });
});
