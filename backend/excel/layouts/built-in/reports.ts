import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE } from './looks.ts';

/** 信息报送统计表: units down, stretches of a regular duty across, what came of what was needed. */
export const REPORTS: LayoutDef = {
  name: LAYOUT_LABELS.reports,
  rows: 'report',
  sections: 'none',
  order: 'usual',
  totals: true,
  split: 'none',
  title: '{{计划名称}}{{事项}}统计表',
  unitLine: { left: '填报单位：{{填报单位}}', right: '单位：{{计量单位}}　　填报日期：{{填报日期}}' },
  columns: columnsOf(
    'report',
    'serial',
    ['agency', { width: 34, align: 'left' }],
    ['stretches', { groups: ['各期报送情况（已报/应报）'] }],
    ['needed', { groups: ['累计'], width: 6 }],
    ['received', { groups: ['累计'], width: 6 }],
    ['short', { groups: ['累计'], width: 6 }],
    'rate',
    ['rank', { width: 6 }],
  ),
  notes: ['注：空格为尚未到期或不需报送；报送率＝（应报－欠报）÷应报；排名先看报送率，再看已报数量，相同的名次相同。'],
  ...OFFICE_PAGE,
  paper: 'A4',
  frozenColumns: 2,
  chart: 'none',
};
