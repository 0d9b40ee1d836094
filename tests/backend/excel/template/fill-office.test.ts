// A form that LibreOffice saved is filled, and LibreOffice works out what we filled: sums are of this month.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { sheetsOfXlsx } from '#backend/sheets/sheets-of-xlsx.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { comparePackages } from '#tests/helpers/templates/compare.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
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

it('a form saved by LibreOffice keeps everything but its sheet, and sums are worked out anew when it is opened', {
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
  // 50 % to 57 %.
  expect(total?.cells.get(5)?.number).toBeCloseTo(0.535, 6);
  expect(sheet?.rows.find(({ number }) => number === made.geometry.bodyRow + 7)?.cells.get(6)?.text).toBe(
    '本期检查经营户17户',
  );
});
