import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

/** 量化指标完成情况表: each target with its value so far, and by agency where several keep it. */
export const TARGETS: LayoutDef = {
  name: LAYOUT_LABELS.targets,
  rows: 'target',
  sections: 'none',
  order: 'usual',
  totals: false,
  split: 'none',
  title: '{{计划名称}}量化指标完成情况表（{{期}}）',
  unitLine: UNIT_LINE,
  columns: columnsOf(
    'target',
    ['serial', { merged: true }],
    ['title', { merged: true, width: 26 }],
    ['target', { merged: true, width: 28 }],
    ['goal', { merged: true, width: 11 }],
    ['unit', { merged: true, head: '计量\n单位', width: 8 }],
    ['agency', { head: '报送单位' }],
    ['value', { groups: ['完成情况'] }],
    ['cumulative', { groups: ['完成情况'] }],
    ['share', { groups: ['完成情况'] }],
    ['timeShare', { head: '序时\n进度' }],
    ['met', { head: '是否\n达到' }],
    ['blank', { width: 12 }],
  ),
  notes: [
    '注：牵头单位报送的数值代表总体；牵头单位未报送的，累加各单位报送的数量。各单位分别报送的，另列各单位完成情况。',
  ],
  ...OFFICE_PAGE,
  paper: 'A4',
  frozenColumns: 3,
  chart: 'none',
};
