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

describe('months below a head', () => {
  const DATA = ['1', '甲任务', '推进中', '九月做了 3 件事', '检查 12 家商户', '9月', '10月'];
  const months = (merges: readonly string[]) =>
    merged(
      [
        ['序号', '工作任务', '进展状态', '进展情况', ''],
        ['', '', '', '9月', '10月'],
        DATA.slice(0, 5),
        ['2', '乙任务', '推进中', '九月做了 4 件事', '检查 13 家商户'],
      ],
      ['D1:E1', ...merges],
    );

  // The first of the columns was read: what was done in September came back as October's.
  it.each([
    ['alone', []],
    ['beside heads that are merged down', ['A1:A2', 'B1:B2', 'C1:C2']],
  ])('say which column is meant: %s', async (_, merges) => {
    const parsed = await readTable(await months(merges), '10月.xlsx');
    expect(parsed.rows).toHaveLength(2);
    expect(rowOf(parsed).fields.narrative).toMatchObject({ text: '检查 12 家商户', doubt: '' });
  });

  it('are heads alone, and then this month’s is asked about', async () => {
    const heads = ['序号', '工作任务', '进展状态', '9月', '10月'];
    const bytes = await sheetOf([
      heads,
      DATA.slice(0, 5),
      ['2', '乙任务', '推进中', '九月做了 4 件事', '检查 13 家商户'],
    ]);
    const parsed = await readTable(bytes, '10月.xlsx');
    expect(rowOf(parsed).fields.narrative).toMatchObject({ text: '检查 12 家商户' });
    expect(parsed.columns.find(({ column }) => column === 5)?.doubt).toBe('“10月”一列读作进展情况');
    expect(parsed.doubts).toEqual([]);
  });

  it('are missed where a head stands over two filled columns with nothing below', async () => {
    const bytes = await merged(
      [
        ['序号', '工作任务', '进展状态', '进展情况', ''],
        ['1', '甲任务', '推进中', '九月做了 3 件事', '检查 12 家商户'],
      ],
      ['D1:E1'],
    );
    const parsed = await readTable(bytes, '10月.xlsx');
    expect(parsed.columns.find(({ column }) => column === 4)?.doubt).toBe('同一表头下还有别的列有内容');
    expect(parsed.columns.find(({ column }) => column === 5)?.doubt).toContain('未读取');
  });
});

describe('a head that its cells contradict', () => {
  it('is no second percentage when sentences stand below it', async () => {
    const parsed = await readTable(
      await sheetOf([
        ['序号', '工作任务', '进展状态', '完成比例', '进度'],
        ['1', '甲任务', '推进中', '60%', '检查 12 家商户'],
        ['2', '乙任务', '推进中', '70%', '检查 13 家商户'],
      ]),
      'x.xlsx',
    );
    expect(textsOf(rowOf(parsed))).toMatchObject({ percent: '60', narrative: '检查 12 家商户' });
    expect(parsed.columns.map(({ doubt }) => doubt !== '')).toEqual([false, false, false, false, true]);
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
