// Two vocabularies of heads disagreed: 任务 was the task in a return and a heading in a plan, 重点任务 a section here and
// a heading there, 单位 who reports here and who is responsible there. There is one now, and each reader says what it
// makes of such a word.
import { describe, expect, it } from 'vitest';
import { planColumnOf, returnHeadOf } from '#backend/sheets/read-head.ts';
import { FIELDS, VOCABULARY } from '#backend/sheets/vocabulary.ts';

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
    expect(returnHeadOf(word)).toMatchObject({ exact: true });
    expect(planColumnOf(word)).toBeDefined();
  });

  it.each([
    ['任务', 'group', 'group'],
    ['重点任务', 'group', 'group'],
    ['单位', 'responsible', null],
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
    ['截至10月底工作进展情况', 'narrative'],
    ['本月进展', 'narrative'],
    ['存在的问题及困难', 'problems'],
    ['上月进展情况', null],
    ['上次填报日期', null],
    ['去年完成情况', null],
    ['进展情况填报人', null],
    ['存在问题及下步措施', 'several'],
    ['进展和问题', 'several'],
    ['下步措施完成时限', 'several'],
  ])('is less sure of a head that only holds its words: %s', (text, column) => {
    expect(returnHeadOf(text)).toEqual({ column, exact: false });
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
