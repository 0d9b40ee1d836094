import { describe, expect, test } from 'vitest';
import { compareNumbers } from '#backend/documents/compare-numbers.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { readText } from '#backend/documents/read-text.ts';
import { tablesInText } from '#backend/documents/tables/tables-in-text.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { abstractNum, type DocxParts, docx, num, paragraph, run, table } from './docx-of.ts';
import { duesOf, rolesOf } from './marks-of.ts';

const TITLE = paragraph('某县2023年重点工作安排');
const BREAK = '<w:r><w:br/></w:r>';
const TAB = '<w:r><w:tab/></w:r>';

async function read(body: string, parts: DocxParts = {}) {
  const { text, reading } = await readDocument(docx(body, parts), '安排.docx');
  PlanReadingSchema.parse(reading);
  return { text, ...reading };
}

const titlesOf = (reading: { readonly sections: readonly { readonly title: string }[] }): string[] =>
  reading.sections.map(({ title }) => title);

describe('a Word document as it is typed', () => {
  test('breaks lines inside its title, between its tasks and inside a bracket', async () => {
    const reading = await read(
      paragraph(`${run('某县2023年')}${BREAK}${run('重点工作安排')}`) +
        paragraph(
          `${run('一、教育')}${BREAK}${run('1.新建幼儿园。（县教育局牵头，')}${BREAK}${run('县财政局配合）')}${BREAK}${run('2.改造食堂。（县教育局）')}`,
        ),
    );
    expect(reading.title).toBe('某县2023年重点工作安排');
    expect(titlesOf(reading)).toEqual(['教育']);
    expect(rolesOf(reading)).toEqual(['●县教育局 △县财政局', '●县教育局']);
  });

  test('indents with wide blanks, and writes wide digits and stops', async () => {
    const lines = [
      '　　一、教育',
      '　　1．新建幼儿园３所。（县教育局牵头，　县财政局配合）',
      '　　２、改造食堂。　责任单位：县教育局　县财政局',
      '　　二、　卫生',
      '　　3.　改造卫生院。（县卫生健康局）',
    ];
    const reading = await read(TITLE + lines.map((line) => paragraph(line)).join(''));
    expect(titlesOf(reading)).toEqual(['教育', '卫生']);
    expect(rolesOf(reading)).toEqual(['●县教育局 △县财政局', '○县教育局 ○县财政局', '●县卫生健康局']);
  });

  test('has links, content controls and tags around its words', async () => {
    const reading = await read(
      TITLE +
        paragraph(
          `${run('1.新建幼儿园。（')}<w:hyperlink w:anchor="x">${run('县教育局')}</w:hyperlink>${run('牵头）')}`,
        ) +
        `<w:sdt><w:sdtContent>${paragraph('2.改造食堂。（县教育局）')}</w:sdtContent></w:sdt>` +
        paragraph(`<w:smartTag w:element="x">${run('3.补充教师。（县教育局）')}</w:smartTag>`),
    );
    expect(rolesOf(reading)).toEqual(['●县教育局', '●县教育局', '●县教育局']);
  });

  test('stands in a frame, which is a table of one cell', async () => {
    const reading = await read(table([['某县2023年重点工作安排\n一、教育\n1.新建幼儿园。（县教育局）']]));
    expect(reading.title).toBe('某县2023年重点工作安排');
    expect(rolesOf(reading)).toEqual(['●县教育局']);
  });
});

describe('headings that only their style tells apart', () => {
  const styles = [1, 2, 3]
    .map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`)
    .join('');

  test('are sections, and the added numbers are told', async () => {
    const reading = await read(
      TITLE +
        paragraph('教育', { style: 'H1' }) +
        paragraph('1.新建幼儿园。（县教育局）') +
        paragraph('2.改造食堂。（县教育局）') +
        paragraph('卫生', { style: 'H1' }) +
        paragraph('3.改造卫生院。（县卫生健康局）'),
      { styles },
    );
    expect(titlesOf(reading)).toEqual(['教育', '卫生']);
    expect(reading.tasks.map(({ section }) => section)).toEqual([1, 1, 2]);
    expect(reading.warnings[0]?.message).toContain('已补上“一、”“（一）”一类编号');
  });

  test('can be sections and tasks, under a title that is a heading too', async () => {
    const reading = await read(
      paragraph('某县2023年重点工作安排', { style: 'H1' }) +
        paragraph('教育', { style: 'H2' }) +
        paragraph('新建幼儿园', { style: 'H3' }) +
        paragraph('建成3所。（县教育局）') +
        paragraph('改造食堂', { style: 'H3' }) +
        paragraph('改造20个。（县教育局）') +
        paragraph('卫生', { style: 'H2' }) +
        paragraph('改造卫生院', { style: 'H3' }) +
        paragraph('改造5所。（县卫生健康局）'),
      { styles },
    );
    expect(titlesOf(reading)).toEqual(['教育', '卫生']);
    expect(reading.tasks.map(({ title, section }) => [title, section])).toEqual([
      ['新建幼儿园', 1],
      ['改造食堂', 1],
      ['改造卫生院', 2],
    ]);
  });

  test('keep the numbers somebody typed', async () => {
    const { text } = await read(
      TITLE +
        paragraph('一、教育', { style: 'H1' }) +
        paragraph('1.新建幼儿园。（县教育局）') +
        paragraph('二、卫生', { style: 'H1' }),
      { styles },
    );
    expect(text).toContain('\n一、教育\n1.新建幼儿园');
  });
});

describe('numbers that Word counts, compared with what was read', () => {
  const numbering =
    abstractNum(0, [
      { format: 'chineseCountingThousand', text: '%1、' },
      { format: 'decimal', text: '%2.' },
    ]) + num(1, 0);
  const section = (text: string): string => paragraph(text, { numId: 1, level: 0 });
  const task = (text: string): string => paragraph(text, { numId: 1, level: 1 });

  test('say how many became tasks and sections, and clash with numbers typed between them', async () => {
    const reading = await read(
      TITLE +
        section('教育') +
        task('新建幼儿园。（县教育局）') +
        paragraph('2.改造食堂。（县教育局）') +
        task('补充教师。（县教育局）') +
        section('卫生') +
        task('改造卫生院。（县卫生健康局）'),
      { numbering },
    );
    expect(reading.warnings.map(({ message }) => message)).toEqual([
      '文件中有5处编号是 Word 自动编号，已按其规则算出并写入正文，其中3处读作任务、2处读作章节，请对照原文件核对。',
      '第1部分编号2出现在2之后，已按先后顺序重新编号。',
    ]);
  });

  test('name the paragraph that was left out, at its place', async () => {
    const text = '一、教育\n1.新建幼儿园。\n2.改造食堂。\n3.补充教师。\n（1）招聘。\n';
    const labels = [...text.matchAll(/^(?:一、|\d\.|（1）)/gmu)];
    const counted = labels.map(({ 0: label, index }) => ({
      label,
      list: label.length === 3 ? 'inner' : (label.at(-1) ?? ''),
      start: index,
    }));
    const { reading } = await readDocument(Buffer.from(text), 'a.txt');
    const [first, second] = reading.tasks;
    const read = { ...reading, tasks: [first, second].flatMap((item) => item ?? []) };
    expect(compareNumbers(text, counted, read).slice(1)).toEqual([
      {
        code: 'NUMBER_GAP',
        message: '自动编号“3.”的段落（补充教师。…）没有读作任务，请核对。',
        span: { start: text.indexOf('3.'), end: text.indexOf('\n（1）') },
      },
    ]);
  });
});

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
