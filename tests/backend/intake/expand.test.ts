// Forms come forty in a zip, or in folders. Each file in them is read by a request of its own.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { ARCHIVE_LIMITS, expandArchive } from '#backend/files/expand-archive.ts';
import { expand } from '#backend/intake/expand.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { createIntake, type ExpandedFile, type Intake } from '#backend/intake/intake.ts';
import { docx, paragraph, table } from '#tests/backend/documents/docx-of.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { formInput } from '../excel/seed-world.ts';
import { workbookParts, type ZipEntry, zipOf } from '../files/zip-of.ts';

let folder: string;
let form: Uint8Array;
let intake: Intake;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '回收 '));
  form = await buildForm(formInput('县公安局'));
  intake = createIntake(forkIntake);
});
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
}

const namesOf = (files: readonly ExpandedFile[]): readonly string[] => files.map(({ name }) => name);

test('a zip stands for its files: folders inside, a zip inside, names in UTF-8, nothing that systems leave behind', async () => {
  const inner = zipOf([{ name: '三.xlsx', content: form }]);
  const entries: ZipEntry[] = [
    { name: '一.xlsx', content: form },
    { name: '10月/二局/', content: '' },
    { name: '10月/二局/二.xls', content: 'x' },
    { name: '__MACOSX/10月/._一.xlsx', content: 'x' },
    { name: '10月/~$一.xlsx', content: 'x' },
    { name: '10月/.DS_Store', content: 'x' },
    { name: '更多.zip', content: inner },
    { name: '../../../etc/四.csv', content: 'a,b' },
    { name: 'C:\\用户\\五.csv', content: 'a,b' },
  ];
  const files = await intake.expand(await fileOf('全部.zip', zipOf(entries)));
  expect(namesOf(files)).toEqual(['一.xlsx', '二.xls', '三.xlsx', '四.csv', '五.csv']);
  const [first] = files;
  if (first === undefined || !('source' in first)) throw new Error('no source');
  expect((await intake.readReturn(first.source)).parsed.tables[0]?.ids?.agencyName).toBe('县公安局');
});

test('names in GBK, as Windows writes them, are read', async () => {
  const name = Buffer.from('b9abb0b2bed6', 'hex');
  // The helper writes names in UTF-8 and says so; a placeholder of the same length takes the bytes.
  const bytes = Buffer.from(zipOf([{ name: 'abcdef.csv', content: 'a,b' }]));
  for (let at = bytes.indexOf('abcdef'); at !== -1; at = bytes.indexOf('abcdef')) name.copy(bytes, at);
  for (const head of [bytes.indexOf('PK\u0003\u0004') + 6, bytes.indexOf('PK\u0001\u0002') + 8])
    bytes.writeUInt16LE(0, head);
  expect((await expandArchive(bytes, '全部.zip')).map((file) => file.name)).toEqual(['公安局.csv']);
});

test('one file that ends the process costs itself alone, also in a zip', async () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
  const bomb = zipOf(workbookParts(`<sheetData>${rows}</sheetData>`));
  const bytes = zipOf([
    { name: '甲.xlsx', content: bomb },
    { name: '乙.xlsx', content: form },
  ]);
  const files = await intake.expand(await fileOf('两份.zip', bytes));
  const fates = [];
  for (const file of files) {
    if (!('source' in file)) throw new Error('no source');
    fates.push(
      await intake.readReturn(file.source).then(
        () => 'read',
        (error: unknown) => String(error),
      ),
    );
  }
  expect(fates[0]).toContain('异常庞大');
  expect(fates[1]).toBe('read');
});

test('entries that cannot be had are named one by one', async () => {
  const bytes = Buffer.from(
    zipOf([
      { name: 'a.xlsx', content: 'x'.repeat(99) },
      { name: 'b.csv', content: 'a,b' },
      { name: 'c.csv', content: 'a,b' },
    ]),
  );
  bytes.writeUInt32LE(1, bytes.lastIndexOf('a.xlsx') - 30);
  // The flag of a password stands 38 bytes before the name in the directory.
  bytes.writeUInt16LE(1, bytes.lastIndexOf('b.csv') - 38);
  const files = await expandArchive(bytes, '全部.zip');
  expect(files.map((file) => ('refusal' in file ? file.refusal.code : file.name))).toEqual([
    'WORKBOOK_DAMAGED',
    'ARCHIVE_ENTRY_LOCKED',
    'c.csv',
  ]);
});

