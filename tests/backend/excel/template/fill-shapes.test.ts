// Forms of every shape: rows for agencies, merged bodies, sections, sums, formulas, dates and percentages of all manners.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { FillRow, TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { agencyOf, fillInput, fillRow } from './fill-world.ts';

type Column = readonly [head: string, field: string | null];

const SHEET = '表一';

/** A form with its heads in row 2 and its body from row 3 on. */
async function aForm(columns: readonly Column[], draw: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  sheet.getCell('A1').value = '进展情况表';
  for (const [index, [head]] of columns.entries()) sheet.getCell(2, index + 1).value = head;
  draw(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function mapped(columns: readonly Column[], more: Partial<TemplateMapping> = {}): TemplateMapping {
  return {
    sheet: SHEET,
    titleCell: 'A1',
    unitCell: null,
    headRows: [2, 2],
    bodyRow: 3,
    columns: columns.map(([head, field], index) => ({
      column: String.fromCharCode(65 + index),
      head,
      field,
      sure: true,
    })),
    ...more,
  };
}

function ruled(sheet: ExcelJS.Worksheet, from: number, to: number, columns: number): void {
  for (let row = from; row <= to; row++) {
    for (let column = 1; column <= columns; column++) {
      sheet.getCell(row, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
    }
  }
}

async function filled(
  template: Uint8Array,
  columns: readonly Column[],
  rows: readonly FillRow[],
  more: Partial<TemplateFillInput> = {},
) {
  const filling = await fillTemplate(fillInput(template, mapped(columns), { rows, ...more }));
  expect(await brokenRules(filling.bytes)).toEqual([]);
  const workbook = new ExcelJS.Workbook();
  // The library's own type of a buffer is older than Node's.
  await workbook.xlsx.load(filling.bytes as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet(SHEET);
  if (!sheet) throw new Error('no sheet');
  const texts = (from: number, to: number, width = columns.length) =>
    Array.from({ length: to - from + 1 }, (_, row) =>
      Array.from({ length: width }, (__, column) => sheet.getCell(from + row, column + 1).text),
    );
  return { ...filling, workbook, sheet, texts };
}

const DUTY: readonly Column[] = [
  ['序号', 'number'],
  ['工作任务', 'task'],
  ['单位', 'unit'],
  ['进展情况', 'narrative'],
];
const AGENCIES = ['县财政局', '县教育局', '县公安局'].map((name, index) => ({
  ...agencyOf(index + 1, name),
  shortName: name.slice(1),
  aliases: [],
  formerNames: [],
}));

/** A row of a task for one of the agencies. */
function duty(number: number, words: string, agency: 0 | 1 | 2): FillRow {
  const name = AGENCIES[agency]?.name ?? '';
  const row = fillRow(number, words, { unit: name, narrative: `${name}：本期的话` });
  return { ...row, agency: agencyOf(agency + 1, name) };
}

it('rows of a task’s agencies go into merged bodies block by block; a block too small gets rows', async () => {
  const template = await aForm(DUTY, (sheet) => {
    ruled(sheet, 3, 6, 4);
    for (const block of ['A3:A4', 'B3:B4', 'A5:A6', 'B5:B6']) sheet.mergeCells(block);
    sheet.getCell('A7').value = '合计';
    sheet.getCell('D7').value = { formula: 'COUNTA(D3:D6)', result: 0 };
  });
  const rows = [duty(1, '任务甲甲甲', 0), duty(1, '任务甲甲甲', 1), duty(1, '任务甲甲甲', 2), duty(2, '任务乙乙乙', 0)];
  const { sheet, texts } = await filled(template, DUTY, rows, { rowsAre: 'duty', agencies: AGENCIES });
  expect(texts(3, 8).map((row) => row[2])).toEqual(
    ['县财政局', '县教育局', '县公安局', '县财政局', '', '合计'].map((name, index) => (index === 5 ? '' : name)),
  );
  expect(sheet.getCell('B5').master.address).toBe('B3');
  expect(sheet.getCell('B6').text).toBe('任务乙乙乙');
  expect(sheet.getCell('B7').master.address).toBe('B6');
  expect(sheet.getCell('A8').text).toBe('合计');
  expect(sheet.getCell('D8').formula).toBe('COUNTA(D3:D7)');
});

it('last month’s rows of agencies are found by task and unit; a new agency comes behind its task and the merge grows', async () => {
  const template = await aForm(DUTY, (sheet) => {
    ruled(sheet, 3, 5, 4);
    sheet.getRow(3).values = ['1', '任务甲甲甲', '财政局', '上期'];
    sheet.getRow(4).values = ['1', '任务甲甲甲', '县教育局', '上期'];
    sheet.getRow(5).values = ['2', '任务乙乙乙', '县财政局', '上期'];
    sheet.mergeCells('A3:A4');
    sheet.mergeCells('B3:B4');
  });
  const rows = [duty(1, '任务甲甲甲', 0), duty(1, '任务甲甲甲', 1), duty(1, '任务甲甲甲', 2), duty(2, '任务乙乙乙', 0)];
  const { sheet, texts, filledRows } = await filled(template, DUTY, rows, { rowsAre: 'duty', agencies: AGENCIES });
  expect(filledRows).toBe(4);
  expect(texts(3, 6).map((row) => row.slice(2))).toEqual([
    ['财政局', '县财政局：本期的话'],
    ['县教育局', '县教育局：本期的话'],
    ['县公安局', '县公安局：本期的话'],
    ['县财政局', '县财政局：本期的话'],
  ]);
  expect(sheet.getCell('B5').master.address).toBe('B3');
});

const TASK: readonly Column[] = [
  ['序号', 'number'],
  ['类别', 'section'],
  ['工作任务', 'task'],
  ['完成比例', 'percent'],
  ['填报日期', 'reportedOn'],
  ['得分', null],
];

function task(number: number, words: string, section: string, percent = 50): FillRow {
  const values = { section, percent: { percent }, reportedOn: { date: '2021-10-08' } };
  return { ...fillRow(number, words, values), section };
}

it('a task without a row comes at the end of its section, below its heading, and everything below goes down', async () => {
  const template = await aForm(TASK, (sheet) => {
    ruled(sheet, 3, 7, 6);
    sheet.getCell('A3').value = '一、食品安全';
    sheet.mergeCells('A3:F3');
    sheet.getRow(4).values = [1, '', '甲任务的内容', 0.1, '2021.9.3', 5];
    sheet.getCell('A5').value = '二、社会治安';
    sheet.mergeCells('A5:F5');
    sheet.getRow(6).values = [2, '', '乙任务的内容', 0.2, '2021.9.3', 5];
    sheet.getRow(7).values = ['小计', '', '', { formula: 'SUM(D6:D6)', result: 0.2 }, '', ''];
  });
  const rows = [
    task(1, '甲任务的内容', '食品安全'),
    task(3, '丙任务的内容', '食品安全'),
    task(2, '乙任务的内容', '社会治安'),
  ];
  const { sheet, texts } = await filled(template, TASK, rows);
  expect(texts(3, 8).map((row) => row[2])).toEqual([
    '一、食品安全',
    '甲任务的内容',
    '丙任务的内容',
    '二、社会治安',
    '乙任务的内容',
    '',
  ]);
  expect(sheet.getCell('A6').text).toBe('二、社会治安');
  expect(sheet.getCell('F6').master.address).toBe('A6');
  expect(sheet.getCell('D8').formula).toBe('SUM(D7:D7)');
  expect(sheet.getCell('F5').text).toBe('');
  expect(sheet.getCell('E5').text).toBe('2021.10.8');
});

it.each([
  ['a percentage', '0%', null, '完成比例', 0.5],
  ['a share, as last month', 'General', 0.3, '完成比例', 0.5],
  ['a number, as last month', 'General', 30, '完成比例', 50],
  ['a number, as its head says', 'General', null, '完成比例（%）', 50],
  ['words with a sign, as last month', '@', '30%', '完成比例', '50%'],
  ['words with a sign, where nothing says more', 'General', null, '完成比例', '50%'],
])('a share is written as %s', async (_, numFmt, before, head, expected) => {
  const columns: readonly Column[] = [
    ['序号', 'number'],
    ['工作任务', 'task'],
    [head, 'percent'],
  ];
  const template = await aForm(columns, (sheet) => {
    ruled(sheet, 3, 4, 3);
    sheet.getRow(3).values = [1, '甲任务的内容', before];
    sheet.getCell('C3').numFmt = numFmt;
    sheet.getCell('C4').numFmt = numFmt;
  });
  const { sheet } = await filled(template, columns, [task(1, '甲任务的内容', ''), task(2, '乙任务的内容', '')]);
  expect([sheet.getCell('C3').value, sheet.getCell('C4').value]).toEqual([expected, expected]);
});

it('a day is a day where the cell is one, else words in the column’s manner', async () => {
  const columns: readonly Column[] = [
    ['序号', 'number'],
    ['工作任务', 'task'],
    ['填报日期', 'reportedOn'],
  ];
  const template = await aForm(columns, (sheet) => {
    ruled(sheet, 3, 5, 3);
    sheet.getCell('C3').numFmt = 'yyyy-mm-dd';
    sheet.getRow(4).getCell(3).value = '2021/9/3';
    sheet.getCell('B4').value = '乙任务的内容';
  });
  const { sheet } = await filled(template, columns, [task(2, '乙任务的内容', ''), task(3, '丙任务的内容', '')]);
  expect(sheet.getCell('C4').value).toBe('2021/10/8');
  expect(sheet.getCell('C5').value).toBe('2021/10/8');
  const empty = await aForm(columns, (made) => {
    ruled(made, 3, 3, 3);
    made.getCell('C3').numFmt = 'yyyy-mm-dd';
  });
  const day = (await filled(empty, columns, [task(1, '甲任务的内容', '')])).sheet.getCell('C3').value;
  expect(day).toEqual(new Date(Date.UTC(2021, 9, 8)));
});

it('formulas in mapped columns stay and are told; formulas of a row are copied to rows that are added, shared ones too', async () => {
  const columns: readonly Column[] = [
    ['序号', 'number'],
    ['工作任务', 'task'],
    ['完成比例', 'percent'],
    ['折算', null],
  ];
  const template = await aForm(columns, (sheet) => {
    ruled(sheet, 3, 4, 4);
    sheet.getCell('A3').value = { formula: 'ROW()-2', result: 1 };
    sheet.getCell('A4').value = { formula: 'ROW()-2', result: 2 };
    sheet.getCell('C3').numFmt = '0%';
    sheet.getCell('C4').numFmt = '0%';
    sheet.fillFormula('D3:D4', 'C3*$C$3/C$6', [0, 0]);
    sheet.getCell('A5').value = '合计';
    sheet.getCell('C5').value = { formula: 'SUM(C3:C4)+SUM(D$3:D$4)', result: 0 };
    sheet.getCell('C6').value = 7;
  });
  const rows = [1, 2, 3, 4].map((number) => task(number, `第${number}项任务的内容`, ''));
  const { sheet, notes } = await filled(template, columns, rows);
  expect([3, 4, 5, 6].map((row) => sheet.getCell(row, 1).formula)).toEqual([
    'ROW()-2',
    'ROW()-2',
    'ROW()-2',
    'ROW()-2',
  ]);
  expect([3, 4, 5, 6].map((row) => sheet.getCell(row, 4).formula)).toEqual([
    'C3*$C$3/C$8',
    'C4*$C$3/C$8',
    'C5*$C$3/C$8',
    'C6*$C$3/C$8',
  ]);
  expect(sheet.getCell('C7').formula).toBe('SUM(C3:C6)+SUM(D$3:D$6)');
  expect(notes).toContain('A 列有 4 个单元格是公式，没有改写。');
});

it('a form without rules, a foot or rows gets all its rows; one whose foot is close keeps it below', async () => {
  const bare = await aForm(TASK, () => undefined);
  const rows = [1, 2, 3].map((number) => task(number, `第${number}项任务的内容`, '类'));
  expect((await filled(bare, TASK, rows)).texts(3, 5).map((row) => row[2])).toEqual(rows.map(({ content }) => content));
  const close = await aForm(TASK, (sheet) => {
    sheet.getCell('A3').value = '注：请于每月25日前报送。';
  });
  const { sheet } = await filled(close, TASK, rows);
  expect([3, 4, 5].map((row) => sheet.getCell(row, 3).text)).toEqual(rows.map(({ content }) => content));
  expect(sheet.getCell('A6').text).toBe('注：请于每月25日前报送。');
});

it('rows stay empty when there are fewer tasks than rows', async () => {
  const template = await aForm(TASK, (sheet) => ruled(sheet, 3, 10, 6));
  const { texts, sheet } = await filled(template, TASK, [task(1, '甲任务的内容', '类')]);
  expect(texts(4, 10).flat().join('')).toBe('');
  expect(sheet.getCell('C10').border.top?.style).toBe('thin');
});
