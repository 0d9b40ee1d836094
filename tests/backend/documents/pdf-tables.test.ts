import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { duesOf, rolesOf } from './marks-of.ts';
import { lineOf, type PageLine, pdfOf } from './pdf-of.ts';

// A table on a page: words at places, and lines between them. Columns begin at these letters from the left margin.
const COLUMNS = [0, 3, 13, 21, 28];
const HEADS = ['序号', '工作任务', '责任单位', '完成时限'];

/** Words in their columns; `null` leaves a cell empty. */
function rowOf(row: number, texts: readonly (string | null)[]): PageLine[] {
  return texts.flatMap((text, column) =>
    text === null ? [] : [{ text, indent: (COLUMNS[column] ?? 0) + 0.3, row: row + 0.2 }],
  );
}

/** All lines of a table between two rows; `without` leaves some level ones out, by row and column. */
function ruled(first: number, last: number, thick: boolean, without: readonly string[] = []): string {
  const uprights = COLUMNS.map((indent) => lineOf([indent, first], [indent, last], thick));
  const levels: string[] = [];
  for (let row = first; row <= last; row++) {
    for (const [column, indent] of COLUMNS.slice(0, -1).entries()) {
      if (without.includes(`${row}:${column}`)) continue;
      levels.push(lineOf([indent, row], [COLUMNS[column + 1] ?? 0, row], thick));
    }
  }
  return [...uprights, ...levels].join('\n');
}

const title: PageLine = { text: '某县2022年重点工作任务分解表', indent: 6, row: 0 };
const page: readonly PageLine[] = [
  title,
  ...rowOf(1, HEADS),
  ...rowOf(2, ['1', '检查全县的学校食堂', '县教育局', '6月底前']),
  ...rowOf(3, [null, '。', '县公安局', null]),
  ...rowOf(4, ['2', '检查车站。', '县交通运输局', '持续推进']),
  ...rowOf(5, ['3', '检查机场。', null, '年底前']),
  { text: '— 1 —', indent: 12, row: 8 },
];
/** Row 3 is the second line of row 2; in row 5 the units are merged with those above. */
const MERGED = ['3:0', '3:1', '3:2', '3:3', '5:2'];

async function read(pages: Parameters<typeof pdfOf>[0], options: Parameters<typeof pdfOf>[1]) {
  return (await readDocument(pdfOf(pages, options), '分解表.pdf')).reading;
}

describe('a table on the pages of a PDF', () => {
  test.each([
    ['drawn with lines', false, 0],
    ['drawn with thin boxes', true, 0],
    ['on a page that is shown turned', false, 90],
  ] as const)('is a table when it is %s', async (_, thick, turned) => {
    const reading = await read([page], { drawn: [ruled(1, 6, thick, MERGED)], turned });
    expect(reading).toMatchObject({ title: title.text, year: 2022 });
    expect(reading.tasks.map((task) => task.content)).toEqual(['检查全县的学校食堂。', '检查车站。', '检查机场。']);
    expect(rolesOf(reading)).toEqual(['○县教育局 ○县公安局', '●县交通运输局', '●县交通运输局']);
    expect(duesOf(reading)).toEqual(['date 2022-06-30', 'ongoing 持续推进', 'date 2022-12-31']);
  });

  test('goes on over the end of a page, a row that the page cut too', async () => {
    const first = [title, ...rowOf(1, HEADS), ...rowOf(2, ['1', '检查食堂。', '县教育局', '6月底前'])];
    const cut = [...first, ...rowOf(3, ['2', '检查全县的学校食', '县公安局', '年底前'])];
    const second = [
      ...rowOf(1, [null, '堂和宿舍。', null, null]),
      ...rowOf(2, ['3', '检查车站。', '县财政局', '全年']),
    ];
    const reading = await read([cut, second], { drawn: [ruled(1, 4, false), ruled(1, 3, false)] });
    expect(reading.tasks.map(({ number, content }) => [number, content])).toEqual([
      [1, '检查食堂。'],
      [2, '检查全县的学校食堂和宿舍。'],
      [3, '检查车站。'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县教育局', '●县公安局', '●县财政局']);
  });

  test.each([
    [
      'thousands of lines',
      Array.from({ length: 4000 }, (_, n) => lineOf([n % 28, n / 200], [(n % 28) + 0.9, n / 200])),
    ],
    ['one line of a hundred thousand corners', [`0 0 m ${'9 9 l 8 8 l '.repeat(50_000)}S`]],
  ])('beside a drawing of %s is still read in good time', async (_, drawing) => {
    const table = [title, ...rowOf(1, HEADS), ...rowOf(2, ['1', '检查食堂。', '县教育局', '6月底前'])];
    const start = performance.now();
    const reading = await read([table, [{ text: '附图：全县食堂分布图', row: 0 }]], {
      drawn: [ruled(1, 3, false), drawing.join('\n')],
    });
    expect(rolesOf(reading)).toEqual(['●县教育局']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('without lines is read as text, and that is told', async () => {
    const reading = await read([page], {});
    expect(reading.warnings[0]?.message).toContain('没有框线的表格');
  });

  test('a page of words with a line under its head is read as before', async () => {
    const lines = ['某县2022年工作安排', '一、检查', '1.检查食堂。（县教育局牵头，县公安局配合）'];
    const reading = await read([lines.map((text, row) => ({ text, row, indent: 2 }))], {
      drawn: [lineOf([0, 0.8], [28, 0.8])],
    });
    expect(rolesOf(reading)).toEqual(['●县教育局 △县公安局']);
    expect(reading.warnings.map(({ message }) => message).join()).not.toContain('框线');
  });
});
