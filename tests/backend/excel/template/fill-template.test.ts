// A superior's form is filled: what is written, and that everything else stays.

import { read as readSheetJs } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { sheetsOfXlsx } from '#backend/sheets/sheets-of-xlsx.ts';
import { comparePackages, compareSheets, partOfSheet } from '#tests/helpers/templates/compare.ts';
import { makeTemplate, TEMPLATE_NAMES, type Template } from '#tests/helpers/templates/templates.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { openPackage } from '#tests/helpers/workbook-rules/package.ts';
import { filledForm, fillInput, mappingOf, someRows, TASKS } from './fill-world.ts';

async function sheetXml(bytes: Uint8Array, sheet: string): Promise<string> {
  const pack = await openPackage(bytes);
  return Buffer.from(pack.parts.get(partOfSheet(pack, sheet)) ?? '').toString('utf8');
}

/** Cells that filling may touch: the body, the unit and date lines; and the sums, whose last results are gone. */
function mayChange({ name, geometry }: Template, rows: number, added: number): ReadonlySet<string> {
  const cells = new Set(['A1', 'A2', 'F2']);
  const last = Math.max(geometry.lastBodyRow, geometry.bodyRow + rows - 1);
  for (let row = geometry.bodyRow; row <= last; row++) for (const letter of 'ABCDEFG') cells.add(`${letter}${row}`);
  for (let row = geometry.lastBodyRow + 1; row <= geometry.lastBodyRow + added; row++) cells.add(`H${row}`);
  cells.add(`E${geometry.totalRow + added}`);
  // Formulas of names that lead to the body: their last results are gone.
  if (/named|everything/u.test(name)) for (let row = geometry.bodyRow; row <= last; row++) cells.add(`H${row}`);
  return cells;
}

async function cellsOf(bytes: Uint8Array, sheet: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  // The library's own type of a buffer is older than Node's.
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const found = workbook.getWorksheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
}

describe.each(TEMPLATE_NAMES.filter((name) => name !== 'merged body'))('a form with: %s', (name) => {
  it.each([2, 8])(
    'filled with %i tasks changes nothing but its sheet, and nothing in it but what is filled',
    async (count) => {
      const { template, filling } = await filledForm(name, someRows(count));
      expect(await brokenRules(filling.bytes)).toEqual([]);
      const same = await comparePackages(template.bytes, filling.bytes, template.sheet);
      expect(same).toEqual({ changed: [], added: [], removed: [] });
      const { geometry, sheet } = template;
      const added = Math.max(0, count - (geometry.lastBodyRow - geometry.bodyRow + 1));
      const difference = compareSheets(await sheetXml(template.bytes, sheet), await sheetXml(filling.bytes, sheet), {
        filled: mayChange(template, count, added),
        movedTo: (row) => (row > geometry.lastBodyRow ? row + added : row),
      });
      expect(difference.cells).toEqual([]);
      expect(difference.added).toEqual([]);
      // Heights alone, of rows whose texts need more.
      for (const row of difference.rows) expect(row).toBeGreaterThanOrEqual(geometry.bodyRow);
      const moving = ['mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'rowBreaks', 'extLst'];
      const known = ['sheetCalcPr', ...(added > 0 ? moving : [])];
      expect(difference.elements.filter((element) => !known.includes(element))).toEqual([]);
      expect(filling.filledRows).toBe(count);
    },
  );

  it('is read by this program, by exceljs and by SheetJS', async () => {
    const { template, filling } = await filledForm(name, someRows(5));
    const own = await sheetsOfXlsx(filling.bytes, '填好.xlsx');
    const row = template.geometry.bodyRow + 4;
    const ours = own.find((sheet) => sheet.name === template.sheet)?.rows.find(({ number }) => number === row)?.cells;
    expect(ours?.get(2)?.text).toBe(TASKS[4]);
    expect(ours?.get(5)?.number).toBe(0.54);
    const sheetJs = readSheetJs(filling.bytes).Sheets[template.sheet];
    expect(sheetJs?.[`B${row}`]?.v).toBe(TASKS[4]);
    // The library reads no sheet whose names have a prefix.
    if (name === 'prefixed') return;
    const theirs = await cellsOf(filling.bytes, template.sheet);
    expect(theirs.getCell(row, 2).text).toBe(TASKS[4]);
    expect(theirs.getCell(row, 5).value).toBe(0.54);
  });
});

it('sums below take in rows that are added, and are worked out by whoever opens the file', async () => {
  const { template, filling } = await filledForm('plain', someRows(8));
  const xml = await sheetXml(filling.bytes, template.sheet);
  // Another formula than before: it has no last result.
  expect(xml).toMatch(/<c r="E13"[^>]*><f>IFERROR\(AVERAGE\(E5:E12\),0\)<\/f><\/c>/u);
  expect(filling.notes.some((note) => note.startsWith('E13'))).toBe(false);
  expect(xml).toContain('</sheetData><sheetCalcPr fullCalcOnLoad="1"/>');
  expect(filling.notes).toContain('表样的行不够，在第 7 行之后加了 5 行，样式与上一行相同。');
});

it('a sum that stays as it was keeps its cell to the letter, and is named where only Excel works it out', async () => {
  const { template, filling } = await filledForm('plain', someRows(2));
  const total = /<c r="E8"[^>]*>.*?<\/c>/u;
  const own = total.exec(await sheetXml(template.bytes, template.sheet))?.[0];
  expect(own).toContain('<v>');
  const xml = await sheetXml(filling.bytes, template.sheet);
  expect(total.exec(xml)?.[0]).toBe(own);
  expect(xml).toContain('</sheetData><sheetCalcPr fullCalcOnLoad="1"/>');
  expect(filling.notes.some((note) => note.startsWith('E8') && note.includes('是公式，保持原样'))).toBe(true);
});

it('last month’s rows are found by number and words; their order, and rows that are none of ours, stay', async () => {
  const lastMonth = [
    [1, '校园食堂检查', '县教育局', '', 0.1, '上期的话', '上期的问题', '手写的备注'],
    [2, '别人的任务：道路保洁', '县城市管理局', '', 0.2, '清扫道路', '', ''],
    [3, '进口冷链食品管控', '县市场监督管理局', '', 0.3, '上期的话', '', ''],
  ];
  const template = await makeTemplate('plain', { bodyRows: 3, lastMonth });
  const rows = someRows(4);
  const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template), { rows }));
  const sheet = await cellsOf(filling.bytes, template.sheet);
  const texts = [5, 6, 7, 8, 9].map((row) => [1, 2, 6, 7, 8].map((column) => sheet.getCell(row, column).text));
  expect(texts).toEqual([
    ['1', '校园食堂检查', '本期检查经营户12户', '', '手写的备注'],
    ['2', '别人的任务：道路保洁', '清扫道路', '', ''],
    ['3', '进口冷链食品管控', '本期检查经营户10户', '', ''],
    ['2', '农产品抽检', '本期检查经营户11户', '人手不足', ''],
    ['4', '食品小作坊整治', '本期检查经营户13户', '人手不足', ''],
  ]);
  expect(filling.notes).toContain('第 6 行没有对应的任务，保持原样，请核对。');
  expect(filling.notes).toContain('第 5 行本期没有填报，上期的内容已清空。');
});

