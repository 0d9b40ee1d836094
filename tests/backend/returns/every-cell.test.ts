// What came back and went nowhere was the worst fault: a row over two lines, a second sheet, a column under an unknown
// head. Every cell that holds anything stands in the reading: as a value, a head, an unread column, or in a note.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedReturn, ParsedTable } from '#backend/returns/parsed-return.ts';
import { ownCells } from '#backend/returns/tables/find-tables.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { AppError } from '#shared/errors.ts';
import { type Given, sheetRead } from './returned-sheets.ts';

const HEADS = [
  '序号',
  '工作任务',
  '责任单位',
  '进展状态',
  '完成比例',
  '进展情况',
  '本月进展',
  '上月进展情况',
  '存在问题',
  '存在问题及下步措施',
  '下步措施',
  '填报日期',
  '备注',
  '领导批示',
  '其他',
  '',
] as const;

/** Words that agencies write, each with a mark of its own so that it is found again. */
const WORDS = [
  '推进中',
  '80%',
  '2021-10-08',
  '已检查',
  '合计',
  '一、重点',
  '注：',
  '填报人：张某',
  '小计',
  '甲',
  '1',
] as const;

type Layout = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly above: readonly string[];
  readonly again: number | null;
  /** Heads that are emptied where they stand first; again they are whole. */
  readonly emptied: readonly number[];
  readonly merge: readonly [number, number, number, number] | null;
};

const layouts: fc.Arbitrary<Layout> = fc.shuffledSubarray([...HEADS], { minLength: 2, maxLength: 9 }).chain((some) => {
  const heads = ['工作任务', '进展情况', ...some.filter((head) => head !== '工作任务' && head !== '进展情况')];
  const cell = fc.option(fc.constantFrom(...WORDS), { freq: 2 });
  return fc.record({
    heads: fc.shuffledSubarray(heads, { minLength: heads.length }),
    rows: fc.array(fc.array(cell, { minLength: 0, maxLength: heads.length + 2 }), { minLength: 1, maxLength: 8 }),
    above: fc.subarray(['《某县2021年工作安排》填报表（2021年10月）', '填报单位：县公安局', '请于10月15日前填好']),
    again: fc.option(fc.nat(7)),
    emptied: fc.subarray(heads.map((_, index) => index)),
    merge: fc.option(fc.tuple(fc.nat(7), fc.nat(8), fc.nat(2), fc.nat(3))),
  });
});

/** Marks every cell below the heads, so that each is a text of its own. */
function sheetOf({ heads, rows, above, again, emptied, merge }: Layout, name = '填报表'): SheetRead {
  let mark = 0;
  const body = rows.map((cells) => cells.map((word): Given => (word === null ? null : `${word}〔${name}${++mark}〕`)));
  const standsAgain = again !== null && again < body.length;
  const top = heads.map((head, index) => (standsAgain && emptied.includes(index) ? null : head));
  const all: (readonly Given[])[] = [...above.map((line) => [line]), top, ...body];
  const first = above.length + 2;
  if (standsAgain) all.splice(first - 1 + again, 0, [...heads]);
  const merges: [number, number, number, number][] = [];
  // Nobody merges a cell over heads.
  if (merge !== null && again === null) {
    const [row, column, down, across] = merge;
    const topRow = first + row;
    const last = Math.min(all.length, topRow + down);
    if (topRow <= last) merges.push([topRow, column + 1, last, column + 1 + across]);
  }
  return sheetRead(all, { name, merges });
}

/** Cells of a sheet that the reading does not tell of. */
function lostIn(sheet: SheetRead, parsed: ParsedReturn): readonly string[] {
  const told = JSON.stringify(parsed);
  const tables = parsed.tables.filter((table) => table.sheet === sheet.name);
  const isUnread = (table: ParsedTable, column: number): boolean =>
    table.columns.some(
      (view) =>
        view.column === column &&
        (view.field === null || view.field === 'section') &&
        (view.filled > 0 || view.head !== ''),
    );
  return sheet.rows.flatMap((row) => {
    const below = tables.find(({ firstHeadRow }) => row.number >= firstHeadRow);
    // Above the heads one cell alone is a title or a line of help, and a label begins a line about the unit.
    const isLine = ownCells(row).length < 2 || ownCells(row).some(([, text]) => text.includes('：'));
    if (!below && tables.length > 0 && isLine) return [];
    const table = below ?? tables[0];
    // Heads once more say nothing new, though one of them may have been emptied where they stand first.
    const isAgain = table !== undefined && ownCells(row).every(([, text]) => HEADS.some((head) => head === text));
    if (isAgain && row.number !== table.firstHeadRow) return [];
    return ownCells(row).flatMap(([column, text]) => {
      if (told.includes(JSON.stringify(text).slice(1, -1))) return [];
      return table && isUnread(table, column) ? [] : [`${row.number}/${column} ${text}`];
    });
  });
}

function parsedOrRefused(sheets: readonly SheetRead[]): ParsedReturn | undefined {
  try {
    return readReturn(sheets, 'x.xlsx');
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('RETURN_')) return undefined;
    throw error;
  }
}

describe('every cell of a returned sheet', () => {
  it('is read, doubted, or named', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const sheet = sheetOf(layout);
        const parsed = parsedOrRefused([sheet]);
        if (parsed) expect(lostIn(sheet, parsed)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has a place in the sheet that holds its words, when it is one', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const sheet = sheetOf(layout);
        const parsed = parsedOrRefused([sheet]);
        for (const { rows } of parsed?.tables ?? []) {
          for (const cell of rows.flatMap(({ fields }) => Object.values(fields))) {
            const { place } = cell;
            if (place === null || cell.text === '') continue;
            const there = sheet.rows.find(({ number }) => number === place.row)?.cells.get(place.column);
            expect(there?.text).toBeDefined();
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of several sheets is told of too, or the sheet is named', () => {
    fc.assert(
      fc.property(fc.array(layouts, { minLength: 2, maxLength: 3 }), (some) => {
        const sheets = some.map((layout, index) => sheetOf(layout, `表${index + 1}`));
        const parsed = parsedOrRefused(sheets);
        if (!parsed) return;
        for (const sheet of sheets) {
          if (parsed.tables.some((table) => table.sheet === sheet.name)) expect(lostIn(sheet, parsed)).toEqual([]);
          else expect(JSON.stringify(parsed.tables.map(({ notes }) => notes))).toContain(sheet.name);
        }
      }),
      { numRuns: 150 },
    );
  });
});
