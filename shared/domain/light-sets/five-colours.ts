import type { LightRuleSet } from '../light-rule-set.ts';

/**
 * 五色, as 双路街道 2025 has it (layouts D): red under 30 % done or past its day, blue finished and accepted (办结, or
 * done and confirmed by a check). A task that only says of itself that it is done is green.
 */
export const FIVE_COLOURS_SET: LightRuleSet = {
  name: '五色',
  lights: [
    { key: 'red', word: '红灯', short: '红灯', letter: '红', colour: 'red', sign: 'square' },
    { key: 'orange', word: '橙灯', short: '橙灯', letter: '橙', colour: 'orange', sign: 'marks' },
    { key: 'yellow', word: '黄灯', short: '黄灯', letter: '黄', colour: 'yellow', sign: 'triangle' },
    { key: 'unlit', word: '未到时限', short: '未亮灯', letter: '待', colour: 'none', sign: 'none' },
    { key: 'green', word: '绿灯', short: '绿灯', letter: '绿', colour: 'green', sign: 'disc' },
    { key: 'blue', word: '蓝灯（办结）', short: '蓝灯', letter: '蓝', colour: 'blue', sign: 'star' },
    { key: 'out', word: '不涉及', short: '不涉及', letter: '免', colour: 'grey', sign: 'dash' },
  ],
  rules: [
    { light: 'blue', when: [{ fact: 'closed', is: true }] },
    {
      light: 'blue',
      when: [
        { fact: 'status', in: ['done'] },
        { fact: 'verification', in: ['confirmed'] },
      ],
    },
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
    {
      light: 'red',
      when: [
        { fact: 'share', lessThan: 30 },
        { fact: 'points-behind', atLeast: 10 },
      ],
    },
    { light: 'orange', when: [{ fact: 'points-behind', moreThan: 30 }] },
    { light: 'orange', when: [{ fact: 'status', in: ['blocked'] }] },
    { light: 'orange', when: [{ fact: 'idle-periods', atLeast: 3 }] },
    { light: 'yellow', when: [{ fact: 'points-behind', atLeast: 10 }] },
    { light: 'yellow', when: [{ fact: 'late-milestones', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'late-sub-items', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'status', in: ['not-started'] }] },
    { light: 'green', when: [{ fact: 'reported', is: true }] },
  ],
  otherwise: 'unlit',
  outside: 'out',
};
