// What comes from outside stands in a workbook as text, whatever it looks like: read back by two libraries that are not
// ours it is what it was, less what no workbook can hold; what is cut says so.
import { read as readWithSheetJs } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableFonts } from '#backend/excel/fonts.ts';
import type { SheetPlan } from '#backend/excel/sheet-plan.ts';
import { cellStyle } from '#backend/excel/styles.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import {
  CELL_TEXT_MAX,
  CUT_NOTICE,
  cellSafeText,
  sheetName,
  sheetNames,
  writableText,
} from '#backend/sheets/safe-text.ts';
import { anyText, HOSTILE_TEXTS } from '#tests/helpers/hostile-texts.ts';

const style = cellStyle(tableFonts().body, {});

function sheetOf(texts: readonly string[], name = '表'): SheetPlan {
  return {
    ...{ name, state: 'visible', columns: [{ width: 20 }], merges: [], validations: [] },
    rows: texts.map((value) => ({ cells: [{ value, style }] })),
  };
}

/** The texts of the first column as exceljs and SheetJS read them, and whether any cell is anything but text. */
async function readBack(bytes: Uint8Array, count: number) {
  const workbook = new ExcelJS.Workbook();
  // Its type wants a Buffer of an older kind than Node's own.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const [sheet] = workbook.worksheets;
  const other = readWithSheetJs(bytes, { cellFormula: true });
  const first = other.Sheets[other.SheetNames[0] ?? ''];
  return Array.from({ length: count }, (_, index) => {
    const cell = sheet?.getCell(index + 1, 1);
    const theirs = first?.[`A${index + 1}`] as
      | { readonly t: string; readonly v?: unknown; readonly f?: string }
      | undefined;
    return {
      ...{ text: cell?.value ?? '', type: cell?.type },
      ...{ theirs: theirs?.v ?? '', formula: theirs?.f, theirType: theirs?.t },
    };
  });
}

describe('a text in a cell', () => {
  const comesBack = async (texts: readonly string[]): Promise<void> => {
    const cells = await readBack(await writeWorkbook([sheetOf(texts)]), texts.length);
    for (const [index, cell] of cells.entries()) {
      const wanted = writableText(texts[index] ?? '');
      expect(cell.text).toBe(wanted);
      expect(cell.theirs).toBe(wanted);
      expect(cell.formula).toBeUndefined();
      if (wanted !== '') expect([cell.type, cell.theirType]).toEqual([ExcelJS.ValueType.String, 's']);
    }
  };

  test('is read back as it was by two other libraries, and is never a formula', { timeout: 60_000 }, async () => {
    await comesBack(HOSTILE_TEXTS);
    const some = fc.array(anyText(), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(some, (texts) => comesBack([...texts, '=1+1'])),
      { numRuns: 40 },
    );
  });

  test('holds nothing that XML forbids, and loses nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(200), fc.string({ unit: 'binary', maxLength: 50 })), (text) => {
        const written = writableText(text);
        expect(written.isWellFormed()).toBe(true);
        expect([...written].filter((sign) => !/[\t\n]/u.test(sign) && /[\p{Cc}\ufffe\uffff]/u.test(sign))).toEqual([]);
        // Each sign that can be written is there, in its order.
        const kept = [...text.replace(/\r\n?/gu, '\n')].filter(
          (sign) => sign.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(sign.replace(/[\t\n]/u, '')),
        );
        expect([...written]).toEqual(kept);
        expect(writableText(written)).toBe(written);
      }),
    );
  });

  test.each([
    ['字'.repeat(40_000), '字'.repeat(CELL_TEXT_MAX - CUT_NOTICE.length)],
    ['😀'.repeat(20_000), '😀'.repeat(Math.floor((CELL_TEXT_MAX - CUT_NOTICE.length) / 2))],
  ])('longer than a cell is cut between two signs, with a notice', async (text, kept) => {
    const [cell] = await readBack(await writeWorkbook([sheetOf([text])]), 1);
    expect(cell?.text).toBe(kept + CUT_NOTICE);
    expect(String(cell?.text).length).toBeLessThanOrEqual(CELL_TEXT_MAX);
  });

  test('of codes is cut so that none of them is halved', async () => {
    for (const shift of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const text = 'a'.repeat(shift) + '_x0041_'.repeat(6_000);
      expect(cellSafeText(text).length).toBeLessThanOrEqual(CELL_TEXT_MAX);
      const [cell] = await readBack(await writeWorkbook([sheetOf([text])]), 1);
      const read = String(cell?.text);
      expect(read.endsWith(CUT_NOTICE)).toBe(true);
      expect(text.startsWith(read.slice(0, -CUT_NOTICE.length))).toBe(true);
    }
  });

  test('that is cut, or loses signs, is told of with its place; one that stays is not', () => {
    const troubles = new CellTroubles();
    const place = () => '台账 G12';
    for (const text of ['好', 'a\r\nb', '_x0041_', '=1']) troubles.fit(text, place);
    expect(troubles.notices()).toEqual([]);
    for (let count = 0; count < 5; count++) troubles.fit('字'.repeat(40_000), () => `台账 G${count}`);
    troubles.fit('甲\u0007乙', place);
    const [cut, cleaned, ...more] = troubles.notices();
    expect(cut).toMatch(/^5 个单元格（台账 G0、台账 G1、台账 G2等）内容超过单元格上限（32,767 字）/u);
    expect(cleaned).toMatch(/^1 个单元格（台账 G12）含有/u);
    expect(more).toEqual([]);
  });
});

