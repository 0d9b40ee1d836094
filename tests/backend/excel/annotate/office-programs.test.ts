import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotateWorkbook } from '#backend/excel/annotate/annotate-workbook.ts';
import { reasonsTable } from '#backend/excel/annotate/reasons-table.ts';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { firstSheet, openWorkbook } from '../../sheets/altered.ts';
import { formInput } from '../seed-world.ts';

/** One workbook from each of three writers, annotated, opened by an office program and saved again. */
const WRITERS = ['exceljs', 'LibreOffice', 'SheetJS'] as const;
const REASON = '第 1 项：状态为“已完成”，进展情况未填。';

let folder: string;
let resaved: string;
let printed: string;

async function annotatedCopy(bytes: Uint8Array, sheet: string): Promise<Uint8Array> {
  const notes = [
    { sheet, row: 5, column: 7, texts: [REASON], highlight: true },
    { sheet, row: 6, column: 5, texts: ['未填状态', '比例小于上月'], highlight: true },
    { sheet, row: 4, column: 1, texts: ['表中没有第 3 项任务，请补报。'], highlight: false },
  ];
  const done = await annotateWorkbook(bytes, '表.xlsx', notes);
  if (!done) throw new Error('the package was taken for odd');
  return done.bytes;
}

/** A plain table as SheetJS writes it: no looks but the usual one. */
function ofSheetJs(): Uint8Array {
  const rows = Array.from({ length: 8 }, (_, row) => Array.from({ length: 8 }, (__, column) => `${row}/${column}`));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '填报表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matrix-annotated-'));
  [resaved, printed] = [path.join(folder, 'resaved'), path.join(folder, 'printed')];
  const form = await buildForm(formInput('县市场监督管理局'));
  const own = path.join(folder, 'own.xlsx');
  await writeFile(own, form);
  const saved = path.join(folder, 'saved');
  await convertFiles('xlsx', [own], saved, folder);
  const books = {
    exceljs: await annotatedCopy(form, '填报表'),
    LibreOffice: await annotatedCopy(await readFile(path.join(saved, 'own.xlsx')), '填报表'),
    SheetJS: await annotatedCopy(ofSheetJs(), '填报表'),
    table: await writeWorkbook([
      reasonsTable('回收.xls', '县公安局', [
        { place: '填报表!G5', about: '第 1 项 进展情况', written: '=1+1', reason: REASON },
      ]),
    ]),
  };
  const files: string[] = [];
  for (const [name, bytes] of Object.entries(books)) {
    const file = path.join(folder, `${name}.xlsx`);
    await writeFile(file, bytes);
    files.push(file);
  }
  await convertFiles('xlsx', files, resaved, folder);
  await convertFiles('pdf', files, printed, folder);
}, OFFICE_LIMIT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an office program', () => {
  it.each(WRITERS)(
    'opens an annotated workbook of %s: remarks and yellow cells are there after saving',
    async (name) => {
      const sheet = firstSheet(await openWorkbook(await readFile(path.join(resaved, `${name}.xlsx`))));
      const remark = (address: string): string => {
        const said = sheet.getCell(address).note;
        return typeof said === 'string' ? said : (said?.texts?.map(({ text }) => text).join('') ?? '');
      };
      expect(remark('G5')).toContain(REASON);
      expect(remark('E6')).toContain('1. 未填状态\n2. 比例小于上月');
      expect(remark('A4')).toContain('第 3 项');
      for (const address of ['G5', 'E6']) {
        expect(sheet.getCell(address).fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
      }
      expect(sheet.getCell('A4').fill).not.toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
      expect((await readFile(path.join(printed, `${name}.pdf`), 'latin1')).startsWith('%PDF-')).toBe(true);
    },
  );

  it('opens the table of reasons, in which what they wrote is no formula', async () => {
    const sheet = firstSheet(await openWorkbook(await readFile(path.join(resaved, 'table.xlsx'))));
    const shown = [1, 2, 3, 4, 5].map((column) => sheet.getRow(5).getCell(column).text);
    expect(shown).toEqual(['1', '填报表!G5', '第 1 项 进展情况', '=1+1', REASON]);
    expect(sheet.getRow(5).getCell(4).formula).toBeUndefined();
  });
});
