// Layouts at the ends of what a person can set: the workbook stays one that Excel opens without a repair.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { layoutTable } from '#backend/excel/layouts/layout-table.ts';
import { placeholderWords } from '#backend/excel/layouts/table-words.ts';
import { type LayoutDef, LayoutDefSchema, LayoutFontSchema } from '#shared/domain/layout-def.ts';
import { LAYOUT_FIELDS, usualColumn } from '#shared/domain/layout-fields.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, type Office, ticket } from '#tests/helpers/an-office.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { firstSheet, openWorkbook } from '../../sheets/altered.ts';

const { ledger, matrix, summary } = BUILT_IN_LAYOUTS;

async function written({ client, folder }: Office, layout: LayoutDef): Promise<Buffer> {
  const file = path.join(folder, '表.xlsx');
  const def = LayoutDefSchema.parse(layout);
  await finish(await client.exports.table({ planId: PLAN, layout: def, file: ticket(file) }));
  return fs.readFileSync(file);
}

test('signs that no file can hold do not get into the chart: heads, its title, names of its bars', async () => {
  const office = await anOffice();
  const columns = summary.columns.map((column) => ({ ...column, head: `\u0001率\u0000\ud800_x0041_"<${column.head}` }));
  const bytes = await written(office, { ...summary, columns });
  expect(await brokenRules(bytes)).toEqual([]);
});

test('a table whose columns are all left out because nothing is in them has them, empty', async () => {
  const office = await anOffice();
  const emptyColumns = ledger.columns
    .filter(({ field }) => field === 'problems' || field === 'nextSteps')
    .map((column) => ({ ...column, whenFilled: true }));
  const layout = { ...ledger, columns: emptyColumns };
  const picture = await office.client.exports.printTable({ planId: PLAN, layout });
  expect(picture.columns.map(({ head }) => head)).toEqual(emptyColumns.map(({ head }) => head));
  const bytes = await written(office, layout);
  expect(firstSheet(await openWorkbook(bytes)).getCell('A1').value).toBe(picture.title);
  expect(await brokenRules(bytes)).toEqual([]);
});

test('a matrix of no agency has the head that stands for them', () => {
  const columns = matrix.columns.filter(({ field }) => field === 'agencies');
  const words = placeholderWords({
    plan: { title: '', year: 2021, documentNumber: '', issuer: '' },
    date: '2021-10-12',
  });
  const input = { def: { ...matrix, columns }, words, sheetName: '表', agencyColumns: [], stretches: [], filled: [] };
  const table = layoutTable({ layout: 'layout', kind: 'task', input: { ...input, tasks: [], agencies: [] }, rows: [] });
  expect(table.columns.map(({ head }) => head)).toEqual(columns.map(({ head }) => head));
});

test('three rows of upper heads, letters of 72 points, margins of 80 mm, 200 columns: sound', async () => {
  const office = await anOffice();
  const all = LAYOUT_FIELDS.entry.map(usualColumn);
  const columns = Array.from({ length: 200 }, (_, index) => ({
    ...(all[index % all.length] ?? all[0]!),
    groups: ['总', `第${index % 7}组`, index % 2 === 0 ? '' : '=1'],
    width: index % 3 === 0 ? 2 : 150,
  }));
  const fonts = { ...ledger.fonts, title: { name: 'a"<b>&', size: 72, bold: true } };
  const margins = { top: 80, bottom: 80, left: 80, right: 80 };
  const layout: LayoutDef = {
    ...ledger,
    columns,
    fonts,
    margins,
    title: '',
    frozenColumns: 10,
    orientation: 'portrait',
  };
  expect(await brokenRules(await written(office, layout))).toEqual([]);
});

test.each([['字'.repeat(32)], [''], ['   '], ['黑\u0000体']])('a font is not called “%s”', (name) => {
  expect(LayoutFontSchema.safeParse({ name, size: 12, bold: false }).success).toBe(false);
});
