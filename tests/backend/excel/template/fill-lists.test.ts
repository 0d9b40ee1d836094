// What a form allows and what it says already: drop-down lists, a superior's own words in a row, cells left to the letter.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { FillValues, TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import { withRowsOfAgencies } from '#backend/excel/template/fill-input.ts';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { compareSheets, partOfSheet } from '#tests/helpers/templates/compare.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';
import { openPackage } from '#tests/helpers/workbook-rules/package.ts';
import { agencyOf, fillInput, fillRow, mappingOf, someRows } from './fill-world.ts';

type Sheet = ExcelJS.Worksheet & {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
};

const HEADS = ['序号', '重点任务', '责任单位', '状态', '进展情况'];
const FIELDS = ['number', 'task', 'responsible', 'status', 'narrative'];

async function aForm(change: (sheet: Sheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表') as Sheet;
  sheet.getCell('A1').value = '重点任务情况表';
  for (const [index, head] of HEADS.entries()) {
    for (let row = 2; row < 8; row++) sheet.getCell(row, index + 1).border = { top: { style: 'thin' } };
    sheet.getCell(2, index + 1).value = head;
  }
  change(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const MAPPING: TemplateMapping = {
  sheet: '表',
  titleCell: 'A1',
  unitCell: null,
  headRows: [2, 2],
  bodyRow: 3,
  columns: HEADS.map((head, index) => ({
    column: String.fromCharCode(65 + index),
    head,
    field: FIELDS[index] ?? null,
    sure: true,
  })),
};

async function filled(template: Uint8Array, values: readonly FillValues[], more: Partial<TemplateFillInput> = {}) {
  const rows = values.map((each, index) => fillRow(index + 1, `第 ${index + 1} 项任务：开展检查`, each));
  const filling = await fillTemplate(fillInput(template, MAPPING, { rows, ...more }));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(filling.bytes.slice().buffer);
  const sheet = workbook.getWorksheet('表');
  if (sheet === undefined) throw new Error('no sheet');
  const column = (letters: string): readonly string[] =>
    values.map((_, index) => sheet.getCell(`${letters}${index + 3}`).text);
  return { ...filling, column };
}

const STATUSES = ['已完成', '推进中', '未启动', '受阻', '不涉及'].map((status) => ({ status }));

it.each([
  ['"已完成,正在推进,未启动,滞后"', ['已完成', '正在推进', '未启动', '滞后', '']],
  ['"办结,序时推进,尚未开展,进度滞后,超期完成"', ['办结', '序时推进', '尚未开展', '进度滞后', '']],
  ['选项!$A$1:$A$4', ['完成', '在推进', '未开展', '进展缓慢', '']],
  ['状态词', ['完成', '在推进', '未开展', '进展缓慢', '']],
])('a status is written in the words of the list %s, and what it has no word for is told', async (list, expected) => {
  const template = await aForm((sheet, workbook) => {
    sheet.dataValidations.add('D3:D7', { type: 'list', formulae: [list] });
    const options = workbook.addWorksheet('选项');
    for (const [index, word] of ['完成', '在推进', '未开展', '进展缓慢'].entries())
      options.getCell(index + 1, 1).value = word;
    workbook.definedNames.add('选项!$A$1:$A$4', '状态词');
  });
  const { column, notes } = await filled(template, STATUSES);
  expect(column('D')).toEqual(expected);
  expect(notes).toContain('D 列有下拉选项，“不涉及”不在其中，第 7 行没有填写，请从选项中选。');
});

it('a unit is written as the list has it', async () => {
  const template = await aForm((sheet) =>
    sheet.dataValidations.add('C3:C7', { type: 'list', formulae: ['"公安局,教育局"'] }),
  );
  const agencies = [{ ...agencyOf(1, '县公安局'), shortName: '公安局', aliases: [], formerNames: [] }];
  const { column } = await filled(template, [{ responsible: '县公安局' }], { agencies });
  expect(column('C')).toEqual(['公安局']);
});

it('what a superior put into a row stays; another unit or deadline than ours is told', async () => {
  const template = await aForm((sheet) => {
    sheet.getRow(3).values = [1, '第 1 项任务：开展检查', '市教育局', '推进中', '上期的话'];
  });
  const { column, notes } = await filled(template, [
    { responsible: '县教育局', status: '已完成', narrative: '本期的话' },
  ]);
  expect([column('C'), column('D'), column('E')]).toEqual([['市教育局'], ['已完成'], ['本期的话']]);
  expect(notes).toContain('C 列第 3 行表样中原有的内容与数据文件不同，没有改写，请核对。');
});

it('一 beside the words of a section is a heading: tasks go behind the last of their section', async () => {
  const template = await aForm((sheet) => {
    sheet.getRow(3).values = ['一', '校园食品'];
    sheet.getRow(4).values = [1, '校园食堂检查'];
    sheet.getRow(5).values = ['二', '冷链食品'];
    sheet.getRow(6).values = [2, '冷库备案'];
    sheet.getRow(7).values = [];
  });
  const rows = [
    { ...fillRow(1, '校园食堂检查'), section: '校园食品' },
    { ...fillRow(3, '校园周边整治'), section: '校园食品' },
    { ...fillRow(2, '冷库备案'), section: '冷链食品' },
  ];
  const { notes, bytes } = await fillTemplate(fillInput(template, MAPPING, { rows }));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.getWorksheet('表');
  expect([3, 4, 5, 6, 7].map((row) => sheet?.getCell(row, 2).text)).toEqual([
    '校园食品',
    '校园食堂检查',
    '校园周边整治',
    '冷链食品',
    '冷库备案',
  ]);
  expect(notes.filter((note) => note.includes('没有对应的任务'))).toEqual([]);
});

it('a form with a row for each agency under 责任单位 asks there for that agency alone', () => {
  const own = (mapping: TemplateMapping) => mapping.columns.find(({ column }) => column === 'C')?.field;
  expect(own(withRowsOfAgencies({ ...MAPPING, rowsAre: 'duty' }))).toBe('unit');
  expect(own(withRowsOfAgencies({ ...MAPPING, rowsAre: 'task' }))).toBe('responsible');
});

it.each(['plain', 'conditions', 'everything'])(
  'cells that are not filled (%s) are the same to the letter, formulas with them',
  async (name) => {
    const template = await makeTemplate(name, { bodyRows: 8 });
    const rows = someRows(8);
    const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template), { rows }));
    const [before, after] = [await openPackage(template.bytes), await openPackage(filling.bytes)];
    const part = partOfSheet(before, template.sheet);
    const names = rows.flatMap((_, index) =>
      [...'ABCDEFG'].map((column) => `${column}${template.geometry.bodyRow + index}`),
    );
    const difference = compareSheets(before.parts.get(part) ?? '', after.parts.get(part) ?? '', {
      filled: new Set([...names, 'A1', 'A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2']),
    });
    expect(difference.cells).toEqual([]);
    expect(difference.elements).toEqual(['sheetCalcPr']);
  },
);

it.each([
  ['first row', { bodyRow: 2 }, '起始行 2 在表头行 2–2 之内或之上'],
  ['columns', { columns: [{ column: 'ZZZ', head: '', field: 'narrative', sure: true }] }, 'ZZZ 列在表格之外'],
  ['heads', { headRows: [90, 91], bodyRow: 92 } as const, '第 90–91 行没有表头'],
])('a mapping of another form (%s) is refused whole', async (_, more, trouble) => {
  const template = await aForm(() => undefined);
  const input = fillInput(template, { ...MAPPING, ...more } as TemplateMapping, { rows: someRows(1) });
  await expect(fillTemplate(input)).rejects.toMatchObject({ code: 'TEMPLATE_ELSEWHERE', details: { trouble } });
});

it('a form is written under its own ending alone', async () => {
  const { bytes, ...rest } = await makeTemplate('macros');
  const input = fillInput(bytes, mappingOf({ ...rest }), { rows: someRows(1) });
  await expect(fillTemplate({ ...input, ending: '.xlsx' })).rejects.toMatchObject({ code: 'TEMPLATE_ENDING' });
  expect((await fillTemplate({ ...input, ending: '.XLSM' })).filledRows).toBe(1);
});
