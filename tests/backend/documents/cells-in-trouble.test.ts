// A plan's workbook whose cells hold formulas without results, errors, or words struck out: the task stays, and is told.
import { describe, expect, test } from 'vitest';
import { read, readOne } from './a-ledger.ts';
import { rolesOf } from './marks-of.ts';

const HEADS = ['序号', '工作任务', '牵头单位', '完成时限', '备注'];
const notesOf = (reading: Awaited<ReturnType<typeof readOne>>): readonly string[] =>
  reading.warnings.flatMap(({ code, message }) => (code === 'TEXT_REPAIRED' ? [message] : []));

describe('cells of a plan in trouble', () => {
  test('keep their task and are named, in the columns that a plan is read from', async () => {
    const reading = await readOne([
      HEADS,
      [1, '检查食堂。', '县教育局', '2024年6月', { formula: 'X!A1' }],
      [2, { formula: '"检查"&X!A2' }, '县公安局', '2024年6月'],
      [3, { formula: '1/0', result: { error: '#DIV/0!' } }, '县财政局', '2024年6月'],
      [4, '检查仓库。', { formula: 'X!A3' }, '2024年6月'],
      [5, { richText: [{ font: { strike: true }, text: '检查医院。' }] }, '县卫健局', '2024年6月'],
    ]);
    expect(reading.tasks.map(({ number, content }) => [number, content])).toEqual([
      [1, '检查食堂。'],
      [2, '（B3 的公式没有结果）'],
      [3, '（B4 的公式出错（#DIV/0!））'],
      [4, '检查仓库。'],
      [5, '检查医院。'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县教育局', '●县公安局', '●县财政局', '', '●县卫健局']);
    expect(notesOf(reading)).toEqual([
      'B3 的公式没有结果；B4 的公式出错（#DIV/0!）；C5 的公式没有结果；B6 的文字有删除线，请对照原表核对。',
    ]);
  });

  test('are no tasks in rows that hold nothing else, and still named', async () => {
    const reading = await readOne([
      HEADS,
      [1, '检查食堂。', '县教育局', '2024年6月'],
      ...Array.from({ length: 12 }, () => [null, { formula: 'X!B1' }]),
    ]);
    expect(reading.tasks).toHaveLength(1);
    expect(notesOf(reading)).toEqual([expect.stringMatching(/^B3 的公式没有结果；.+B12 的公式没有结果等共12处，请/u)]);
  });

  test('say their sheet where several are read', async () => {
    const reading = await read({
      教育: { rows: [HEADS, [1, '检查食堂。', '县教育局', '2024年6月']] },
      公安: { rows: [HEADS, [2, { formula: 'X!A2' }, '县公安局', '2024年6月']] },
    });
    expect(reading.tasks).toHaveLength(2);
    expect(notesOf(reading)).toContain('工作表“公安”的 B2 的公式没有结果，请对照原表核对。');
  });
});
