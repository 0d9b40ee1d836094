// What another program makes of a form: filled, then saved by LibreOffice as every kind it knows.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { formInput } from '../excel/seed-world.ts';
import { altered } from './altered.ts';

const FIRST_ROW = 5;
const KINDS = ['xlsx', 'xls', 'ods', 'csv', 'html'] as const;

/** By itself it writes commas in the encoding of the system: field and text marks, UTF-8, from the first line. */
const FILTERS: Readonly<Record<string, string>> = { csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '另存为 '));
  const filled = await altered(await buildForm(formInput('县公安局')), (sheet) => {
    const set = (column: number, value: string | number | Date, numFmt = 'General'): void => {
      const cell = sheet.getCell(FIRST_ROW, column);
      cell.value = value;
      cell.style = { ...cell.style, numFmt };
    };
    set(7, '已完成');
    set(8, 0.5, '0%');
    set(9, '第一行\n第二行 “引号” <尖> & 和');
    set(10, 25, '0"户"');
    set(11, 7, '000');
    set(12, new Date(Date.UTC(2021, 9, 8)), 'yyyy"年"m"月"d"日"');
    sheet.getCell(FIRST_ROW + 1, 9).value = { richText: [{ text: '旧话', font: { strike: true } }, { text: '新话' }] };
    sheet.getCell(FIRST_ROW + 1, 10).note = '另有 3 家停业';
  });
  const file = path.join(folder, '回收.xlsx');
  await writeFile(file, filled);
  for (const kind of KINDS) await convertFiles(FILTERS[kind] ?? kind, [file], path.join(folder, kind), folder);
}, OFFICE_LIMIT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(kind: string): Promise<SheetRead> {
  const [sheet] = await readSheets(await readFile(path.join(folder, kind, `回收.${kind}`)), `回收.${kind}`);
  if (sheet === undefined) throw new Error(`${kind} has no sheet`);
  return sheet;
}

function cell({ rows }: SheetRead, row: number, column: number): CellRead | undefined {
  return rows.find(({ number }) => number === row)?.cells.get(column);
}

describe.each(KINDS)('a form saved as .%s', (kind) => {
  it('shows the same in every cell that was filled', async () => {
    const sheet = await saved(kind);
    const texts = [7, 8, 9, 10, 11, 12].map((column) => cell(sheet, FIRST_ROW, column)?.text);
    expect(texts).toEqual(['已完成', '50%', '第一行\n第二行 “引号” <尖> & 和', '25户', '007', '2021年10月8日']);
  });
});

test.each(['xlsx', 'xls', 'ods'])('.%s keeps numbers, days and the hidden ids', async (kind) => {
  const sheet = await saved(kind);
  expect(cell(sheet, FIRST_ROW, 8)).toMatchObject({ number: 0.5, percent: true });
  expect(cell(sheet, FIRST_ROW, 12)).toMatchObject({ isoDate: '2021-10-08' });
  expect(cell(sheet, FIRST_ROW, 14)?.number).toBeGreaterThan(0);
  expect([...sheet.hiddenColumns]).toContain(14);
});

// Into a page it writes no strokes through some of a cell's words.
test.each(['xlsx', 'ods'])('.%s keeps what is struck out', async (kind) => {
  expect(cell(await saved(kind), FIRST_ROW + 1, 9)).toMatchObject({ text: '旧话新话', trouble: 'struck-out' });
});

test.each(['xlsx', 'xls', 'ods', 'html'])('.%s keeps remarks', async (kind) => {
  const { remarks } = await saved(kind);
  expect(remarks.filter((remark) => remark.kind === 'comment')).toMatchObject([
    { row: FIRST_ROW + 1, column: 10, text: expect.stringContaining('另有 3 家停业') },
  ]);
});
