import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { seedText } from '../plan/seed-reading.ts';
import { docOf } from './doc-of.ts';
import { docx, paragraph } from './docx-of.ts';
import { pagesOf, pdfOf } from './pdf-of.ts';
import {
  directory,
  figuresOf,
  seedFigures,
  seedParagraphs,
  seedTable,
  seedWithAutomaticNumbers,
} from './seed-documents.ts';
import { workbookOf } from './workbook-of.ts';

const lines = seedText().split('\n');
const automatic = seedWithAutomaticNumbers();

const FILES: readonly (readonly [kind: string, name: string, bytes: () => Uint8Array])[] = [
  ['text in UTF-8', '安排.txt', () => Buffer.from(seedText())],
  ['text in UTF-16', '安排.txt', () => Buffer.from(`\uFEFF${seedText()}`, 'utf16le')],
  ['a Word document', '安排.docx', () => docx(lines.map((line) => paragraph(line)).join(''))],
  ['a Word document that counts its own numbers', '安排.docx', () => docx(automatic.body, automatic)],
  ['an old Word document', '安排.doc', () => docOf(seedText())],
  ['an old Word document of WPS', '安排.wps', () => docOf(seedText())],
  ['a PDF with text', '安排.pdf', () => pdfOf(pagesOf(seedParagraphs().map((line) => line.trim())))],
  [
    'a workbook it was pasted into',
    '安排.xlsx',
    () =>
      workbookOf(
        'xlsx',
        lines.map((line) => [line]),
      ),
  ],
  [
    'an old workbook it was pasted into',
    '安排.xls',
    () =>
      workbookOf(
        'biff8',
        lines.map((line) => [line]),
      ),
  ],
  ['a file with a wrong ending', '安排.pdf', () => docx(lines.map((line) => paragraph(line)).join(''))],
];

describe('the embedded plan', () => {
  test.each(FILES)('reads the same from %s', async (_, name, bytes) => {
    const document = await readDocument(bytes(), name, { directory });
    expect(figuresOf(document.reading)).toEqual(seedFigures);
    expect(document.name).toBe(name);
    PlanReadingSchema.parse(document.reading);
  });

  test.each(FILES)('keeps every name on its place in the text of %s', async (_, name, bytes) => {
    const { text, reading } = await readDocument(bytes(), name, { directory });
    const roles = reading.tasks.flatMap((task) => task.responsibilities.flatMap((item) => item.roles));
    // A name that a page break cut has the break inside, and what the page doubled.
    const flat = (start: number, end: number): string => text.slice(start, end).replace(/\s/gu, '');
    const moved = roles.filter((role) => flat(role.span.start, role.span.end) !== role.agency);
    expect(moved.map((role) => role.agency).filter((agency) => !agency.includes('信息化'))).toEqual([]);
  });

  test('has its figures, so that the comparisons above compare something', () => {
    expect(seedFigures.sections).toHaveLength(10);
    expect(seedFigures.tasks).toHaveLength(53);
    expect(seedFigures).toMatchObject({ leads: 30, coResponsible: 71, cooperating: 2 });
    expect(seedFigures.targets).toHaveLength(15);
    expect(seedFigures.dues).toHaveLength(2);
  });

  test('comes back from the table the program itself exports, roles, targets and dues', async () => {
    const bytes = await seedTable();
    const { reading } = await readDocument(bytes, '任务分解表.xlsx', { directory });
    const back = figuresOf(reading);
    expect(back.sections).toEqual(seedFigures.sections);
    expect(back.tasks).toEqual(seedFigures.tasks);
    expect(back).toMatchObject({ leads: 30, coResponsible: 71, cooperating: 2 });
    expect(back.targets).toHaveLength(15);
    expect(back.dues).toHaveLength(2);
    const sorted = (roles: readonly string[][]) => roles.map((names) => names.toSorted());
    expect(sorted(back.roles)).toEqual(sorted(seedFigures.roles));
  });
});
