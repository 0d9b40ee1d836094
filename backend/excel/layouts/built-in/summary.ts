import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

const TASKS = { groups: ['承担任务（项）'] };
const REPORTS = { groups: ['本期报送（项）'] };
const PROGRESS = { groups: ['进展情况（项）'] };

/** 进展情况汇总统计表: agencies by rank, what they hold and how far they are, with a chart. */
export const SUMMARY: LayoutDef = {
  name: LAYOUT_LABELS.summary,
  rows: 'agency',
  sections: 'none',
  order: 'rank',
  totals: true,
  split: 'none',
  title: '{{计划名称}}进展情况汇总统计表（{{期}}）',
  unitLine: UNIT_LINE,
  columns: columnsOf(
    'agency',
    'serial',
    ['agency', { width: 28, align: 'left' }],
    ['duties', { ...TASKS, head: '小计' }],
    ['lead', TASKS],
    ['coResponsible', { ...TASKS, head: '分工\n负责' }],
    ['cooperating', TASKS],
    ['owed', REPORTS],
    ['reported', REPORTS],
    ['overdue', { ...REPORTS, head: '逾期\n未报' }],
    ['late', REPORTS],
    ['done', PROGRESS],
    ['inProgress', PROGRESS],
    ['notStarted', PROGRESS],
    ['blocked', PROGRESS],
    'doneRate',
    'rate',
    'score',
    ['rank', { width: 6 }],
  ),
  notes: [
    '注：1.完成率＝已完成÷应报，报送率＝已报÷应报。2.排名按评分规则的得分，得分相同的名次相同；尚无到期或已报事项的单位不参加排名。',
  ],
  ...OFFICE_PAGE,
  paper: 'A4',
  frozenColumns: 2,
  chart: 'bars',
};
