// Two vocabularies of heads disagreed: 任务 was the task in a return and a heading in a plan, 重点任务 a section here and
// a heading there, 单位 who reports here and who is responsible there. There is one now, and each reader says what it
// makes of such a word.
import { describe, expect, it } from 'vitest';
import { FIELDS } from '#backend/sheets/head-fields.ts';
import { planColumnOf, returnHeadOf } from '#backend/sheets/read-head.ts';
import { VOCABULARY } from '#backend/sheets/vocabulary.ts';

const WORDS = VOCABULARY.flatMap(({ field, words }) => words.map((word) => ({ field, word })));

/** As offices set a head: characters apart, stars, full width, instructions, a line break in the middle. */
const dressed = (word: string): readonly string[] => [
  `${word}（必填）`,
  `*${word}*`,
  [...word].join(' '),
  [...word].join('　'),
  `${word.slice(0, 1)}\n${word.slice(1)}`,
  `【${word}】`.replace(/[【】]/g, ' '),
  `${word}(%)`,
];

describe('the vocabulary of heads', () => {
  it('has each word once, and a word or a pattern for each field', () => {
    expect(new Set(WORDS.map(({ word }) => word)).size).toBe(WORDS.length);
    expect(new Set(VOCABULARY.map(({ field }) => field))).toEqual(new Set(FIELDS));
  });

  it.each(WORDS)('knows $word however it is set', ({ word }) => {
    for (const text of dressed(word)) {
      expect(returnHeadOf(text), text).toEqual(returnHeadOf(word));
      expect(planColumnOf(text), text).toBe(planColumnOf(word));
    }
    expect(returnHeadOf(word)).toMatchObject({ sureness: 'exact' });
    expect(planColumnOf(word)).toBeDefined();
  });

  it.each([
    ['任务', 'group', 'group'],
    ['重点任务', 'group', 'group'],
    ['单位', 'responsible', 'agency'],
    ['责任单位', 'responsible', 'agency'],
    ['牵头单位', 'lead', 'agency'],
    ['填报单位', 'other', 'agency'],
    ['责任', 'responsible', null],
    ['责任分工', 'responsible', null],
    ['我单位责任', 'other', null],
    ['整改措施', 'task', 'nextSteps'],
    ['目标任务', 'task', 'task'],
    ['完成情况', 'other', 'narrative'],
    ['反馈时间要求', 'due', null],
    ['牵头领导', 'other', null],
    ['责任类型', 'other', null],
  ])('reads %s for each reader: %s in a plan, %s in a return', (word, plan, column) => {
    expect(planColumnOf(word)).toBe(plan);
    expect(returnHeadOf(word)?.column).toBe(column);
  });

  it.each([
    ['截至10月底工作进展情况', 'dressed', 'narrative'],
    ['本月进展', 'dressed', 'narrative'],
    ['最新进展情况', 'dressed', 'narrative'],
    ['10月份工作开展情况', 'dressed', 'narrative'],
    ['完成情况说明', 'dressed', 'narrative'],
    ['状态（选填）一栏', 'dressed', 'status'],
    ['目前存在的困难和问题', 'dressed', 'problems'],
    ['主要进展及亮点', 'contained', 'narrative'],
    ['需要协调解决的问题', 'contained', 'problems'],
    ['下一个季度重点打算', 'contained', 'nextSteps'],
    ['存在问题及下步措施', 'contained', 'several'],
    ['进展和问题', 'contained', 'several'],
    ['是否已按要求完成整改', 'contained', null],
  ])('says how sure it is of a head with other words around: %s', (text, sureness, column) => {
    expect(returnHeadOf(text)).toMatchObject({ column, sureness });
  });

  // A head is read by its end, and a time before now is another time: a column 上次填报日期 was read as 填报日期.
  it.each([
    '上月进展情况',
    '上次填报日期',
    '上季度存在问题',
    '前期工作进展',
    '去年完成情况',
    '进展情况填报人',
    '存在问题责任人',
    '下步措施完成时限',
    '整改措施完成时间',
    '进展情况审核意见',
    '是否存在问题',
    '问题个数',
    '进展情况佐证材料',
  ])('does not take %s for what its words would be alone', (text) => {
    expect(returnHeadOf(text)?.column).toBeNull();
  });

  it.each([
    '2024年重点任务责任分工表',
    '填报单位：',
    '责任单位、责任人、完成时限及各部门落实情况一并填报',
    '',
    '（必填）',
  ])('is not deceived by a title, a label, a sentence: %j', (text) => {
    expect(planColumnOf(text)).toBeUndefined();
    expect(returnHeadOf(text)?.column).not.toBe('task');
  });
});
