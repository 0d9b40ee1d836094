import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { formInput } from '../../excel/seed-world.ts';
import { altered, firstSheet, openWorkbook } from '../../sheets/altered.ts';
import { readTable, rowOf, textsOf } from '../returned-sheets.ts';

const AGENCY = '县公安局';
const input = formInput(AGENCY);
const [part] = input.parts;
if (!part) throw new Error('a form is about a plan');
const { rows } = part;
const FIRST_ROW = 5;
/** Columns of the form as it is sent. */
const AT = {
  number: 1,
  task: 2,
  status: 7,
  percent: 8,
  narrative: 9,
  problems: 10,
  nextSteps: 11,
  reportedOn: 12,
  id: 14,
};

let form: Uint8Array;
beforeAll(async () => {
  form = await buildForm(input);
});

describe('a form', () => {
  it('carries a title, a unit line, instructions, and tinted cells that alone are open', async () => {
    const workbook = await openWorkbook(form);
    const sheet = firstSheet(workbook);
    expect(sheet.getCell('A1').value).toBe('《泽州县2021年食品安全重点工作安排》填报表（2021年10月）');
    expect(sheet.getCell('A2').text).toBe('填报单位（盖章）：县公安局');
    expect([sheet.getCell('F2').text, sheet.getCell('I2').text]).toEqual(['填报人：', '联系电话：']);
    expect(sheet.getCell('G2').protection).toMatchObject({ locked: false });
    expect(workbook.definedNames.getRanges('填报人').ranges).toEqual(["'填报表'!$G$2"]);
    expect(sheet.getCell('A3').text).toContain('请于2021年10月15日前填好');
    expect(sheet.getCell(FIRST_ROW, AT.narrative).fill).toMatchObject({ pattern: 'solid' });
    expect(sheet.getCell(FIRST_ROW, AT.narrative).protection).toMatchObject({ locked: false });
    expect(sheet.getCell(FIRST_ROW, AT.task).fill).toMatchObject({ fgColor: { argb: 'FFEDEDED' } });
    expect(sheet.getCell(FIRST_ROW, AT.task).protection?.locked).not.toBe(false);
    expect(sheet.getColumn(AT.id).hidden).toBe(true);
    expect(workbook.getWorksheet('_form')?.state).toBe('veryHidden');
  });

  it('offers the five statuses as a list on exactly its own rows', async () => {
    const sheet = firstSheet(await openWorkbook(form));
    const last = FIRST_ROW + rows.length - 1;
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
      planId: part.plan.id,
      documentNumber: part.plan.documentNumber,
      agencyId: input.agency.id,
      periodId: part.period.id,
      formId: part.formId,
    });
    expect(parsed.rows.map(({ taskId }) => taskId)).toEqual(rows.map(({ taskId }) => taskId));
    for (const [index, { content, number, progress }] of rows.entries()) {
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
