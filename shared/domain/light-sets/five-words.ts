import type { LightRuleSet } from '../light-rule-set.ts';

/** 五词, as 金寨 2025 has it (layouts D): no colours, five words. What says nothing measurable is 其它. */
export const FIVE_WORDS_SET: LightRuleSet = {
  name: '五词',
  lights: [
    { key: 'behind', word: '欠进度', short: '欠进度', letter: '欠', colour: 'none', sign: 'mark' },
    { key: 'other', word: '其它', short: '其它', letter: '其', colour: 'none', sign: 'none' },
    { key: 'on-time', word: '达进度', short: '达进度', letter: '达', colour: 'none', sign: 'arrow' },
    { key: 'ahead', word: '超进度', short: '超进度', letter: '超', colour: 'none', sign: 'plus' },
    { key: 'done', word: '已完成和提前完成', short: '已完成', letter: '完', colour: 'none', sign: 'tick' },
  ],
  rules: [
    { light: 'done', when: [{ fact: 'closed', is: true }] },
    {
      light: 'behind',
      when: [
        { fact: 'status', in: ['done'] },
        { fact: 'verification', in: ['not-confirmed'] },
      ],
    },
    { light: 'done', when: [{ fact: 'status', in: ['done'] }] },
    { light: 'other', when: [{ fact: 'status', in: ['not-applicable'] }] },
    { light: 'behind', when: [{ fact: 'deadline-days', lessThan: 0 }] },
    {
      light: 'behind',
      when: [
        { fact: 'reported', is: false },
        { fact: 'days-left', lessThan: 0 },
      ],
    },
    { light: 'behind', when: [{ fact: 'late-milestones', atLeast: 1 }] },
    { light: 'behind', when: [{ fact: 'late-sub-items', atLeast: 1 }] },
    { light: 'behind', when: [{ fact: 'points-behind', moreThan: 0 }] },
    { light: 'behind', when: [{ fact: 'status', in: ['blocked'] }] },
    { light: 'ahead', when: [{ fact: 'points-behind', lessThan: -5 }] },
    { light: 'on-time', when: [{ fact: 'points-behind', atMost: 0 }] },
  ],
  otherwise: 'other',
  outside: 'other',
};
