import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form.ts';
import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { formInput } from '../excel/seed-world.ts';
import { altered, bytesOf, firstSheet, openWorkbook, sheetOf } from '../sheets/altered.ts';
import { readTable } from './returned-sheets.ts';

const AGENCY = '县公安局';
const input = formInput(AGENCY);
const FIRST_ROW = 5;
/** Columns of the form as it is sent. */
const AT = {
  number: 1,
  task: 2,
  status: 5,
  percent: 6,
  narrative: 7,
  problems: 8,
  nextSteps: 9,
  reportedOn: 10,
  id: 11,
};

let form: Uint8Array;
beforeAll(async () => {
  form = await buildForm(input);
});

function rowOf(parsed: ParsedTable, index = 0): ReturnedRow {
  const row = parsed.rows[index];
  if (!row) throw new Error('no such row');
  return row;
}

function textsOf(row: ReturnedRow): Record<string, string | undefined> {
  return Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, row.fields[field]?.text]));
}

describe('a form', () => {
  it('carries a title, a unit line, instructions, and tinted cells that nothing protects', async () => {
    const workbook = await openWorkbook(form);
    const sheet = firstSheet(workbook);
    expect(sheet.getCell('A1').value).toBe('《泽州县2021年食品安全重点工作安排》填报表（2021年10月）');
    expect(sheet.getCell('A2').text).toMatch(/^填报单位（盖章）：县公安局.*填报人：.*联系电话：.*填报日期：$/);
    expect(sheet.getCell('A3').text).toContain('请于2021年10月15日前填好');
    expect(sheet.getCell(FIRST_ROW, AT.narrative).fill).toMatchObject({ pattern: 'solid' });
    expect(sheet.getCell(FIRST_ROW, AT.narrative).protection).toMatchObject({ locked: false });
    expect(sheet.getCell(FIRST_ROW, AT.task).fill).toMatchObject({ pattern: 'none' });
    expect(sheet.getColumn(AT.id).hidden).toBe(true);
    expect(workbook.getWorksheet('_form')?.state).toBe('veryHidden');
  });

  it('offers the five statuses as a list on exactly its own rows', async () => {
    const sheet = firstSheet(await openWorkbook(form));
    const last = FIRST_ROW + input.rows.length - 1;
    expect(sheet.getCell(last, AT.status).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"未启动,推进中,已完成,受阻,不涉及"'],
    });
    expect(sheet.getCell(last + 1, AT.status).dataValidation).toBeUndefined();
  });

  it('comes back untouched with every value it left with', async () => {
    const parsed = await readTable(form, 'x.xlsx');
    expect(parsed.notes).toEqual([]);
    expect(parsed.said.units[0]).toEqual({ source: 'unit-line', says: AGENCY });
    expect(parsed.ids).toMatchObject({
      planId: input.plan.id,
      documentNumber: input.plan.documentNumber,
      agencyId: input.agency.id,
      periodId: input.period.id,
      formId: input.formId,
    });
    expect(parsed.rows.map(({ taskId }) => taskId)).toEqual(input.rows.map(({ taskId }) => taskId));
    for (const [index, { content, number, progress }] of input.rows.entries()) {
      const row = rowOf(parsed, index);
      expect(row.taskText).toBe(content);
      expect(row.number).toBe(String(number));
      expect(row.fields.narrative?.text).toBe(progress?.narrative ?? '');
      expect(row.fields.percent?.text).toBe(progress?.percent == null ? '' : String(progress.percent));
      expect(row.fields.reportedOn?.text).toBe(progress?.reportedOn ?? '');
      expect(Object.values(row.fields).every(({ readable, doubt }) => readable && doubt === '')).toBe(true);
    }
  });
});

