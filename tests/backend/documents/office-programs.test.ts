import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, type Intake } from '#backend/intake/intake.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { abstractNum, docx, num, paragraph } from './docx-of.ts';
import {
  directory,
  figuresOf,
  seedFigures,
  seedParagraphs,
  seedTable,
  seedWithAutomaticNumbers,
} from './seed-documents.ts';

// What another program writes, not what our tests think a file looks like: the plan is put into a Word document and a
// workbook, LibreOffice saves them as every kind a county sends, and each is read through the real intake.

/** As an office types it: 仿宋 16, a first line indented by two letters, lines 28 points apart. */
const STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>';
const BODY_TEXT =
  '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>';

/** Lists of three levels by properties and by styles, begun anew, gone on with, and one of another look. */
const LIST_STYLES =
  '<w:style w:type="paragraph" w:styleId="S1"><w:name w:val="节"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="S2"><w:name w:val="条"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
const NUMBERING =
  abstractNum(0, [
    { format: 'chineseCountingThousand', text: '%1、', style: 'S1' },
    { format: 'chineseCountingThousand', text: '（%2）', style: 'S2' },
    { format: 'decimal', text: '%3.' },
  ]) +
  abstractNum(1, [{ format: 'decimalEnclosedCircleChinese', text: '%1' }]) +
  num(1, 0) +
  num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
  num(3, 1);
const LISTS = [
  paragraph('某县2022年工作安排'),
  paragraph('教育。', { style: 'S1' }),
  paragraph('检查食堂。（县教育局）', { style: 'S2' }),
  paragraph('后厨。', { numId: 1, level: 2 }),
  paragraph('餐厅。', { numId: 1, level: 2 }),
  paragraph('检查宿舍。（县教育局）', { style: 'S2' }),
  paragraph('没有编号的一段。'),
  paragraph('门窗。', { numId: 1, level: 2 }),
  paragraph('卫生。', { style: 'S1' }),
  paragraph('检查医院。（县卫生健康局）', { style: 'S2' }),
  paragraph('圈一。', { numId: 3, level: 0 }),
  paragraph('圈二。', { numId: 3, level: 0 }),
  paragraph('另起。', { numId: 2, level: 0 }),
  paragraph('接着。（县公安局）', { numId: 2, level: 1 }),
].join('');

let folder: string;
let intake: Intake;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '来文 '));
  intake = createIntake(forkIntake);
  const numbered = seedWithAutomaticNumbers();
  const typed = seedParagraphs().map((line, index) =>
    paragraph(line.trim(), { extra: index === 0 ? '<w:jc w:val="center"/>' : BODY_TEXT }),
  );
  const sources = {
    '自动编号.docx': docx(numbered.body, { ...numbered, styles: STYLES }),
    '正文.docx': docx(typed.join(''), { styles: STYLES }),
    '多级列表.docx': docx(LISTS, { numbering: NUMBERING, styles: STYLES + LIST_STYLES }),
    '分解表.xlsx': await seedTable(),
  };
  for (const [name, bytes] of Object.entries(sources)) await writeFile(path.join(folder, name), bytes);
  const [documents, table] = [['自动编号.docx', '正文.docx', '多级列表.docx'], ['分解表.xlsx']].map((names) =>
    names.map((name) => path.join(folder, name)),
  );
  for (const kind of ['docx', 'doc', 'pdf', 'txt:Text (encoded):UTF8'])
    await convertFiles(kind, documents ?? [], path.join(folder, 'out'), folder);
  for (const kind of ['xlsx', 'xls', 'pdf']) await convertFiles(kind, table ?? [], path.join(folder, 'out'), folder);
}, OFFICE_LIMIT_MS);
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true, force: true });
});

const out = (name: string): string => path.join(folder, 'out', name);

describe('the embedded plan, saved by an office program', () => {
  test.each([
    '正文.docx',
    '正文.doc',
    '正文.pdf',
    '正文.txt',
    '自动编号.docx',
    '自动编号.doc',
    '自动编号.pdf',
    '自动编号.txt',
  ])('reads the same from %s', async (name) => {
    const { reading } = await intake.readDocument(out(name), { directory });
    expect(figuresOf(reading)).toEqual(seedFigures);
  });

  test.each(['分解表.xlsx', '分解表.xls', '分解表.pdf'])('reads the same from the table %s', async (name) => {
    const { reading } = await intake.readDocument(out(name), { directory });
    const figures = figuresOf(reading);
    expect(figures).toMatchObject({ leads: 30, coResponsible: 71, cooperating: 2, sections: seedFigures.sections });
    expect([figures.tasks.length, figures.targets.length, figures.dues.length]).toEqual([53, 15, 2]);
  });
});

test.each([
  ['自动编号', 'docx'],
  ['自动编号', 'doc'],
  ['多级列表', 'docx'],
  ['多级列表', 'doc'],
])('the numbers of %s are those the office program itself shows, read from .%s', async (name, kind) => {
  const { text } = await intake.readDocument(out(`${name}.${kind}`), { directory });
  const flat = (words: string): string => words.replace(/[\s\uFEFF]/gu, '');
  expect(flat(text)).toBe(flat(await readFile(out(`${name}.txt`), 'utf8')));
});
