import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import { zipOf } from '../files/zip-of.ts';
import { docOf } from './doc-of.ts';
import { abstractNum, docx, docxParts, num, paragraph, table } from './docx-of.ts';
import { pagesOf, pdfOf } from './pdf-of.ts';
import { workbookOf } from './workbook-of.ts';

// Whatever the bytes are, they give a reading or one of the refusals that readDocument documents, and the same again.

const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'FILE_EMPTY',
  'FILE_NOT_TEXT',
  'FILE_TOO_LARGE',
  'PLAN_TOO_LARGE',
  'PLAN_NO_TASKS',
  'DOCUMENT_KIND_UNSUPPORTED',
  'DOCUMENT_ENCRYPTED',
  'DOCUMENT_DAMAGED',
  'DOCUMENT_BOMB',
  'DOCUMENT_SCANNED',
  'WORKBOOK_BOMB',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_KIND_UNSUPPORTED',
]);

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { text, reading } = await readDocument(bytes, '来文');
    PlanReadingSchema.parse(reading);
    for (const { span } of reading.tasks) expect(span.end).toBeLessThanOrEqual(text.length);
    return JSON.stringify(reading);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(REFUSALS).toContain(error.code);
    return error.code;
  }
}

async function expectSameTwice(bytes: Uint8Array): Promise<void> {
  expect(await outcomeOf(bytes)).toBe(await outcomeOf(bytes));
}

const rows = [
  ['序号', '工作任务', '责任单位', '完成时限'],
  ['1', '检查食堂，覆盖率达到65%以上。', '县教育局', '6月底前'],
  ['2', '检查车站。', '县交通运输局', '持续推进'],
] as const;
const lines = [
  '某县2022年工作安排',
  '一、检查',
  '1.检查食堂。（县教育局牵头，县公安局配合）',
  '2.检查车站。（县交通运输局）',
];

const VALID: readonly (readonly [kind: string, bytes: Uint8Array])[] = [
  [
    '.docx',
    docx(paragraph('检查', { numId: 1, level: 0 }) + lines.map((line) => paragraph(line)).join('') + table(rows), {
      numbering: abstractNum(0, [{ format: 'chineseCounting', text: '%1、' }]) + num(1, 0),
    }),
  ],
  ['.doc', docOf(lines.join('\n'))],
  ['.pdf', pdfOf(pagesOf(lines))],
  ['.xlsx', workbookOf('xlsx', rows)],
  ['.xls', workbookOf('biff8', rows)],
  ['.txt', Buffer.from(lines.join('\n'))],
];

/** What tells the kinds apart, so that noise reaches every reader. */
const BEGINNINGS = [
  '',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  '%PDF-1.5\n',
  '\u00ff\u00fe',
];

describe('bytes of any kind', () => {
  test('noise gives a reading or a refusal, the same twice', async () => {
    const noise = fc
      .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 2000 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    await fc.assert(fc.asyncProperty(noise, expectSameTwice), { numRuns: 100 });
  });

  test('a Word document with its XML cut and mixed up does too', async () => {
    const parts = docxParts(paragraph('一、检查') + table(rows));
    const [main] = parts.filter(({ name }) => name === 'word/document.xml');
    const xml = String(main?.content);
    const place = fc.nat(xml.length);
    const mixed = fc.tuple(place, place, place).map(([from, to, at]) => {
      const piece = xml.slice(Math.min(from, to), Math.max(from, to));
      const content = xml.slice(0, at) + piece + xml.slice(at);
      return zipOf(parts.map((part) => (part === main ? { ...part, content } : part)));
    });
    await fc.assert(fc.asyncProperty(mixed, expectSameTwice), { numRuns: 60 });
  });

  test.each(VALID)('a %s file with some bytes changed or lost does too', async (_, bytes) => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), value: fc.nat(255) });
    const damage = fc.record({
      changes: fc.array(change, { minLength: 1, maxLength: 8 }),
      length: fc.oneof({ weight: 3, arbitrary: fc.constant(bytes.length) }, fc.nat(bytes.length)),
    });
    const damaged = damage.map(({ changes, length }) => {
      const copy = Uint8Array.from(bytes);
      for (const { at, value } of changes) copy[at] = value;
      return copy.slice(0, length);
    });
    await fc.assert(fc.asyncProperty(damaged, expectSameTwice), { numRuns: 60 });
  });
});
