import { describe, expect, test } from 'vitest';
import { compareNumbers } from '#backend/documents/compare-numbers.ts';
import { readDocument } from '#backend/documents/read-document.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { abstractNum, type DocxParts, docx, num, paragraph, run, table } from './docx-of.ts';
import { rolesOf } from './marks-of.ts';

const TITLE = paragraph('某县2023年重点工作安排');
const BREAK = '<w:r><w:br/></w:r>';

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