it('a title with last month, labels and placeholders are brought up to date; shared words stay for other sheets', async () => {
  const template = await makeTemplate('placeholders', {
    title: '{{年度}}年重点工作进展情况表（2021年9月）',
    unitLine: ['填报单位：        填报人：', '填报日期：2021年9月27日'],
  });
  const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template)));
  const sheet = await cellsOf(filling.bytes, template.sheet);
  expect(sheet.getCell('A1').text).toBe('2021年重点工作进展情况表（2021年10月）');
  expect(sheet.getCell('A2').text).toBe('填报单位：泽州县人民政府办公室  填报人：');
  expect(sheet.getCell('F2').text).toBe('填报日期：2021年10月28日');
  expect(filling.notes.some((note) => note.startsWith('A1 的') && note.includes('2021年10月'))).toBe(true);
});

it.each(['=1+1', '=cmd|calc', '<x>&amp;"', '_x0041_', 'a\u0000b', '  两头空格  ', '第一行\n第二行'])(
  'words are words: %j',
  async (words) => {
    const template = await makeTemplate('plain');
    const [row] = someRows(1);
    if (!row) throw new Error('no row');
    const rows = [{ ...row, values: { ...row.values, narrative: words } }];
    const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template), { rows }));
    expect(await brokenRules(filling.bytes)).toEqual([]);
    const [sheet] = await sheetsOfXlsx(filling.bytes, '填好.xlsx');
    const cell = sheet?.rows.find(({ number }) => number === 5)?.cells.get(6);
    expect(cell?.text).toBe(words.replace('\u0000', ''));
    expect(await sheetXml(filling.bytes, template.sheet)).toMatch(/<c r="F5"[^>]* t="inlineStr"><is>/u);
  },
);

it('a text longer than a cell can hold is cut with a notice', async () => {
  const template = await makeTemplate('plain');
  const [row] = someRows(1);
  if (!row) throw new Error('no row');
  const rows = [{ ...row, values: { ...row.values, narrative: '长'.repeat(40_000) } }];
  const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template), { rows }));
  const sheet = await cellsOf(filling.bytes, template.sheet);
  expect(sheet.getCell('F5').text).toHaveLength(32_767);
  expect(filling.notes).toContain('F5 的内容超过 32767 字，已截断并注明。');
});

it('a column that is not sure is left alone until a person says so', async () => {
  const template = await makeTemplate('plain');
  const mapping = mappingOf(template);
  const doubtful = {
    ...mapping,
    columns: mapping.columns.map((each) => ({ ...each, sure: each.field !== 'problems' })),
  };
  const rows = someRows(2);
  const asked = await fillTemplate(fillInput(template.bytes, doubtful, { rows, isSettled: false }));
  expect((await cellsOf(asked.bytes, template.sheet)).getCell('G6').text).toBe('');
  expect(asked.notes.some((note) => note.startsWith('G 列“存在问题”'))).toBe(true);
  const settled = await fillTemplate(fillInput(template.bytes, doubtful, { rows }));
  expect((await cellsOf(settled.bytes, template.sheet)).getCell('G6').text).toBe('人手不足');
});
