import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

/** 责任矩阵: tasks down, agencies across under their kinds, the marks explained and added up. */
export const MATRIX: LayoutDef = {
  name: LAYOUT_LABELS.matrix,
  rows: 'task',
  sections: 'chapter',
  order: 'usual',
  totals: true,
  split: 'none',
  title: '{{计划名称}}责任矩阵（{{期}}）',
  unitLine: UNIT_LINE,
  columns: columnsOf('task', 'number', ['title', { width: 52 }], 'agencies', ['dutyCount', { width: 5 }]),
  notes: ['注：{{图例}}'],
  ...OFFICE_PAGE,
  paper: 'A3',
  frozenColumns: 2,
  chart: 'none',
};
