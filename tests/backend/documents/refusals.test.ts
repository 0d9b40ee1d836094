import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, type Intake } from '#backend/intake/intake.ts';
import { MADE } from '#tests/helpers/a-plan.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { workbookParts, type ZipEntry, zipOf } from '../files/zip-of.ts';
import { seedText } from '../plan/seed-reading.ts';
import { docOf } from './doc-of.ts';
import { docx, docxParts, paragraph } from './docx-of.ts';
import { pdfOf } from './pdf-of.ts';
import { seedDocx, seedPdf } from './seed-documents.ts';
import { workbookOf } from './workbook-of.ts';

const MEGABYTE = 1024 * 1024;

let folder: string;
let intake: Intake;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '文件 '));
  intake = createIntake(forkIntake);
});
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** A compound file with the given stream. */
function oleOf(stream: string): Uint8Array {
  const file = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(file, stream, Buffer.alloc(8192));
  return Uint8Array.from(xlsx.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

const bomb = (): Uint8Array => {
  const parts = docxParts(paragraph('甲'));
  const fill: ZipEntry = { name: 'word/more.xml', content: Buffer.alloc(64 * MEGABYTE, 32) };
  return zipOf([...parts, fill]);
};
const lyingBomb = (): Uint8Array =>
  zipOf([
    ...docxParts(paragraph('甲')),
    { name: 'word/more.xml', content: Buffer.alloc(64 * MEGABYTE, 32), claimedSize: 10 },
  ]);
const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.byteLength / 2));
/** The same document with something put before its XML and into its words. */
const withDoctype = (doctype: string): Uint8Array =>
  zipOf(
    docxParts(paragraph('一、甲。（县教育局）')).map((part) =>
      part.name === 'word/document.xml'
        ? { ...part, content: String(part.content).replace('?>\n', `?>${doctype}`).replace('甲', '&a;') }
        : part,
    ),
  );
const nested = (element: string, depth: number): Uint8Array =>
  docx(`<w:${element}>`.repeat(depth) + `</w:${element}>`.repeat(depth));
const emptyRows = (): Uint8Array =>
  zipOf(workbookParts(`<sheetData>${Array.from({ length: 1_000_000 }, () => '<row/>').join('')}</sheetData>`));
const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);

