import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { readText } from '#backend/documents/read-text.ts';
import { tablesInText } from '#backend/documents/tables/tables-in-text.ts';
import { docx, paragraph, run, table } from './docx-of.ts';
import { duesOf, rolesOf } from './marks-of.ts';

const TITLE = paragraph('某县2023年重点工作安排');
const TAB = '<w:r><w:tab/></w:r>';

async function read(body: string) {
  return (await readDocument(docx(body), '安排.docx')).reading;
}

const titlesOf = (reading: { readonly sections: readonly { readonly title: string }[] }): string[] =>
  reading.sections.map(({ title }) => title);

describe('tables in a document', () => {
  const heads = ['序号', '任务', '责任单位'];

  test('stand under their headings; another table after other words is none of tasks', async () => {
    const reading = await read(
      TITLE +
        paragraph('一、教育') +
        table([heads, ['1', '新建幼儿园。', '县教育局']]) +
        paragraph('二、卫生') +
        table([heads, ['1', '改造卫生院。', '县卫生健康局'], ['2', '招聘医生。', '县卫生健康局\n县人社局']]) +
        paragraph('附件：联系人表') +
        table([
          ['单位', '联系人', '电话'],
          ['县教育局', '张三', '1'],
        ]),
    );
    expect(reading.tasks.map(({ number, section, content }) => [number, section, content])).toEqual([
      [1, 1, '新建幼儿园。'],
      [2, 2, '改造卫生院。'],
      [3, 2, '招聘医生。'],
    ]);
    expect(reading.warnings.filter(({ code }) => code.startsWith('NUMBER'))).toEqual([]);
  });

  test('go on where somebody parted them', async () => {
    const reading = await read(
      TITLE +
        table([heads, ['1', '新建幼儿园。', '县教育局']]) +
        paragraph('') +
        table([['2', '改造食堂。', '县教育局']]),
    );
    expect(reading.tasks.map(({ content }) => content)).toEqual(['新建幼儿园。', '改造食堂。']);
  });

  test('can be typed with tabs', async () => {
    const line = (...cells: readonly string[]): string => paragraph(cells.map(run).join(TAB));
    const reading = await read(
      TITLE +
        line('序号', '工作任务', '责任单位', '完成时限') +
        line('1', '新建幼儿园3所。', '县教育局', '8月底') +
        line('2', '改造食堂。', '县教育局、县财政局', '年底前'),
    );
    expect(rolesOf(reading)).toEqual(['●县教育局', '○县教育局 ○县财政局']);
    expect(duesOf(reading)).toEqual(['date 2023-08-31', 'date 2023-12-31']);
  });

  test.each([
    ['tabs', '序号\t重点任务\t牵头单位\t配合单位', '一、城建', '1\t建设公园。\t县住建局\t县财政局'],
    [
      'strokes',
      '| 序号 | 重点任务 | 牵头单位 | 配合单位 |',
      '|---|---|---|---|',
      '| 1 | 建设公园。 | 县住建局 | 县财政局 |',
    ],
  ])('can stand in plain text between words, parted by %s', (_, ...rows) => {
    const reading = readText(['某县2024年重点任务', ...rows, '', '联系人：张三'].join('\n'), { name: '' });
    expect(reading).toMatchObject({ title: '某县2024年重点任务', year: 2024 });
    expect(reading.tasks.map(({ content }) => content)).toEqual(['建设公园。']);
    expect(titlesOf(reading)).toEqual(rows[1]?.startsWith('一') === true ? ['城建'] : []);
    expect(rolesOf(reading)).toEqual(['●县住建局 △县财政局']);
  });

  test('with hundreds of thousands of columns is none, and costs no time', () => {
    const start = performance.now();
    const row = '任务\t责任单位\t'.repeat(150_000);
    expect(tablesInText(`1.检查食堂。（县教育局）\n${row}\n${row}`)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('can be pasted from a workbook, line breaks in quotes and merged cells empty', () => {
    const rows = [
      '2023年任务分解表\t\t\t\t',
      '序号\t工作任务\t牵头单位\t配合单位\t完成时限',
      '1\t"检查食堂，\n覆盖率达到65%以上。"\t县教育局\t"县公安局\n县财政局"\t6月底前',
      '2\t检查 14" 管道。\t县住建局\t无\t持续推进',
      '\t检查机场。\t\t县公安局\t',
    ];
    for (const lineEnd of ['\n', '\r\n']) {
      const text = rows.join(lineEnd);
      const reading = readText(text, { name: '粘贴的文字' });
      expect(rolesOf(reading)).toEqual(['●县教育局 △县公安局 △县财政局', '●县住建局', '●县住建局 △县公安局']);
      expect(duesOf(reading)).toEqual(['date 2023-06-30', 'ongoing 持续推进', '']);
      const roles = reading.tasks.flatMap((task) => task.responsibilities.flatMap((item) => item.roles));
      for (const { agency, span } of roles) expect(text.slice(span.start, span.end)).toBe(agency);
    }
  });
});
