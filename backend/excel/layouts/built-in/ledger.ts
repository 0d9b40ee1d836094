import { LAYOUT_LABELS } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { columnsOf, OFFICE_FONTS, OFFICE_MARGINS, SIGNATURE, UNIT_LINE } from './looks.ts';

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
  signature: SIGNATURE,
  fonts: OFFICE_FONTS,
  paper: 'A3',
  orientation: 'landscape',
  margins: OFFICE_MARGINS,
  frozenColumns: 3,
  chart: 'none',
};
