// A form that LibreOffice saved is filled, and opened by LibreOffice again: sums take in the rows that were added.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { sheetsOfXlsx } from '#backend/sheets/sheets-of-xlsx.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { comparePackages, partOfSheet } from '#tests/helpers/templates/compare.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { openPackage } from '#tests/helpers/workbook-rules/package.ts';
import { fillInput, mappingOf, someRows } from './fill-world.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-fill-office-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function throughOffice(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const file = path.join(folder, `${name}.xlsx`);
  fs.writeFileSync(file, bytes);
  const out = path.join(folder, 'saved');
  await convertFiles('xlsx', [file], out, folder);
  return new Uint8Array(fs.readFileSync(path.join(out, `${name}.xlsx`)));
}

it('a form saved by LibreOffice keeps everything but its sheet, and its sums take in the rows that were added', {
  timeout: OFFICE_LIMIT_MS,
}, async () => {
  const made = await makeTemplate('conditions');
  const template = await throughOffice(made.bytes, 'form');
  const rows = someRows(8);
  const filling = await fillTemplate(fillInput(template, mappingOf(made), { rows }));
  expect(await brokenRules(filling.bytes)).toEqual([]);
  const same = await comparePackages(template, filling.bytes, made.sheet);
  expect(same).toEqual({ changed: [], added: [], removed: [] });
  const opened = await sheetsOfXlsx(await throughOffice(filling.bytes, 'filled'), 'filled.xlsx');
  const sheet = opened.find(({ name }) => name === made.sheet);
  const total = sheet?.rows.find(({ number }) => number === made.geometry.totalRow + 5);
  expect(total?.cells.get(1)?.text).toBe('合计');
  // The sum is another formula now: 50 % to 57 %, worked out by any program that opens the file.
  expect(total?.cells.get(5)?.number).toBeCloseTo(0.535, 6);
  const part = await openPackage(filling.bytes);
  const xml = new TextDecoder().decode(part.parts.get(partOfSheet(part, made.sheet)));
  expect(xml).toContain('<sheetCalcPr fullCalcOnLoad="1"/>');
  expect(xml).toContain(`E${made.geometry.bodyRow}:E${made.geometry.bodyRow + 7}`);
  expect(sheet?.rows.find(({ number }) => number === made.geometry.bodyRow + 7)?.cells.get(6)?.text).toBe(
    '本期检查经营户17户',
  );
});
