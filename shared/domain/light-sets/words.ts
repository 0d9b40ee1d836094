import { DUE_SOON_DAYS } from '../light.ts';
import type { LightRuleSet } from '../light-rule-set.ts';

/**
 * 词语: the set a plan uses that chose none. Words for what was reported and for what is owed; no meaning hangs on a
 * colour. What was reported decides first: an agency that reports 未启动 has reported, and 逾期未报 would be untrue in
 * a table for superiors.
 */
export const WORDS_SET: LightRuleSet = {
  name: '词语',
  lights: [
    { key: 'overdue', word: '逾期未报', short: '逾期未报', letter: '逾', colour: 'red', sign: 'marks' },
    { key: 'late', word: '超期未完成', short: '超期', letter: '超', colour: 'red', sign: 'triangle' },
    { key: 'blocked', word: '受阻', short: '受阻', letter: '阻', colour: 'purple', sign: 'cross' },
    { key: 'due-soon', word: '临近时限', short: '临近时限', letter: '临', colour: 'orange', sign: 'mark' },
    { key: 'waiting', word: '待报送', short: '待报送', letter: '待', colour: 'none', sign: 'none' },
    { key: 'not-started', word: '未启动', short: '未启动', letter: '未', colour: 'yellow', sign: 'dots' },
    { key: 'reported', word: '已报送，未注明状态', short: '已报送', letter: '报', colour: 'teal', sign: 'plus' },
    { key: 'on-track', word: '推进中', short: '推进中', letter: '推', colour: 'blue', sign: 'arrow' },
    { key: 'done', word: '已完成', short: '已完成', letter: '完', colour: 'green', sign: 'tick' },
    { key: 'exempt', word: '不涉及', short: '不涉及', letter: '免', colour: 'grey', sign: 'dash' },
  ],
  rules: [
    { light: 'done', when: [{ fact: 'closed', is: true }] },
    { light: 'done', when: [{ fact: 'status', in: ['done'] }] },
    { light: 'exempt', when: [{ fact: 'status', in: ['not-applicable'] }] },
    {
      light: 'overdue',
      when: [
        { fact: 'reported', is: false },
        { fact: 'days-left', lessThan: 0 },
      ],
    },
    { light: 'late', when: [{ fact: 'deadline-days', lessThan: 0 }] },
    { light: 'blocked', when: [{ fact: 'status', in: ['blocked'] }] },
    { light: 'on-track', when: [{ fact: 'status', in: ['in-progress'] }] },
    { light: 'not-started', when: [{ fact: 'status', in: ['not-started'] }] },
    { light: 'reported', when: [{ fact: 'reported', is: true }] },
    { light: 'due-soon', when: [{ fact: 'days-left', atMost: DUE_SOON_DAYS }] },
  ],
  otherwise: 'waiting',
  outside: 'exempt',
};
