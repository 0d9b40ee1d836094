import type { RawCell, RawTable, SheetTable } from '#backend/sheets/sheet.ts';
import { type DocumentContent, DocumentText } from '../document-text.ts';
import { type Grid, placeTable } from '../tables/grid.ts';
import { findPlanHead } from '../tables/plan-head.ts';
import { readRows } from '../tables/plan-rows.ts';
import type { PlanHead } from '../tables/table-head.ts';

type Draft = {
  readonly sheet: SheetTable;
  readonly table: RawTable;
  /** The table alone, with its heads when they are those of a plan. */
  readonly grid: Grid;
  readonly head: PlanHead | undefined;
  readonly tasks: readonly string[];
  /** Of its cells that a plan is read from: which could not be read as they stand. */
  readonly troubles: readonly string[];
};

/** A sheet that repeats this share of another's tasks is a copy or a summary of it. */
const REPEATED_SHARE = 0.5;
/** Cells named in one note. */
const TROUBLES_NAMED_MAX = 10;

/**
 * Chooses what of a workbook is the plan: the table with most tasks, and with it the sheets that have the same heads
 * and other tasks (one sheet for each field of work). Of sheets named by years, those of the last year only. Without any
 * table of tasks, the first sheet with words. Hidden sheets are read only when there is no other. Whatever is left out
 * is told.
 */
export function chooseSheets(sheets: readonly SheetTable[]): DocumentContent {
  const filled = sheets.filter(({ table }) => table.rows.some((row) => row.size > 0));
  const shown = filled.some(({ hidden }) => !hidden) ? filled.filter(({ hidden }) => !hidden) : filled;
  const drafts = shown.map(draftOf);
  const plans = drafts.filter(({ tasks }) => tasks.length > 0);
  const lastYear = Math.max(...plans.map(yearOf));
  const current = plans.filter((draft) => [0, lastYear].includes(yearOf(draft)));
  const [main] = current.toSorted((a, b) => b.tasks.length - a.tasks.length);
  if (main === undefined) return write(drafts.slice(0, 1), notesOnTroubles(drafts.slice(0, 1)));
  const read = current.filter((draft) => draft === main || (hasSameHeads(draft, main) && !repeats(draft, main)));
  return write(read, notesOn(read, plans.length - read.length));
}

function draftOf(sheet: SheetTable): Draft {
  const given = withoutEmptyRows(sheet.table);
  const found = findPlanHead(gridOf(given));
  const table = found === undefined ? given : withTroubles(given, found);
  const grid = gridOf(table);
  const head = findPlanHead(grid);
  const rows = head === undefined ? [] : readRows(grid, head);
  const tasks = rows.flatMap((row) => (row.kind === 'task' ? [row.content.map((cell) => cell.text).join()] : []));
  return { sheet, table, grid, head, tasks, troubles: head === undefined ? [] : troublesIn(table, head) };
}

function gridOf(table: RawTable): Grid {
  return placeTable(table, 0).grid;
}

/**
 * A task whose words the file does not hold stays a task: what is the matter stands in its cell. Not in rows that hold
 * nothing else, of formulas filled in further down than there are tasks.
 */
function withTroubles(table: RawTable, head: PlanHead): RawTable {
  const places = head.columns.get('task') ?? head.columns.get('group') ?? [];
  const columns = new Set(places.map(({ column }) => column));
  const rows = table.rows.map((cells, row) => {
    if (row <= head.lastRow || [...cells.values()].every(({ text }) => text === '')) return cells;
    return new Map(
      [...cells].map(([column, cell]): [number, RawCell] => {
        const isLost = columns.has(cell.originColumn) && cell.text === '' && cell.trouble !== undefined;
        return [column, isLost ? { ...cell, text: `（${cell.trouble}）` } : cell];
      }),
    );
  });
  return { ...table, rows };
}

function troublesIn(table: RawTable, head: PlanHead): readonly string[] {
  const known = [...head.columns].flatMap(([kind, at]) => (kind === 'other' ? [] : at));
  const places = [...known, ...head.units];
  const columns = new Set(places.map(({ column }) => column));
  const below = table.rows.slice(head.lastRow + 1).flatMap((cells) => [...cells]);
  // Cells of a merged block all name its first.
  return [...new Set(below.flatMap(([column, { trouble }]) => (columns.has(column) && trouble ? [trouble] : [])))];
}

/** The year in a sheet's name; 0 for none. */
function yearOf({ sheet }: Draft): number {
  return Number(/20\d{2}/.exec(sheet.table.name)?.[0] ?? 0);
}

function hasSameHeads(left: Draft, right: Draft): boolean {
  const words = ({ grid, head }: Draft): string =>
    (grid.rows[head?.lastRow ?? 0] ?? []).map((cell) => `${cell.column}${cell.text.replace(/\s/g, '')}`).join();
  return words(left) === words(right);
}

function repeats(draft: Draft, main: Draft): boolean {
  const known = new Set(main.tasks);
  return draft.tasks.filter((task) => known.has(task)).length >= draft.tasks.length * REPEATED_SHARE;
}

function write(drafts: readonly Draft[], notes: readonly string[]): DocumentContent {
  const text = new DocumentText();
  for (const { table } of drafts) {
    if (drafts.length > 1) text.addLine(table.name);
    text.addTable(table);
  }
  return text.content(notes);
}

function notesOn(read: readonly Draft[], left: number): readonly string[] {
  const names = read.map(({ sheet }) => `“${sheet.table.name}”`).join('、');
  const hiddenRows = read.reduce((sum, { sheet }) => sum + sheet.hiddenRows, 0);
  return [
    ...(read.length > 1 ? [`任务分列在${read.length}张工作表（${names}）中，已合并读取，请核对是否重复。`] : []),
    ...(left > 0 ? [`另有${left}张工作表也像任务表，只读取了${names}，请核对是否漏了任务。`] : []),
    ...(hiddenRows > 0 ? [`工作表中有${hiddenRows}行被隐藏（多半是筛选后没有取消），也已读取，请核对。`] : []),
    ...notesOnTroubles(read),
  ];
}

function notesOnTroubles(read: readonly Draft[]): readonly string[] {
  const troubles = read.flatMap((draft) =>
    draft.troubles.map((trouble) => (read.length > 1 ? `工作表“${draft.sheet.table.name}”的 ${trouble}` : trouble)),
  );
  if (troubles.length === 0) return [];
  const more = troubles.length > TROUBLES_NAMED_MAX ? `等共${troubles.length}处` : '';
  return [`${troubles.slice(0, TROUBLES_NAMED_MAX).join('；')}${more}，请对照原表核对。`];
}

/** Rows without any cell go; merged blocks keep their places among those that stay. */
function withoutEmptyRows(table: RawTable): RawTable {
  const kept = table.rows.flatMap((cells, row) => (cells.size > 0 ? [row] : []));
  const place = new Map(kept.map((row, index) => [row, index] as const));
  const rows = kept.map((row) => {
    const cells = table.rows[row] ?? new Map<number, RawCell>();
    return new Map(
      [...cells].map(([column, cell]) => [column, { ...cell, originRow: place.get(cell.originRow) ?? 0 }]),
    );
  });
  return { name: table.name, rows };
}
