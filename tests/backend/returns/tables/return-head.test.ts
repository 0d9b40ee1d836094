import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { formInput } from '../../excel/seed-world.ts';
import { altered, bytesOf, firstSheet, openWorkbook, sheetOf } from '../../sheets/altered.ts';
import { readTable } from '../returned-sheets.ts';

const input = formInput('县公安局');
const HEAD_ROW = 4;
const NARRATIVE = 9;

let form: Uint8Array;
beforeAll(async () => {
  form = await buildForm(input);
});

function firstRow(parsed: ParsedTable): ReturnedRow {
  const [row] = parsed.rows;
  if (!row) throw new Error('no row');
  return row;
}

describe('the heads of a return', () => {
  // Agencies add columns of their own. The first that held a known word was taken: 13 texts of last month, or dates of
  // the last report, came back as this month's.
  it('keeps its own columns when the agency adds others of last month in front', async () => {
    const bytes = await sheetOf([
      ['序号', '工作任务', '上月进展情况', '本期工作进展情况', '进展情况', '上次填报日期', '填报日期'],
      ['一', '甲任务', '已部署', '甲', '本月检查12家', '2021-09-08', '2021-10-08'],
    ]);
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(firstRow(parsed).fields.narrative?.text).toBe('本月检查12家');
    expect(firstRow(parsed).fields.reportedOn?.text).toBe('2021-10-08');
    expect(firstRow(parsed).fields.narrative?.doubt).toBe('“本期工作进展情况”一列也像进展情况，内容不同');
    expect(firstRow(parsed).fields.reportedOn?.doubt).toBe('');
    expect(parsed.columns.find(({ head }) => head === '本期工作进展情况')).toMatchObject({
      field: null,
      doubt: '与“进展情况”一列含义相同，未读取',
    });
  });

  // 本月进展 was no known word, and the whole column was left out.
  it('is read by a usual head with words around that change nothing', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(HEAD_ROW, NARRATIVE).value = '本月进展';
    });
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(firstRow(parsed).fields.narrative).toBeDefined();
    expect(parsed.columns[NARRATIVE - 1]).toMatchObject({ field: 'narrative', how: 'contained', doubt: '' });
    expect(parsed.notes).toEqual([]);
  });

  // One number that somebody had put beside the heads made the row data, and the form was refused.
  it('is read although a stray number stands beside its heads', async () => {
    const bytes = await altered(form, (sheet) => {
      sheet.getCell(HEAD_ROW, 16).value = 12;
    });
    expect((await readTable(bytes, 'x.xlsx')).rows).toHaveLength(input.parts[0]?.rows.length ?? 0);
  });

  it('finds the task under 任务, 重点任务, or both', async () => {
    const tasksOf = async (...heads: string[]): Promise<readonly string[]> => {
      const bytes = await sheetOf([
        [...heads, '进展情况'],
        [...heads.map((head) => `${head}的内容`), '已开展'],
      ]);
      return (await readTable(bytes, 'x.xlsx')).rows.map(({ taskText }) => taskText);
    };
    expect(await tasksOf('序号', '任务')).toEqual(['任务的内容']);
    expect(await tasksOf('序号', '重点任务')).toEqual(['重点任务的内容']);
    expect(await tasksOf('序号', '重点任务', '任务')).toEqual(['任务的内容']);
    expect(await tasksOf('序号', '重点任务', '工作措施')).toEqual(['工作措施的内容']);
  });

  it('finds heads that take two rows, merged down and across', async () => {
    const workbook = await openWorkbook(
      await sheetOf([
        ['填报表'],
        ['序号', '工作任务', '进展', null, '填报日期'],
        [null, null, '完成情况', '存在问题', null],
        ['一', '甲任务', '已开展', '缺人', '2021-10-08'],
      ]),
    );
    const sheet = firstSheet(workbook);
    for (const block of ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3']) sheet.mergeCells(block);
    const parsed = await readTable(await bytesOf(workbook), 'x.xlsx');
    expect(parsed.rows).toHaveLength(1);
    expect(firstRow(parsed).fields).toMatchObject({
      narrative: { text: '已开展' },
      problems: { text: '缺人' },
      reportedOn: { text: '2021-10-08' },
    });
  });
});
