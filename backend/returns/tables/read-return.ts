import type { ParsedReturn, ParsedTable, ReturnedTarget } from '#backend/returns/parsed-return.ts';
import { TARGETS_SHEET } from '#backend/sheets/form-format.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { findTables, ownCells, type TableFound } from './find-tables.ts';
import { hiddenIdsIn, isFormSheet, shareIds } from './form-ids.ts';
import { planTitleOf, readTable, rowsAround, type TableHints, type TablePlace, unitOf } from './read-table.ts';
import { isTargetSheet, readTargets, targetSheetNotes } from './read-targets.ts';
import { keepTables } from './same-tables.ts';
import { remarkNotes } from './sheet-remarks.ts';
import { shapeOf } from './table-shape.ts';

/** What is known of a file beyond its bytes. */
export type ReturnHints = {
  /** What a person once said of the columns of tables, by their shape (`ParsedTable.shape`). */
  readonly mappings: ReadonlyMap<string, ReturnMapping>;
  /** An ISO date in or near the period, for dates without a year; `null`: what the file says itself. */
  readonly near: string | null;
  /** What a person says of the columns of a sheet of this very file; stands above everything else. */
  readonly pointed?: ReturnMapping | null;
};

export const NO_HINTS: ReturnHints = { mappings: new Map(), near: null };

type Place = TablePlace & { readonly hints: TableHints };

function placesOn(sheet: SheetRead, file: string, { mappings, near, pointed = null }: ReturnHints): readonly Place[] {
  const place = (found: TableFound, mapping: ReturnMapping | null, how: TableHints['how']): Place => ({
    sheet,
    found,
    file,
    unit: unitOf(found),
    hints: { mapping, how, near },
  });
  if (pointed?.sheet === sheet.name) return findTables(sheet, pointed).map((found) => place(found, pointed, 'pointed'));
  const found = findTables(sheet);
  const known = found.map((table) => {
    const mapping = mappings.get(shapeOf(table.block)) ?? null;
    return place(mapping ? { ...table, loose: false } : table, mapping, 'remembered');
  });
  if (known.some(({ hints, found: { loose } }) => hints.mapping !== null || !loose)) return known;
  // Heads that only a person could point out: they are where they were the last time, or this is another table.
  for (const [shape, mapping] of mappings) {
    const [again] = findTables(sheet, mapping);
    if (again && shapeOf(again.block) === shape) return [place(again, mapping, 'remembered')];
  }
  return known;
}

/** Sheets with words in them that are no table of progress. */
function notesOnOthers(sheets: readonly SheetRead[], read: ReadonlySet<SheetRead>): readonly string[] {
  return sheets
    .filter((sheet) => !read.has(sheet) && !isFormSheet(sheet))
    .flatMap((sheet) => {
      const filled = sheet.rows.filter((row) => ownCells(row).length > 0);
      if (filled.length === 0) return [];
      const name = `${sheet.hidden ? '隐藏的' : ''}工作表“${sheet.name}”`;
      return [`${name}有 ${filled.length} 行内容，没有找到填报表的表头，未读取。`];
    });
}

/** Comments, boxes and pictures that lie beside every table that is kept, or on a sheet without one. */
function remarksElsewhere(sheets: readonly SheetRead[], kept: readonly TablePlace[]): readonly string[] {
  return sheets
    .filter((sheet) => !isFormSheet(sheet))
    .flatMap((sheet) => {
      const tables = kept.filter((place) => place.sheet === sheet).map(({ found }) => rowsAround(found));
      const isOfTable = (row: number | null): boolean =>
        row === null ? tables.length > 0 : tables.some(({ from, to }) => row >= from && row <= to);
      const others = sheet.remarks.filter(({ row }) => !isOfTable(row));
      return remarkNotes(others).map((note) => `工作表“${sheet.name}”的填报表以外有 ${note}`);
    });
}

function notesOnIds(tamperedWith: boolean, tables: readonly ParsedTable[]): readonly string[] {
  if (tamperedWith) return ['表中的隐藏标识已被改动，按序号和任务文字对应。'];
  const isForm = tables.some(({ kind }) => kind === 'form');
  return isForm && tables.every(({ ids }) => ids === null) ? ['表中的隐藏标识已被删除，按序号和任务文字对应。'] : [];
}

