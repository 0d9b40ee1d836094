import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

/** 逾期及存在问题清单: what is late, then what is in trouble, with reasons and what comes next. */
export const LATE: LayoutDef = {
  name: LAYOUT_LABELS.late,
  rows: 'late',
  sections: 'kind',
  order: 'usual',
  totals: false,
  split: 'none',
  title: '{{计划名称}}逾期及存在问题清单（{{期}}）',
  unitLine: UNIT_LINE,
  columns: columnsOf(
    'late',
    'serial',
    ['number', { head: '任务\n编号', width: 6 }],
    ['title', { width: 26 }],
    ['agency', { head: '责任单位' }],
    'dueOn',
    ['days', { head: '逾期\n天数' }],
    ['light', { width: 9 }],
    ['because', { head: '事由' }],
    ['problems', { width: 26 }],
    ['nextSteps', { width: 26 }],
    ['blank', { width: 10 }],
  ),
  notes: [
    '注：逾期事项为{{期}}及以前到期的事项，按截至{{填报日期}}的逾期天数从多到少排列；存在问题的事项为{{期}}报送中填有存在问题或状态为受阻、尚未逾期的任务。',
  ],
  ...OFFICE_PAGE,
  paper: 'A4',
  frozenColumns: 2,
  chart: 'none',
};
