// Heads on two rows, where the one above says of several columns what they are about; columns that are numbered.
import { describe, expect, it } from 'vitest';
import { bytesOf, firstSheet, openWorkbook, sheetOf } from '../sheets/altered.ts';
import { readTable, rowOf, textsOf } from './returned-sheets.ts';

async function merged(rows: Parameters<typeof sheetOf>[0], blocks: readonly string[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(await sheetOf(rows));
  for (const block of blocks) firstSheet(workbook).mergeCells(block);
  return bytesOf(workbook);
}

describe('heads in groups', () => {
  // 情况 alone is no head, and the whole column was lost without a note.
  it('are read together where the word below is no head alone', async () => {
    const bytes = await merged(
      [
        ['序号', '工作任务', '工作进展', '', ''],
        ['', '', '状态', '完成比例', '情况'],
        ['1', '甲任务', '推进中', '60%', '已检查 12 家'],
      ],
      ['C1:E1'],
    );
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(textsOf(rowOf(parsed))).toMatchObject({ status: '推进中', percent: '60', narrative: '已检查 12 家' });
    expect(rowOf(parsed).fields.narrative?.doubt).toBe('');
  });

  it('are named when nobody knows the word below', async () => {
    const bytes = await merged(
      [
        ['序号', '工作任务', '工作进展', ''],
        ['', '', '状态', '其他要说的话'],
        ['1', '甲任务', '推进中', '已检查 12 家'],
      ],
      ['C1:D1'],
    );
    const parsed = await readTable(bytes, 'x.xlsx');
    const { doubt } = parsed.columns.find(({ column }) => column === 4) ?? {};
    expect(doubt).not.toBe('');
  });

  // The first of the two was read: last month's values came back as this month's.
  it.each(['上月', '上期', '上次'])('say with %s that their columns are not meant', async (before) => {
    const bytes = await merged(
      [
        ['序号', '工作任务', before, '', '本月', ''],
        ['', '', '完成比例', '进展情况', '完成比例', '进展情况'],
        ['1', '甲任务', '20%', '已部署', '60%', '已检查 12 家'],
      ],
      ['C1:D1', 'E1:F1'],
    );
    const row = rowOf(await readTable(bytes, 'x.xlsx'));
    expect(textsOf(row)).toMatchObject({ percent: '60', narrative: '已检查 12 家' });
    expect(row.fields.percent?.doubt).toBe('');
  });
});

describe('numbered heads', () => {
  it.each([
    ['1.序号', '2.工作任务', '5.进展状态', '6.完成比例（%）', '7.进展情况（200字以内）'],
    ['1、序号', '2、工作任务', '3、进展状态', '4、完成比例', '5、进展情况'],
    ['①序号', '②工作任务', '③进展状态', '④完成比例', '⑤进展情况'],
  ])('are the usual ones: %s', async (...heads) => {
    const bytes = await sheetOf([heads, ['1', '甲任务', '推进中', '60%', '已检查 12 家']]);
    const parsed = await readTable(bytes, 'x.xlsx');
    expect(textsOf(rowOf(parsed))).toMatchObject({ status: '推进中', percent: '60', narrative: '已检查 12 家' });
    expect(parsed.columns.map(({ doubt }) => doubt)).toEqual(['', '', '', '', '']);
  });
});