const REFUSED: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Uint8Array | string,
  code: string,
  says: string,
])[] = [
  ['an empty file', '空.docx', () => '', 'FILE_EMPTY', '空文件'],
  ['random bytes', '安排.docx', () => noise, 'DOCUMENT_KIND_UNSUPPORTED', '其他类型的文件'],
  [
    'a web page saved as .doc',
    '安排.doc',
    () => '<html><body>一、甲</body></html>',
    'DOCUMENT_KIND_UNSUPPORTED',
    '另存为',
  ],
  ['a web archive saved as .doc', '安排.doc', () => 'MIME-Version: 1.0\n\n<html>', 'DOCUMENT_KIND_UNSUPPORTED', '网页'],
  [
    'a web table saved as .xls',
    '任务.xls',
    () => '<table><tr><td>1</td></tr></table>',
    'DOCUMENT_KIND_UNSUPPORTED',
    '网页',
  ],
  ['an RTF document', '安排.doc', () => '{\\rtf1 abc}', 'DOCUMENT_KIND_UNSUPPORTED', 'RTF'],
  [
    'an OFD document',
    '安排.ofd',
    () => zipOf([{ name: 'OFD.xml', content: '<a/>' }]),
    'DOCUMENT_KIND_UNSUPPORTED',
    'OFD',
  ],
  [
    'slides',
    '安排.docx',
    () => zipOf([{ name: 'ppt/presentation.xml', content: '<a/>' }]),
    'DOCUMENT_KIND_UNSUPPORTED',
    '演示',
  ],
  ['an archive', '安排.docx', () => zipOf([{ name: 'a.txt', content: '甲' }]), 'DOCUMENT_KIND_UNSUPPORTED', '压缩包'],
  ['old slides', '安排.doc', () => oleOf('/PowerPoint Document'), 'DOCUMENT_KIND_UNSUPPORTED', '不是 Word'],
  ['a document with a password', '安排.docx', () => oleOf('/EncryptedPackage'), 'DOCUMENT_ENCRYPTED', '打开密码'],
  [
    'an old document with a password',
    '安排.doc',
    () => docOf('甲', { encrypted: true }),
    'DOCUMENT_ENCRYPTED',
    '打开密码',
  ],
  [
    'a PDF with a password',
    '安排.pdf',
    () => pdfOf([[{ text: '甲' }]], { encrypted: true }),
    'DOCUMENT_ENCRYPTED',
    '打开密码',
  ],
  ['half a document', '安排.docx', () => cut(seedDocx()), 'DOCUMENT_DAMAGED', '已损坏'],
  ['half an old document', '安排.doc', () => cut(docOf(seedText())), 'DOCUMENT_DAMAGED', '已损坏'],
  ['a document whose XML ends early', '安排.docx', () => docx('<w:p>'), 'DOCUMENT_DAMAGED', '已损坏'],
  ['the first bytes of a PDF', '安排.pdf', () => seedPdf().slice(0, 200), 'DOCUMENT_DAMAGED', '已损坏'],
  ['a scanned PDF', '扫描.pdf', () => pdfOf([[{ text: '— 1 —' }], []]), 'DOCUMENT_SCANNED', '扫描件'],
  [
    'a PDF whose letters have no meaning',
    '乱码.pdf',
    () => pdfOf([Array.from({ length: 20 }, () => ({ text: '\uE001\uE002\uE003'.repeat(8) }))]),
    'DOCUMENT_SCANNED',
    '字体不能取出文字',
  ],
  [
    'a document that grows by its entities',
    '安排.docx',
    () => withDoctype('<!DOCTYPE x [<!ENTITY b "bbbbbbbbbb"><!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;">]>'),
    'DOCUMENT_DAMAGED',
    '已损坏',
  ],
  [
    'a document that asks for another file',
    '安排.docx',
    () => withDoctype('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    'DOCUMENT_DAMAGED',
    '已损坏',
  ],
  ['100,000 elements inside each other', '安排.docx', () => nested('sdt', 100_000), 'DOCUMENT_DAMAGED', '已损坏'],
  ['a million empty rows', '任务.xlsx', emptyRows, 'PLAN_NO_TASKS', '没有在文件中读到任何任务'],
  [
    'a million halves of brackets',
    '安排.txt',
    () => '（'.repeat(1_000_000),
    'PLAN_NO_TASKS',
    '没有在文件中读到任何任务',
  ],
  ['a document that unpacks without end', '安排.docx', bomb, 'DOCUMENT_BOMB', '异常庞大'],
  ['the same with a directory that lies', '安排.docx', lyingBomb, 'DOCUMENT_BOMB', '异常庞大'],
  [
    'a document without a task',
    '安排.docx',
    () => docx(paragraph('今天天气很好。')),
    'PLAN_NO_TASKS',
    '没有在文件中读到任何任务',
  ],
  [
    'a workbook without a task',
    '表.xlsx',
    () =>
      workbookOf('xlsx', [
        ['甲', '乙'],
        [1, 2],
      ]),
    'PLAN_NO_TASKS',
    '没有在文件中读到',
  ],
  ['an empty workbook', '表.xlsx', () => workbookOf('xlsx', [[]]), 'PLAN_NO_TASKS', '没有在文件中读到'],
];

describe('a file no plan can be read from', () => {
  test.each(REFUSED)('%s is refused with a sentence, and no data file is made', async (_, name, bytes, code, says) => {
    const source = { file: await fileOf(name, bytes()), intake };
    const file = path.join(folder, '新.db');
    const error = await refusalOf(createPlanFile({ file, source, seedsFolder: SEEDS, made: MADE }));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(says);
    expect(await readdir(folder)).not.toContain('新.db');
  });

  test('a file of 200 MB is refused before it is read', async () => {
    const file = path.join(folder, '巨大.docx');
    const handle = await open(file, 'w');
    await handle.truncate(200 * MEGABYTE);
    await handle.close();
    const before = process.memoryUsage().rss;
    expect(await refusalOf(intake.readDocument(file))).toMatchObject({ code: 'PLAN_TOO_LARGE' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEGABYTE);
    await rm(file);
  });

  // Nine seconds of two busy cores; what is measured is that none is lost, not how long it takes.
  test('10,000 tasks are read, none of them lost', { timeout: 60_000 }, async () => {
    const tasks = Array.from(
      { length: 10_000 },
      (_, index) => `${index + 1}.检查第${index + 1}号食堂。（县教育局牵头）`,
    );
    const { reading } = await intake.readDocument(
      await fileOf('一万项.docx', docx(tasks.map((task) => paragraph(task)).join(''))),
    );
    expect(reading.tasks).toHaveLength(10_000);
    expect(reading.tasks.at(-1)).toMatchObject({ number: 10_000, responsibilities: [{ roles: [{ role: 'lead' }] }] });
  });

  test('a missing file and a folder are told apart', async () => {
    expect(await refusalOf(intake.readDocument(path.join(folder, '没有.docx')))).toMatchObject({
      code: 'FILE_MISSING',
    });
    expect(await refusalOf(intake.readDocument(folder))).toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
