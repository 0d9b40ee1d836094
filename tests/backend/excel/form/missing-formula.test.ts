// A form tells its agency what is missing by formulas. They are reckoned by an office program over a table of cases, and
// must say what the program itself says of the same report.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { needsCount, needsText, reportNeeds, type WrittenReport } from '#shared/domain/report-needs.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { bytesOf, openWorkbook } from '../../sheets/altered.ts';
import { formInput } from '../seed-world.ts';

const FIRST_ROW = 5;
const AT = { status: 7, percent: 8, narrative: 9, problems: 10, missing: 13 };

type Case = WrittenReport & { readonly says: string };

const NOTHING = { status: '', percent: null, narrative: '', problems: '' } as const;

const CASES: readonly Case[] = [
  { ...NOTHING, says: '还差：进展状态、进展情况' },
  { ...NOTHING, status: '推进中', says: '还差：进展情况' },
  { ...NOTHING, narrative: '已检查 12 家', says: '还差：进展状态' },
  { ...NOTHING, status: '推进中', percent: 0.5, narrative: '已检查 12 家', says: '' },
  { ...NOTHING, status: '推进中', narrative: '已检查 12 家', says: '' },
  { ...NOTHING, status: '不涉及', says: '' },
  { ...NOTHING, status: '受阻', narrative: '设备未到', says: '还差：受阻须写存在问题' },
  { ...NOTHING, status: '受阻', narrative: '设备未到', problems: '无', says: '还差：受阻须写存在问题' },
  { ...NOTHING, status: '受阻', narrative: '设备未到', problems: '缺经费', says: '' },
  { ...NOTHING, status: '推进中', narrative: '已检查', percent: 1.2, says: '还差：完成比例超过100%' },
  { ...NOTHING, status: '推进中', narrative: '已检查', percent: -0.1, says: '还差：完成比例小于0%' },
  { ...NOTHING, status: '推进中', narrative: '已检查', percent: '过半', says: '还差：完成比例须填0%至100%的数' },
  { ...NOTHING, status: '快了', narrative: '已检查', says: '还差：进展状态请从下拉列表中选' },
  { ...NOTHING, status: ' 推进中　', narrative: '已检查', says: '' },
  { ...NOTHING, status: '受阻', percent: 1.5, says: '还差：进展情况；受阻须写存在问题；完成比例超过100%' },
  { ...NOTHING, status: '推进中', narrative: ' 　\n', says: '还差：进展情况' },
  { ...NOTHING, status: '已完成', percent: 1, narrative: '长'.repeat(3000), says: '' },
];

let folder: string;
let sheet: SheetRead;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '还差 '));
  const input = formInput('县市场监督管理局');
  const [part] = input.parts;
  if (!part) throw new Error('a form is about a plan');
  const rows = CASES.map((_, index) => ({ ...part.rows[index % part.rows.length], progress: null }));
  const workbook = await openWorkbook(
    await buildForm({ ...input, parts: [{ ...part, rows: rows as typeof part.rows }] }),
  );
  const [form] = workbook.worksheets;
  if (!form) throw new Error('no sheet');
  for (const [index, { status, percent, narrative, problems }] of CASES.entries()) {
    const set = (column: number, value: string | number | null): void => {
      if (value !== '' && value !== null) form.getCell(FIRST_ROW + index, column).value = value;
    };
    set(AT.status, status);
    set(AT.percent, percent);
    set(AT.narrative, narrative);
    set(AT.problems, problems);
  }
  // Without results beside them, so that they must be reckoned.
  form.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.master === cell && cell.formula) cell.value = { formula: cell.formula };
    }),
  );
  const file = path.join(folder, '填报.xlsx');
  await writeFile(file, await bytesOf(workbook));
  await convertFiles('ods', [file], folder, folder);
  const [read] = await readSheets(await readFile(path.join(folder, '填报.ods')), '填报.ods');
  if (!read) throw new Error('nothing was read');
  sheet = read;
}, OFFICE_LIMIT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

const textAt = (row: number, column: number): string =>
  sheet.rows.find(({ number }) => number === row)?.cells.get(column)?.text ?? '';

const rules = new Set(['blocked-without-problem'] as const);

test.each(CASES.map((one, index) => ({ ...one, index })))(
  'says “$says” of $status $percent',
  ({ index, says, ...report }) => {
    expect(textAt(FIRST_ROW + index, AT.missing)).toBe(says);
    expect(needsText(reportNeeds(report, rules))).toBe(says);
  },
);

test('counts all of it at the top', () => {
  const count = CASES.reduce((sum, report) => sum + needsCount(reportNeeds(report, rules)), 0);
  expect(textAt(2, 12)).toBe(`未填 ${count} 处`);
});