test('an archive of too many files, of none, and half of one are refused', async () => {
  const many = Array.from({ length: ARCHIVE_LIMITS.files + 1 }, (_, index) => ({ name: `${index}.csv`, content: '' }));
  const code = async (bytes: Uint8Array): Promise<string> => (await refusalOf(expandArchive(bytes, '全部.zip'))).code;
  expect(await code(zipOf(many))).toBe('ARCHIVE_TOO_LARGE');
  expect(await code(zipOf([{ name: '空/', content: '' }]))).toBe('ARCHIVE_EMPTY');
  expect(await code(zipOf([{ name: 'a.csv', content: 'a,b' }]).subarray(0, 40))).toBe('WORKBOOK_DAMAGED');
});

test('a folder stands for its files and those in its folders, any other file for itself', async () => {
  await fileOf('一批/甲.xlsx', form);
  await fileOf('一批/下级/乙.csv', 'a,b');
  await fileOf('一批/~$甲.xlsx', 'x');
  await fileOf('一批/丙.zip', zipOf([{ name: '丁.csv', content: 'a,b' }]));
  expect(namesOf(await expand(path.join(folder, '一批'))).toSorted()).toEqual(
    ['下级/乙.csv', '丁.csv', '甲.xlsx'].toSorted(),
  );
  const single = await fileOf('单独.xlsx', form);
  expect(await expand(single)).toEqual([{ name: '单独.xlsx', source: single }]);
  expect(await expand(path.join(folder, '没有.xlsx'))).toMatchObject([{ name: '没有.xlsx' }]);
});

test('a workbook whose main part is missing is no archive of parts', async () => {
  const parts = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/worksheets/a.xml', content: '<a/>' },
  ];
  const file = await fileOf('坏.xlsx', zipOf(parts));
  expect(namesOf(await expand(file))).toEqual(['坏.xlsx']);
});

test.each(['strike', 'dstrike'])('words of a Word document that are struck out are doubted: %s', async (how) => {
  const struck = `<w:p><w:r><w:rPr><w:${how}/></w:rPr><w:t>已检查 12 户</w:t></w:r><w:r><w:t>以实际为准</w:t></w:r></w:p>`;
  const lines = table([
    ['序号', '工作任务', '进展情况'],
    ['1', '冷链检查', '此处'],
    ['2', '校园检查', '已开展'],
  ]).replace(paragraph('此处'), struck);
  const { parsed } = await intake.readReturn(await fileOf('县公安局.docx', docx(lines)));
  expect(parsed.tables[0]?.rows.map(({ fields }) => fields.narrative?.doubt)).toEqual(['有文字被划去（删除线）', '']);
});

test('the tables of a Word document are sheets, with the lines around them', async () => {
  const file = await fileOf(
    '县公安局.docx',
    docx(
      paragraph('2021年10月进展情况填报表') +
        paragraph('填报单位：县公安局') +
        table([
          ['序号', '工作任务', '进展情况'],
          ['1', '冷链检查', '已检查 12 户\n整改 3 处'],
          ['2', null, '已开展'],
        ]) +
        paragraph('填报人：张某'),
    ),
  );
  const { parsed } = await intake.readReturn(file);
  expect(parsed.tables[0]?.rows[0]?.fields.narrative?.text).toBe('已检查 12 户\n整改 3 处');
  const picture = await intake.picture(file, '县公安局');
  expect(picture.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['2021年10月进展情况填报表'],
    ['填报单位：县公安局'],
    ['序号', '工作任务', '进展情况'],
    ['1', '冷链检查', '已检查 12 户\n整改 3 处'],
    ['2', '已开展'],
    ['填报人：张某'],
  ]);
  expect(picture.rows[3]?.cells[1]).toMatchObject({ column: 2, rowSpan: 2, columnSpan: 1 });
});
