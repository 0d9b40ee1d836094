import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { buildDecomposition, buildLedger, buildMatrix } from '#tests/helpers/described-tables.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { firstSheet, openWorkbook } from '../sheets/altered.ts';
import { decompositionInput, formInput, ledgerInput, matrixInput, tasks } from './seed-world.ts';

const form = () => buildForm(formInput('县市场监督管理局'));

let folder: string;
let resaved: string;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matrix-office-'));
  resaved = path.join(folder, 'resaved');
  printed = path.join(folder, 'printed');
  const books = {
    decomposition: await buildDecomposition(decompositionInput),
    matrix: await buildMatrix(matrixInput(true)),
    ledger: await buildLedger(ledgerInput),
    form: await form(),
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
  it.each(['decomposition', 'matrix', 'ledger', 'form'])('prints the %s', async (name) => {
    const pdf = await readFile(path.join(printed, `${name}.pdf`), 'latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    // Landscape pages only: wider than tall.
    for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)) {
      expect(Number(width)).toBeGreaterThan(Number(height));
    }
  });

  it('keeps the values, merges and repeated heads of the ledger', async () => {
    const sheet = firstSheet(await openWorkbook(await readFile(path.join(resaved, 'ledger.xlsx'))));
    const first = tasks[0];
    expect(sheet.getCell('B5').value).toBe(first?.title);
    expect(sheet.getCell('B8').master.address).toBe('B5');
    expect(sheet.getCell('F5').value).toBe(0.1);
    expect(sheet.getCell('J5').value).toEqual(new Date(Date.UTC(2021, 9, 8)));
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3');
  });

  it('saves a form again so that it is read like the one that was sent, hidden ids included', async () => {
    const sent = await readReturn(await readSheets(await form(), '发出.xlsx'), 'form.xlsx');
    const returned = await readReturn(
      await readSheets(await readFile(path.join(resaved, 'form.xlsx')), '回收.xlsx'),
      'form.xlsx',
    );
    expect(returned).toEqual(sent);
  });
});