describe('what a person types into a form', () => {
  async function typed(field: ProgressField, value: string | number | Date, numFmt?: string) {
    const bytes = await altered(form, (sheet) => {
      const cell = sheet.getCell(FIRST_ROW, AT[field]);
      cell.value = value;
      cell.style = { ...cell.style, numFmt: numFmt ?? 'General' };
    });
    const read = rowOf(await readTable(bytes, 'x.xlsx')).fields[field];
    if (!read) throw new Error('column lost');
    return read;
  }

  it.each([
    ['status', '办结', '已完成'],
    ['status', '进 行 中', '推进中'],
    ['percent', '50%', '50'],
    ['percent', '５０％', '50'],
    ['percent', '约80', '80'],
    ['percent', 50, '50'],
    ['percent', 0.5, '50'],
    ['percent', 100, '100'],
    ['reportedOn', '2021/10/8', '2021-10-08'],
    ['reportedOn', '2021年10月8日', '2021-10-08'],
    ['reportedOn', '2021.10.8', '2021-10-08'],
    ['reportedOn', '10月8日', '2021-10-08'],
    ['reportedOn', '1月5日', '2022-01-05'],
    ['reportedOn', 44477, '2021-10-08'],
    ['reportedOn', '20211008', '2021-10-08'],
    ['narrative', '  已完成。\r\n第二行　', '已完成。\n第二行'],
    ['narrative', '=1+1', '=1+1'],
    ['narrative', '-正在推进', '-正在推进'],
  ] as const)('is understood: %s %j', async (field, value, text) => {
    expect(await typed(field, value)).toMatchObject({ text, readable: true });
  });

  it('is understood with its number format: percentages and dates', async () => {
    expect((await typed('percent', 0.07, '0%')).text).toBe('7');
    expect((await typed('percent', 1, '0.00%')).text).toBe('100');
    expect((await typed('reportedOn', new Date(Date.UTC(2021, 9, 8)), 'yyyy"年"m"月"d"日"')).text).toBe('2021-10-08');
  });

  it.each([
    ['status', '差不多了', '“差不多了”不是进展状态'],
    ['percent', '过半', '“过半”不是百分数'],
    ['percent', 150, '“150”不在 0 至 100 之间'],
    ['reportedOn', '2021-02-30', '“2021-02-30”不是日期'],
    ['reportedOn', '上周', '“上周”不是日期'],
  ] as const)('is shown as it stands when it cannot be read: %s %j', async (field, value, doubt) => {
    expect(await typed(field, value)).toMatchObject({ text: String(value), readable: false, doubt });
  });

  it('is read with a doubt when it was only nearly right, and says where it stands', async () => {
    expect(await typed('percent', 0.5)).toEqual({
      text: '50',
      readable: true,
      doubt: '由“0.5”读作“50%”，也可能是 0.5%',
      offers: ['50', '0.5'],
      place: { row: FIRST_ROW, column: AT.percent },
    });
    expect((await typed('status', '基本完成')).offers).toEqual(['推进中', '已完成']);
    expect((await typed('reportedOn', '10.8')).doubt).toBe('由“10.8”读作 2021-10-08');
  });
});

describe('cells that are no plain text', () => {
  it('are read by what they show: rich text, links, formulas, truth values, errors', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(FIRST_ROW, AT.narrative).value = {
        richText: [{ text: '已' }, { text: '完成', font: { bold: true } }],
      };
      sheet.getCell(FIRST_ROW, AT.problems).value = { text: '见附件', hyperlink: 'http://example.invalid/' };
      sheet.getCell(FIRST_ROW, AT.nextSteps).value = { formula: '1+1', result: '公式的结果' };
      sheet.getCell(FIRST_ROW, AT.percent).value = { formula: '1/2', result: 0.5 };
      sheet.getCell(FIRST_ROW + 1, AT.narrative).value = true;
      sheet.getCell(FIRST_ROW + 1, AT.problems).value = { error: '#N/A' };
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(textsOf(rowOf(parsed))).toMatchObject({
      narrative: '已完成',
      problems: '见附件',
      nextSteps: '公式的结果',
      percent: '50',
    });
    expect(rowOf(parsed, 1).fields.narrative?.text).toBe('TRUE');
    expect(rowOf(parsed, 1).fields.problems).toMatchObject({
      text: '#N/A',
      readable: false,
      doubt: '单元格是错误值“#N/A”',
    });
  });

  it('count for every row they are merged over, with a doubt, and for their own column only', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(FIRST_ROW, AT.narrative).value = '两项一并推进';
      sheet.mergeCells(FIRST_ROW, AT.narrative, FIRST_ROW + 1, AT.narrative);
      sheet.getCell(FIRST_ROW, AT.problems).value = '合并到右边';
      sheet.mergeCells(FIRST_ROW, AT.problems, FIRST_ROW, AT.nextSteps);
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(rowOf(parsed).fields.narrative).toMatchObject({ text: '两项一并推进', doubt: '' });
    expect(rowOf(parsed, 1).fields.narrative).toMatchObject({ text: '两项一并推进', doubt: '与其他行合并的单元格' });
    expect(rowOf(parsed).fields.problems).toMatchObject({ text: '合并到右边', doubt: '与下步措施合并的单元格' });
    // Nobody says that what stood there was emptied.
    expect(rowOf(parsed).fields.nextSteps).toBeUndefined();
  });
});