/** Who fills in is asked on the first sheet of a form over several plans alone, and said once for all of them. */
function withReporter(tables: readonly ParsedTable[]): readonly ParsedTable[] {
  return tables.map((table) => {
    const { ids, said } = table;
    if (ids === null || said.reporter !== '' || said.phone !== '') return table;
    const other = tables.find(
      (one) =>
        one.ids?.agencyId === ids.agencyId &&
        one.ids.planId !== ids.planId &&
        one.said.reporter + one.said.phone !== '',
    );
    if (!other) return table;
    return { ...table, said: { ...said, reporter: other.said.reporter, phone: other.said.phone } };
  });
}

/** Each row of the sheet of targets goes with the table of its form; without ids with the only one there is. */
function withTargets(tables: readonly ParsedTable[], targets: readonly ReturnedTarget[]): readonly ParsedTable[] {
  if (targets.length === 0) return tables;
  return tables.map((table) => {
    const own = targets.filter((target) => formOfTarget(target, tables) === table);
    return own.length === 0 ? table : { ...table, targets: own };
  });
}

function formOfTarget({ formId }: ReturnedTarget, tables: readonly ParsedTable[]): ParsedTable | undefined {
  const forms = tables.filter(({ kind }) => kind === 'form');
  const byId = formId === null ? undefined : forms.find(({ ids }) => ids?.formId === formId);
  return byId ?? (forms.length === 1 ? forms[0] : undefined);
}

/** Values of targets whose sheet of reports is gone, or that could belong to any of several: not read, and said. */
function lostTargets(tables: readonly ParsedTable[], targets: readonly ReturnedTarget[]): readonly string[] {
  const lost = targets.filter((target) => target.cell.text !== '' && formOfTarget(target, tables) === undefined);
  if (lost.length === 0) return [];
  const each = lost.map(({ rowNumber, text, cell }) => `第 ${rowNumber} 行“${text}”：${cell.text}`);
  return [`“${TARGETS_SHEET}”中有 ${lost.length} 个值不知道属于哪张填报表，未读取：${each.join('、')}。`];
}

/** A table under heads that nobody knows is one only when its contents give at least one field. */
function isTable({ columns }: ParsedTable, loose: boolean): boolean {
  const given = new Set(['number', 'section', 'task', 'task-id', 'agency']);
  return !loose || columns.some(({ field }) => field !== null && !given.has(field));
}

/**
 * Reads a returned file, whatever its sender did to it: every table in it, every cell of each read, doubted, or named in
 * a note. Pure: the same sheets give the same values; nothing is compared with the data file.
 *
 * @param sheets as backend/sheets/read-sheets.ts gives them
 * @param file its name, which may say whose it is and for which month
 * @throws AppError RETURN_NOT_RECOGNIZED (no heads), RETURN_NO_ROWS
 */
export function readReturn(sheets: readonly SheetRead[], file: string, hints: ReturnHints = NO_HINTS): ParsedReturn {
  const targetSheets = sheets.filter((sheet) => !isFormSheet(sheet) && isTargetSheet(sheet));
  const places = sheets
    .filter((sheet) => !isFormSheet(sheet) && !targetSheets.includes(sheet))
    .flatMap((sheet) => placesOn(sheet, file, hints));
  const { ids, tamperedWith } = hiddenIdsIn(sheets);
  const shared = shareIds(
    ids,
    places.map(({ unit, sheet, found }) => ({ unit, sheet: sheet.name, planTitle: planTitleOf(found) })),
  );
  const read = places
    .map((place, index) => ({ place, table: readTable(place, shared[index] ?? null, place.hints) }))
    .filter(({ place, table }) => isTable(table, place.found.loose));
  if (read.length === 0) throw new AppError('RETURN_NOT_RECOGNIZED', { file });
  const { tables, notes } = keepTables(read.map(({ table }) => table));
  if (tables.every(({ rows }) => rows.length === 0)) throw new AppError('RETURN_NO_ROWS', { file });
  const others = notesOnOthers(sheets, new Set([...read.map(({ place }) => place.sheet), ...targetSheets]));
  const targets = targetSheets.flatMap(readTargets);
  const [first, ...more] = withTargets(withReporter(tables), targets);
  if (first === undefined) throw new AppError('RETURN_NO_ROWS', { file });
  const kept = read.filter(({ table }) => tables.includes(table)).map(({ place }) => place);
  const ofFile = [
    ...notesOnIds(tamperedWith, tables),
    ...notes,
    ...others,
    ...targetSheets.flatMap(targetSheetNotes),
    ...lostTargets(tables, targets),
    ...remarksElsewhere(sheets, kept),
  ];
  return { tables: [{ ...first, notes: [...ofFile, ...first.notes] }, ...more] };
}
