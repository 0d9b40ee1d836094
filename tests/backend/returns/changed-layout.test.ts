// A form whose layout was changed on the way: heads renamed, columns and rows put in, ids taken out or tampered with.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { formInput } from '../excel/seed-world.ts';
import { altered, bytesOf, firstSheet, openWorkbook, sheetOf } from '../sheets/altered.ts';
import { readTable, rowOf, textsOf } from './returned-sheets.ts';

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
    expect(rowOf(parsed)).toMatchObject({ taskId: rows[0]?.taskId, taskText: rows[0]?.content });
    expect(rowOf(parsed).fields.narrative?.text).toBe(rows[0]?.progress?.narrative);
  });

  it('is read when the hidden sheet and column are gone', async () => {
    const workbook = await openWorkbook(form);
    workbook.removeWorksheet('_form');
    const sheet = firstSheet(workbook);
    for (let row = 4; row <= sheet.rowCount; row++) sheet.getCell(row, AT.id).value = null;
    const parsed = await readTable(await bytesOf(workbook), 'x.xlsx');
    expect(parsed.ids).toBeNull();
    expect(parsed.rows.map(({ taskId }) => taskId)).toEqual(rows.map(() => null));
    expect(parsed.rows.map(({ number }) => Number(number))).toEqual(rows.map(({ number }) => number));
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

  it('asks about each cell of a column that asks for two things, and about no other', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(4, AT.problems).value = '存在问题及下步措施';
      sheet.getCell(FIRST_ROW, AT.problems).value = '缺人，将增派';
      sheet.getCell(4, AT.nextSteps).value = null;
      sheet.getCell(FIRST_ROW, AT.nextSteps).value = null;
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(parsed.columns.find(({ column }) => column === AT.problems)).toMatchObject({
      field: 'problems',
      doubt: '“存在问题及下步措施”一列含有多项内容，都读作存在问题，请分开',
    });
    expect(rowOf(parsed).fields.problems?.text).toBe('缺人，将增派');
    expect(parsed.doubts).toEqual([]);
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