describe('a form whose layout was changed', () => {
  it('is read when heads were renamed', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(4, AT.narrative).value = '工作进展情况（截至10月底）*';
      sheet.getCell(4, AT.problems).value = '困难和问题';
      sheet.getCell(4, AT.nextSteps).value = '下 一 步 工 作';
      sheet.getCell(4, AT.status).value = '目前状态';
    });
    expect(textsOf(rowOf(await readTable(bytes, 'x.xlsx')))).toEqual(textsOf(rowOf(await readTable(form, 'x.xlsx'))));
  });

  it('is read when columns and rows were inserted and a second row of heads drawn in', async () => {
    const source = firstSheet(await openWorkbook(form));
    const given = Array.from({ length: AT.id }, (_, index) => source.getCell(FIRST_ROW, index + 1).value);
    const moved = (row: readonly unknown[]) =>
      [row[0], '', row[1], '备注', ...row.slice(2)].map((value) => String(value ?? ''));
    const heads = Array.from({ length: AT.id }, (_, index) => String(source.getCell(4, index + 1).value));
    const bytes = await sheetOf([
      ['某县填报表（2021年10月）'],
      ['填报单位：', AGENCY, '填报人：某'],
      ['请各单位认真填写'],
      ['序号', '', '工作任务', '', '', '', '进展', '', '', '', '', ''],
      moved(heads),
      moved(given),
    ]);
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(parsed.ids).toBeNull();
    expect(parsed.said.units[0]).toEqual({ source: 'unit-line', says: AGENCY });
    expect(parsed.notes).toContain('表中的隐藏标识已被删除，按序号和任务文字对应。');
    expect(rowOf(parsed)).toMatchObject({ taskId: input.rows[0]?.taskId, taskText: input.rows[0]?.content });
    expect(rowOf(parsed).fields.narrative?.text).toBe(input.rows[0]?.progress?.narrative);
  });

  it('is read when the hidden sheet and column are gone', async () => {
    const workbook = await openWorkbook(form);
    workbook.removeWorksheet('_form');
    const sheet = firstSheet(workbook);
    for (let row = 4; row <= sheet.rowCount; row++) sheet.getCell(row, AT.id).value = null;
    const parsed = await readTable(await bytesOf(workbook), 'x.xlsx');
    expect(parsed.ids).toBeNull();
    expect(parsed.rows.map(({ taskId }) => taskId)).toEqual(input.rows.map(() => null));
    expect(parsed.rows.map(({ number }) => Number(number))).toEqual(input.rows.map(({ number }) => number));
  });

  it('does not trust hidden ids that were tampered with', async () => {
    const workbook = await openWorkbook(form);
    const ids = workbook.getWorksheet('_form');
    ids?.eachRow((row) => {
      if (row.getCell(1).value === 'planId') row.getCell(2).value = '1; DROP TABLE plan';
    });
    const parsed = await readTable(await bytesOf(workbook), 'x.xlsx');
    expect(parsed.ids).toBeNull();
    expect(parsed.notes).toContain('表中的隐藏标识已被改动，按序号和任务文字对应。');
  });

  it('names the columns that are gone and leaves their fields out', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(4, AT.problems).value = '备注';
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(rowOf(parsed).fields.problems).toBeUndefined();
    expect(parsed.notes).toContain('没有找到这些列，按未改动处理：存在问题。');
  });

  it('leaves a column out when it asks for two things, and then nothing of the table is beyond doubt', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(4, AT.problems).value = '存在问题及下步措施';
      sheet.getCell(FIRST_ROW, AT.problems).value = '缺人，将增派';
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(parsed.columns.find(({ column }) => column === AT.problems)).toMatchObject({
      field: null,
      doubt: '表头“存在问题及下步措施”含有多项内容，未读取',
    });
    expect(parsed.doubts).toEqual([
      '“存在问题及下步措施”一列未读取（表头“存在问题及下步措施”含有多项内容，未读取），而没有找到：存在问题',
    ]);
  });

  it('is read without its section rows, sums, column numbers and notes', async () => {
    const heads = ['序号', '工作任务', '进展状态', '进展情况'];
    const workbook = await openWorkbook(
      await sheetOf([
        heads,
        [1, 2, 3, 4],
        ['一、严格管控'],
        [1, '甲任务', '推进中', '已开展'],
        [2, '乙任务', null, null],
        ['合计', '', '', '共 2 项'],
        ['注：请认真填写'],
      ]),
    );
    const sheet = firstSheet(workbook);
    sheet.mergeCells('A3:D3');
    sheet.mergeCells('A7:D7');
    const parsed = await readTable(await bytesOf(workbook), 'x.xlsx');
    expect(parsed.rows.map(({ taskText }) => taskText)).toEqual(['甲任务', '乙任务']);
  });

  it('does not take a first row of data for a second row of heads', async () => {
    const bytes = await sheetOf([
      ['序号', '工作任务', '备注', '进展情况'],
      ['一', '甲任务', '牵头单位', '召开配合单位会议'],
      ['二', '乙任务', '', '已开展'],
    ]);
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(parsed.rows.map(({ taskText }) => taskText)).toEqual(['甲任务', '乙任务']);
    expect(rowOf(parsed).fields.narrative?.text).toBe('召开配合单位会议');
  });
});
