import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE } from './looks.ts';

/** 单位任务清单: what one agency owes, in the plan's own words; a sheet for each, or a file for each. */
export const AGENCY_TASKS: LayoutDef = {
  name: LAYOUT_LABELS['agency-tasks'],
  rows: 'entry',
  sections: 'chapter',
  order: 'usual',
  totals: false,
  split: 'sheets',
  title: '{{计划名称}}{{单位}}任务清单',
  unitLine: { left: '责任单位：{{单位}}', right: '{{期}}' },
  columns: columnsOf(
    'entry',
    'serial',
    ['number', { head: '任务\n编号', width: 6 }],
    ['content', { head: '工作任务', width: 48 }],
    'role',
    ['targets', { width: 18 }],
    'due',
    ['lead', { width: 18 }],
    ['status', { head: '本期\n状态' }],
    ['light', { width: 9 }],
    ['blank', { width: 12 }],
  ),
  notes: ['注：“任务编号”为《{{计划名称}}》中的任务序号。'],
  ...OFFICE_PAGE,
  signature: ['单位负责人：　　　　　　　　联络员：　　　　　　　　联系电话：　　　　　　　　'],
  paper: 'A4',
  frozenColumns: 2,
  chart: 'none',
};
