import { describe, expect, test } from 'vitest';
import { layOutDocText } from '#backend/documents/doc/doc-rows.ts';
import { pdfLinesOf } from '#backend/documents/pdf/pdf-lines.ts';
import { readPdf } from '#backend/documents/pdf/read-pdf.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { docOf } from './doc-of.ts';
import { pagesOf, pdfOf } from './pdf-of.ts';

const SENTENCE = '全面落实食品安全责任，组织开展校园及周边食品安全专项检查，对发现的问题建立台账、限期整改';

async function paragraphs(pages: Parameters<typeof pdfOf>[0]): Promise<readonly string[]> {
  const { text } = await readPdf(pdfOf(pages), '安排.pdf');
  return text.trimEnd().split('\n');
}

describe('the pages of a PDF', () => {
  test('lines that the margin cut are one paragraph again, over the end of a page too', async () => {
    const whole = Array.from({ length: 30 }, (_, index) => `（${index + 1}）${SENTENCE.repeat(1 + (index % 3))}。`);
    const pages = pagesOf(whole);
    expect(pages.length).toBeGreaterThan(2);
    expect(await paragraphs(pages)).toEqual(whole);
  });

  test('page numbers go, a number that is text stays', async () => {
    const lines = [{ text: SENTENCE.slice(0, 28) }, { text: '2021' }, { text: SENTENCE.slice(28), indent: 2 }];
    for (const number of ['— 1 —', '-1-', '1', '第 1 页 共 9 页', '1 / 9']) {
      expect(await paragraphs([[...lines, { text: number }]])).toEqual([
        `${SENTENCE.slice(0, 28)}2021`,
        SENTENCE.slice(28),
      ]);
    }
  });

  test('signs named after a radical are the signs they look like', async () => {
    expect(await paragraphs([[{ text: '县⼯业和信息化局负责全县⾷品⼯业企业监督检查⼯作' }]])).toEqual([
      '县工业和信息化局负责全县食品工业企业监督检查工作',
    ]);
  });

  test('blanks that only keep digits or stretched letters apart go, those that somebody typed stay', () => {
    const text = (...words: readonly (readonly [str: string, x: number, width: number])[]): string | undefined =>
      pdfLinesOf(words.map(([str, x, width]) => ({ str, x, width, y: 700, fontSize: 16 })))[0]?.text;
    expect(text(['各乡镇 11 月 20 ', 80, 116], ['日前报告', 196, 64])).toBe('各乡镇11月20日前报告');
    expect(text([[...'县农业农村局牵头'].join(' '), 80, 200])).toBe('县农业农村局牵头');
    expect(text(['责任单位', 80, 64], ['县教育局', 160, 64])).toBe('责任单位 县教育局');
  });

  test('a page without words is told by its number', async () => {
    const { notes } = await readPdf(
      pdfOf([[{ text: SENTENCE }, { text: SENTENCE }], [], [{ text: SENTENCE }]]),
      'a.pdf',
    );
    expect(notes).toEqual(['第2页没有可读的文字（可能是扫描页或空白页），没有读取，请核对是否漏了任务。']);
  });
});

describe('tables in an old Word document', () => {
  const rows = '序号\t工作任务\t责任单位\t\n1\t检查食堂。\t县教育局\n县公安局\t\n2\t检查车站。\t县交通运输局\t\n';

  test('are rows of cells, with the line breaks inside them', () => {
    const { grids, text } = layOutDocText(`任务表\n${rows}附注\n`, [], []);
    expect(grids.map((grid) => grid.rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [
        ['序号', '工作任务', '责任单位'],
        ['1', '检查食堂。', '县教育局\n县公安局'],
        ['2', '检查车站。', '县交通运输局'],
      ],
    ]);
    expect(text).toContain('任务表\n序号\t工作任务\t责任单位\n1\t检查食堂。\t县教育局 县公安局\n');
  });

  test('are read as plans', async () => {
    const { reading } = await readDocument(docOf(`某县2022年任务分解表\n${rows}`), '表.doc');
    expect(
      reading.tasks.map((task) => task.responsibilities.flatMap((item) => item.roles.map((role) => role.agency))),
    ).toEqual([['县教育局', '县公安局'], ['县交通运输局']]);
  });

  test('a tab in an ordinary line makes no table', () => {
    const { grids, text } = layOutDocText('联系人：\t办公室\n一、检查食堂。\n', [], []);
    expect(grids).toEqual([]);
    expect(text).toContain('联系人：\t办公室\n一、检查食堂。\n');
  });
});