describe('a day in a cell', () => {
  // What is no day, and days that programs count differently, stand as the words they are.
  test.each([
    ['2021-10-01', new Date('2021-10-01T00:00:00Z')],
    ['1900-03-01', new Date('1900-03-01T00:00:00Z')],
    ['9999-12-31', new Date('9999-12-31T00:00:00Z')],
    ['1900-02-29', '1900-02-29'],
    ['1900-02-28', '1900-02-28'],
    ['1899-12-31', '1899-12-31'],
    ['1644-01-01', '1644-01-01'],
    ['2021-02-30', '2021-02-30'],
    ['不详', '不详'],
    ['=1+1', '=1+1'],
  ])('%s is read back as it was', async (date, read) => {
    const numFmt = 'yyyy-mm-dd';
    const plan = { ...sheetOf([]), rows: [{ cells: [{ value: { date }, style: { ...style, numFmt } }] }] };
    const [cell] = await readBack(await writeWorkbook([plan]), 1);
    expect(cell?.text).toEqual(read);
    expect(cell?.formula).toBeUndefined();
  });
});

describe('a name of a sheet', () => {
  const isFit = (name: string): void => {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[*?:\\/[\]]|^'|'$|^\s|\s$|\p{Cc}/u);
    expect(name.toLowerCase()).not.toBe('history');
    expect(name.isWellFormed()).toBe(true);
  };

  test('made from any text is one that Excel takes', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(80), fc.string({ unit: 'binary', maxLength: 60 })), (text) =>
        isFit(sheetName(text)),
      ),
    );
    for (const text of [
      'History',
      'HISTORY',
      "'History'",
      '历'.repeat(40),
      `${'历'.repeat(30)}😀`,
      "''''",
      '[]:*?/\\',
      '',
    ])
      isFit(sheetName(text));
    expect(sheetName(`${'历'.repeat(30)}😀`)).toBe('历'.repeat(30));
    expect(sheetName(`${'历'.repeat(30)}'’`)).toBe('历'.repeat(30));
  });

  test('is never there twice, whatever the case and width of its letters', async () => {
    const same = [
      '县公安局',
      '县公安局',
      'Abc',
      'aBC',
      'ＡＢＣ',
      'History',
      'history',
      '',
      '[]',
      '长'.repeat(31),
      '长'.repeat(40),
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...same), anyText(40)), { maxLength: 40 }), (texts) => {
        const names = sheetNames(texts);
        expect(names).toHaveLength(texts.length);
        for (const name of names) isFit(name);
        expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(names.length);
      }),
    );
    const bytes = await writeWorkbook(sheetNames(same).map((name) => sheetOf(['a'], name)));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(sheetNames(same));
    expect(readWithSheetJs(bytes).SheetNames).toEqual(sheetNames(same));
  });

  test('with & < > quotes and codes is the same to every program', async () => {
    // A straight quote or a code would be another name in print titles, or to another program.
    const name = sheetName(`A&B<C>"D"'E_x0041_`);
    expect(name).toBe('A&B<C>”D”’E-x0041_');
    const bytes = await writeWorkbook([sheetOf(['a'], name)]);
    expect(readWithSheetJs(bytes).SheetNames).toEqual([name]);
  });
});
