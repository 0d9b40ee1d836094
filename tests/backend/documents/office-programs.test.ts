import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, type Intake } from '#backend/intake/intake.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { docx, paragraph } from './docx-of.ts';
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
    '分解表.xlsx': await seedTable(),
  };
  for (const [name, bytes] of Object.entries(sources)) await writeFile(path.join(folder, name), bytes);
  const [documents, table] = [['自动编号.docx', '正文.docx'], ['分解表.xlsx']].map((names) =>
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
  test.each(['正文.docx', '正文.doc', '正文.pdf', '正文.txt', '自动编号.docx', '自动编号.pdf', '自动编号.txt'])(
    'reads the same from %s',
    async (name) => {
      const { reading } = await intake.readDocument(out(name), { directory });
      expect(figuresOf(reading)).toEqual(seedFigures);
    },
  );

  test('loses the numbers that an old document counts, and says so; nothing else', async () => {
    const { reading } = await intake.readDocument(out('自动编号.doc'), { directory });
    expect(figuresOf(reading)).toEqual({ ...seedFigures, sections: [] });
    expect(reading.warnings[0]?.message).toContain('旧版 .doc 读不出这些编号');
  });

  test.each(['分解表.xlsx', '分解表.xls', '分解表.pdf'])('reads the same from the table %s', async (name) => {
    const { reading } = await intake.readDocument(out(name), { directory });
    const figures = figuresOf(reading);
    expect(figures).toMatchObject({ leads: 30, coResponsible: 71, cooperating: 2, sections: seedFigures.sections });
    expect([figures.tasks.length, figures.targets.length, figures.dues.length]).toEqual([53, 15, 2]);
  });

  test('is what the office program itself reads in the file', async () => {
    const { text } = await intake.readDocument(out('自动编号.docx'), { directory });
    const flat = (words: string): string => words.replace(/[\s\uFEFF]/gu, '');
    expect(flat(text)).toBe(flat(await readFile(out('自动编号.txt'), 'utf8')));
  });
});
