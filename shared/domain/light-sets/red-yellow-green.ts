import type { LightRuleSet } from '../light-rule-set.ts';

/**
 * 红黄绿, as 银川 2025 has it (layouts D): green on plan; yellow should have started and did not, or 10 to 30 points
 * behind; red three periods without a start, or more than 30 points behind, or past its day.
 */
export const RED_YELLOW_GREEN_SET: LightRuleSet = {
  name: '红黄绿',
  lights: [
    { key: 'red', word: '红灯', short: '红灯', letter: '红', colour: 'red', sign: 'square' },
    { key: 'yellow', word: '黄灯', short: '黄灯', letter: '黄', colour: 'yellow', sign: 'triangle' },
    { key: 'unlit', word: '未到时限', short: '未亮灯', letter: '待', colour: 'none', sign: 'none' },
    { key: 'green', word: '绿灯', short: '绿灯', letter: '绿', colour: 'green', sign: 'disc' },
    { key: 'out', word: '不涉及', short: '不涉及', letter: '免', colour: 'grey', sign: 'dash' },
  ],
  rules: [
    { light: 'green', when: [{ fact: 'closed', is: true }] },
    {
      light: 'red',
      when: [
        { fact: 'status', in: ['done'] },
        { fact: 'verification', in: ['not-confirmed'] },
      ],
    },
    {
      light: 'yellow',
      when: [
        { fact: 'status', in: ['done'] },
        { fact: 'verification', in: ['partly'] },
      ],
    },
    { light: 'green', when: [{ fact: 'status', in: ['done'] }] },
    { light: 'out', when: [{ fact: 'status', in: ['not-applicable'] }] },
    { light: 'red', when: [{ fact: 'deadline-days', lessThan: 0 }] },
    {
      light: 'red',
      when: [
        { fact: 'reported', is: false },
        { fact: 'days-left', lessThan: 0 },
      ],
    },
    { light: 'red', when: [{ fact: 'points-behind', moreThan: 30 }] },
    { light: 'red', when: [{ fact: 'idle-periods', atLeast: 3 }] },
    { light: 'yellow', when: [{ fact: 'points-behind', atLeast: 10 }] },
    { light: 'yellow', when: [{ fact: 'late-milestones', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'late-sub-items', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'status', in: ['blocked', 'not-started'] }] },
    { light: 'green', when: [{ fact: 'reported', is: true }] },
  ],
  otherwise: 'unlit',
  outside: 'out',
};
