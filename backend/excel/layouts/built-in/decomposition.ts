import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

/** 重点工作任务分解表: a row for each task with the units that owe it, sections between (layouts, A-5). */
export const DECOMPOSITION: LayoutDef = {
  name: LAYOUT_LABELS.decomposition,
  rows: 'task',
  sections: 'chapter',
  order: 'usual',
  totals: false,
  split: 'none',
  title: '{{计划名称}}任务分解表',
  unitLine: UNIT_LINE,
  columns: columnsOf(
    'task',
    'number',
    ['title', { head: '重点任务', width: 18 }],
    ['content', { head: '工作任务', width: 44 }],
    ['targets', { width: 16 }],
    ['due', { width: 11 }],
    ['leadLeader', { whenFilled: true }],
    ['leaderInCharge', { whenFilled: true }],
    ['personInCharge', { whenFilled: true }],
    // Names of ten characters stand in one line; one of thirteen takes two, so that no line of it seems cut by its cell.
    ['lead', { groups: ['责任分工'], width: 22 }],
    ['coResponsible', { groups: ['责任分工'], width: 24 }],
    ['cooperating', { groups: ['责任分工'], width: 20 }],
  ),
  notes: ['注：“责任单位”为按职责分工负责的单位。'],
  ...OFFICE_PAGE,
  paper: 'A4',
  frozenColumns: 2,
  chart: 'none',
};
