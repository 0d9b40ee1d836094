import { DUE_SOON_DAYS } from '../light.ts';
import type { LightRuleSet } from '../light-rule-set.ts';

/** 蓝黄红, as 宿迁 2025 has it (layouts D): blue the deadline is near, yellow behind the time plan or poor, red past its day. */
export const BLUE_YELLOW_RED_SET: LightRuleSet = {
  name: '蓝黄红',
  lights: [
    { key: 'red', word: '红色预警', short: '红警', letter: '红', colour: 'red', sign: 'square' },
    { key: 'yellow', word: '黄色预警', short: '黄警', letter: '黄', colour: 'yellow', sign: 'triangle' },
    { key: 'blue', word: '蓝色预警', short: '蓝警', letter: '蓝', colour: 'blue', sign: 'ring' },
    { key: 'unlit', word: '正常', short: '正常', letter: '常', colour: 'none', sign: 'none' },
    { key: 'out', word: '不涉及', short: '不涉及', letter: '免', colour: 'grey', sign: 'dash' },
  ],
  rules: [
    { light: 'unlit', when: [{ fact: 'closed', is: true }] },
    {
      light: 'yellow',
      when: [
        { fact: 'status', in: ['done'] },
        { fact: 'verification', in: ['not-confirmed', 'partly'] },
      ],
    },
    { light: 'unlit', when: [{ fact: 'status', in: ['done'] }] },
    { light: 'out', when: [{ fact: 'status', in: ['not-applicable'] }] },
    { light: 'red', when: [{ fact: 'deadline-days', lessThan: 0 }] },
    {
      light: 'red',
      when: [
        { fact: 'reported', is: false },
        { fact: 'days-left', lessThan: 0 },
      ],
    },
    { light: 'yellow', when: [{ fact: 'points-behind', moreThan: 0 }] },
    { light: 'yellow', when: [{ fact: 'late-milestones', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'late-sub-items', atLeast: 1 }] },
    { light: 'yellow', when: [{ fact: 'status', in: ['blocked'] }] },
    {
      light: 'blue',
      when: [
        { fact: 'reported', is: false },
        { fact: 'days-left', atMost: DUE_SOON_DAYS },
      ],
    },
    { light: 'blue', when: [{ fact: 'deadline-days', atMost: 10 }] },
  ],
  otherwise: 'unlit',
  outside: 'out',
};
