import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_PAGE, UNIT_LINE } from './looks.ts';

/** 进展情况台账 of a period: a row for each task and agency, the task's cells over its agencies. */
export const LEDGER: LayoutDef = {
  name: LAYOUT_LABELS.ledger,
  rows: 'entry',
  sections: 'chapter',
  order: 'usual',
  totals: false,
  split: 'none',
  title: '{{计划名称}}进展情况台账（{{期}}）',
  unitLine: UNIT_LINE,
  columns: columnsOf(
    'entry',
    ['number', { merged: true }],
    ['title', { merged: true }],
    'agency',
    'role',
    'status',
    'percent',
    ['targetValues', { whenFilled: true }],
    'narrative',
    'problems',
    'nextSteps',
    'reportedOn',
    ['reporter', { whenFilled: true }],
    'light',
    'lightReason',
  ),
  notes: [],
  ...OFFICE_PAGE,
  paper: 'A3',
  frozenColumns: 3,
  chart: 'none',
};
