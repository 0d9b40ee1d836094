import { layBlock, shortened, textsOver } from '#renderer/grid/sheet/clipboard/lay-block.ts';
import { filledSpots } from '#renderer/grid/sheet/fill/fill.ts';
import { type Area, type Spot, spotsOfAll } from '#renderer/grid/sheet/selection/geometry.ts';
import { makeSheetStore } from '#renderer/grid/sheet/selection/selection-store.ts';
import type { Sheet } from '#renderer/grid/sheet/selection/sheet.ts';
import {
  type ColumnKind,
  type PasteOrder,
  refusing,
  type SheetModel,
  type SheetOrder,
  type SheetPlan,
  writing,
} from '#renderer/grid/sheet/sheet-model.ts';
import {
  fieldOf,
  LEDGER_COLUMN_WORDS,
  type LedgerField,
  type LedgerLine,
  ledgerColumn,
  ledgerText,
  lineId,
} from '#renderer/view/ledger-lines.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { gatherChanges, type LedgerChanges } from './ledger-changes.ts';
import { FIELD_WRITINGS, readField } from './read-field.ts';

export type LedgerSheet = Sheet<LedgerLine>;

/** What is selected in the ledger. */
export const ledgerStore = makeSheetStore<LedgerLine>();

/** What the model asks of the window around it, at the moment it is asked itself. */
export type LedgerWorld = {
  /** ISO date. */
  readonly today: () => string;
  /** The period whose lines are shown. */
  readonly periodId: () => PeriodId | null;
  readonly carryOut: SheetModel<LedgerLine, LedgerChanges>['carryOut'];
};

/** Most lines that one step changes; the contract takes no more. */
const MAX_LINES = 10_000;

const KINDS: Readonly<Record<LedgerField, ColumnKind>> = {
  status: 'choice',
  percent: 'number',
  narrative: 'text',
  problems: 'text',
  nextSteps: 'text',
  reportedOn: 'date',
  reporter: 'text',
  value: 'number',
};

/** The ledger as a sheet: a line for each task and agency, a field of its progress in a cell. */
export function ledgerModel({ today, periodId, carryOut }: LedgerWorld): SheetModel<LedgerLine, LedgerChanges> {
  return {
    rowHead: 'number',
    mainColumn: 'narrative',
    isRow: (row): row is LedgerLine => 'row' in row,
    kindOf: (columnId) => {
      const field = fieldOf(columnId);
      return field === null ? (columnId === 'number' ? 'number' : 'text') : KINDS[field];
    },
    typing: (columnId) => (fieldOf(columnId) === null ? 'refused' : 'edits'),
    entersInAll: () => true,
    stampOf: (columnId) => (columnId === 'reportedOn' ? today() : null),
    textOf,
    spokenWords: (line, columnId) => {
      const column = ledgerColumn(columnId);
      if (column === null) return '';
      const words = ledgerText(line, column);
      const note = line.row.note === null ? [] : ['有批注'];
      return [
        line.row.agencyName,
        `第${line.row.number}项`,
        `${LEDGER_COLUMN_WORDS[column]}${words === '' ? '未填' : `：${words}`}`,
        ...note,
      ].join('，');
    },
    placeOf: ({ taskId, agencyId }) =>
      taskId === null || agencyId === null ? null : { rowId: lineId({ taskId, agencyId }), columnId: null },
    plan: (sheet, order) => {
      const reading = { sheet, today: today(), periodId: periodId() };
      return order.kind === 'paste' ? planPaste(reading, order) : planCells(reading, order);
    },
    carryOut,
  };
}

type Reading = { readonly sheet: LedgerSheet; readonly today: string; readonly periodId: PeriodId | null };

type Wanted = { readonly spot: Spot; readonly text: string };

/** Texts for cells: typed, emptied or filled. Cells that cannot be written are stepped over. */
function planCells(
  { sheet, today, periodId }: Reading,
  order: Exclude<SheetOrder, { kind: 'paste' }>,
): SheetPlan<LedgerChanges> {
  const changes = gatherChanges();
  for (const { spot, text } of textsWanted(sheet, order)) {
    const line = sheet.rows[spot.row];
    const field = fieldOf(sheet.columns[spot.column] ?? '');
    if (!line || field === null) continue;
    const patch = readField(field, text, today, line.row);
    if (!patch) return refusing(unreadable(field, text, `第 ${line.row.number} 项${line.row.agencyName}`));
    changes.want(line, patch);
    if (changes.count() > MAX_LINES) return refusing(new AppError('TOO_MANY_CELLS', { limit: MAX_LINES }));
  }
  return writing({ periodId, ...changes.changes() });
}

function* textsWanted(sheet: LedgerSheet, order: Exclude<SheetOrder, { kind: 'paste' }>): Generator<Wanted> {
  switch (order.kind) {
    case 'text':
      for (const spot of spotsOfAll(order.areas)) yield { spot, text: order.text };
      return;
    case 'clear':
      for (const spot of spotsOfAll(order.areas)) yield { spot, text: '' };
      return;
    case 'fill':
      for (const fill of order.fills) {
        for (const { from, to } of filledSpots(fill)) yield { spot: to, text: textAt(sheet, from) };
      }
      return;
    default:
      assertNever(order);
  }
}

/** A block laid over the ledger. One text that its column cannot hold refuses the whole paste. */
function planPaste({ sheet, today, periodId }: Reading, order: PasteOrder): SheetPlan<LedgerChanges> {
  const laid = layBlock(sheet, order);
  if (laid instanceof AppError) return refusing(laid);
  const changes = gatherChanges();
  for (const { line, field } of fieldsIn(sheet, order.cutFrom))
    changes.want(line, readField(field, '', today, line.row) ?? {});
  let skipped = 0;
  let outside = 0;
  for (const over of textsOver(sheet, laid)) {
    if (over === null) {
      outside += 1;
      continue;
    }
    const field = fieldOf(over.columnId);
    if (field === null) {
      if (over.text.trim() !== textOf(over.row, over.columnId)) skipped += 1;
      continue;
    }
    const patch = readField(field, over.text, today, over.row.row);
    if (!patch) {
      const place = `第 ${over.row.row.number} 项${over.row.row.agencyName}（粘贴内容的第 ${over.line} 行第 ${over.column} 列）`;
      return refusing(unreadable(field, over.text, place));
    }
    changes.want(over.row, patch);
    if (changes.count() > MAX_LINES) return refusing(new AppError('TOO_MANY_CELLS', { limit: MAX_LINES }));
  }
  return { kind: 'write', changes: { periodId, ...changes.changes() }, areas: laid.inside, skipped, outside };
}

function* fieldsIn(sheet: LedgerSheet, areas: readonly Area[]) {
  for (const { row, column } of spotsOfAll(areas)) {
    const line = sheet.rows[row];
    const field = fieldOf(sheet.columns[column] ?? '');
    if (line && field !== null) yield { line, field };
  }
}

function textOf(line: LedgerLine, columnId: string): string {
  const column = ledgerColumn(columnId);
  return column === null ? '' : ledgerText(line, column);
}

function textAt({ rows, columns }: LedgerSheet, { row, column }: Spot): string {
  const line = rows[row];
  return line ? textOf(line, columns[column] ?? '') : '';
}

function unreadable(field: LedgerField, text: string, place: string): AppError {
  return new AppError('LEDGER_TEXT_UNKNOWN', {
    place,
    text: shortened(text),
    column: LEDGER_COLUMN_WORDS[field],
    writings: FIELD_WRITINGS[field],
  });
}
