// Files that prove a report: they lie beside the data file under their hash, whole or not at all; what is missing or was
// changed is named and never handed out.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { evidenceFolderOf, takeIntoFolder } from '#backend/files/evidence-folder.ts';
import { checkedCopy } from '#electron/main/shell/evidence-copy.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { refusalOf as refusalOfWork } from '#tests/helpers/app-error.ts';

function aFile(office: Office, name: string, content = `内容 ${name}`): string {
  const file = path.join(office.folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

async function add(office: Office, files: readonly string[], task = 5, agency = '县农业农村局') {
  const { taskId, agencyId, periodId } = await aCell(office, task, agency);
  const added = files.map((file) => ({ file: ticket(file) }));
  return finish(await office.client.evidence.add({ taskId, agencyId, periodId, files: added }));
}

const list = (office: Office) => office.client.evidence.list({ planId: PLAN });
const inFolder = (office: Office) => fs.readdirSync(evidenceFolderOf(office.dataFile)).toSorted();

test('files are copied beside the data file under their hash, and numbered by task and unit', async () => {
  const office = await anOffice();
  const photo = aFile(office, '现场/照片 一.JPG');
  const { label } = await add(office, [photo, aFile(office, '记录.pdf')]);
  expect(label).toBe('添加佐证材料：第 5 项 2 份');
  fs.rmSync(photo);
  const lines = await list(office);
  expect(lines.map(({ catalogueNumber, title, fileName, state }) => [catalogueNumber, title, fileName, state])).toEqual(
    [
      ['5-县农业农村局-01', '照片 一', '照片 一.JPG', 'whole'],
      ['5-县农业农村局-02', '记录', '记录.pdf', 'whole'],
    ],
  );
  expect(inFolder(office)).toEqual(lines.map(({ sha256 }, index) => `${sha256}${['.jpg', '.pdf'][index]}`).toSorted());
  expect(await finish(await office.client.evidence.verify({ planId: PLAN }))).toEqual([]);
});

test('taking out of the list and undo leave the file where it is', async () => {
  const office = await anOffice();
  await add(office, [aFile(office, '甲.pdf')]);
  const [line] = await list(office);
  if (!line) throw new Error('no evidence');
  await office.client.evidence.remove({ id: line.id });
  expect(await list(office)).toEqual([]);
  await office.client.history.undo();
  expect(await list(office)).toMatchObject([{ title: '甲', state: 'whole' }]);
  await office.client.evidence.update({ id: line.id, title: '检查记录', note: '原件在档案室' });
  expect(await list(office)).toMatchObject([{ title: '检查记录', note: '原件在档案室' }]);
});

test('what is missing or was changed is named, in the list and when it is opened, and never copied', async () => {
  const office = await anOffice();
  await add(office, [aFile(office, '甲.pdf'), aFile(office, '乙.pdf'), aFile(office, '丙.pdf')]);
  const folder = evidenceFolderOf(office.dataFile);
  const [gone, longer, same] = await list(office);
  if (!gone || !longer || !same) throw new Error('three files');
  fs.rmSync(path.join(folder, `${gone.sha256}.pdf`));
  fs.appendFileSync(path.join(folder, `${longer.sha256}.pdf`), '又写了一行');
  // As long as it was, but with another content: only reading it through tells.
  fs.writeFileSync(path.join(folder, `${same.sha256}.pdf`), Buffer.alloc(same.size, 1));
  expect((await list(office)).map(({ state }) => state)).toEqual(['missing', 'changed', 'whole']);
  const found = await finish(await office.client.evidence.verify({ planId: PLAN }));
  expect(found.map(({ state }) => state)).toEqual(['missing', 'changed', 'changed']);
  expect((await office.client.evidence.overview()).troubled).toHaveLength(2);

  const out = fs.mkdtempSync(path.join(office.folder, '迎检'));
  const written = await finish(await office.client.evidence.catalogue({ planId: PLAN, folder: ticket(out) }));
  expect(written).toMatchObject({ lines: 3, copied: 0 });
  expect(written.troubled.map(({ message }) => message)).toEqual(['文件不在', '文件被改动', '文件被改动']);
  expect(fs.readdirSync(out)).toEqual(['佐证材料目录.xlsx']);
  for (const line of [gone, longer, same]) {
    const { code, details } = await refusalOfWork(checkedCopy(office.dataFile, line));
    expect([code, details['file']]).toEqual([line === gone ? 'EVIDENCE_MISSING' : 'EVIDENCE_CHANGED', line.title]);
  }
});

test('the catalogue lists every file, and the files lie beside it under their numbers', async () => {
  const office = await anOffice();
  await add(office, [aFile(office, '甲.pdf')], 16, '县发展和改革局');
  await add(office, [aFile(office, '乙.jpg')]);
  const out = fs.mkdtempSync(path.join(office.folder, '迎检'));
  const written = await finish(await office.client.evidence.catalogue({ planId: PLAN, folder: ticket(out) }));
  expect(written).toEqual({ fileName: '佐证材料目录.xlsx', lines: 2, copied: 2, troubled: [] });
  expect(fs.readdirSync(out).toSorted()).toEqual([
    '16-县发展和改革局-01 甲.pdf',
    '5-县农业农村局-01 乙.jpg',
    '佐证材料目录.xlsx',
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(out, '佐证材料目录.xlsx'));
  const texts = book.worksheets[0]?.getSheetValues().flat().map(String) ?? [];
  expect(texts).toEqual(
    expect.arrayContaining(['5-县农业农村局-01', '16-县发展和改革局-01', '乙.jpg', '2021年10月12日']),
  );
  expect(
    await refusalOf(
      Promise.resolve().then(async () =>
        finish(await office.client.evidence.catalogue({ planId: PLAN, taskIds: [], folder: ticket(out) })),
      ),
    ),
  ).toBe('EVIDENCE_NONE');
});

test('a hostile name never becomes a path, and what a system would run is not opened', async () => {
  const office = await anOffice();
  const { taskId } = await aCell(office, 5, '县农业农村局');
  const file = aFile(office, 'a.exe', 'MZ');
  const files = [{ file: ticket(file), title: '../../../etc/passwd' }];
  await finish(await office.client.evidence.add({ taskId, agencyId: null, periodId: null, files }));
  const [line] = await list(office);
  if (!line) throw new Error('no evidence');
  expect(line.catalogueNumber).toBe('5-整项-01');
  expect((await refusalOfWork(checkedCopy(office.dataFile, line))).code).toBe('EVIDENCE_KIND_CLOSED');
  const out = fs.mkdtempSync(path.join(office.folder, '迎检'));
  await finish(await office.client.evidence.catalogue({ planId: PLAN, folder: ticket(out) }));
  expect(fs.readdirSync(out).toSorted()).toEqual(['5-整项-01 .._.._.._etc_passwd.exe', '佐证材料目录.xlsx']);
  const copy = await checkedCopy(office.dataFile, { ...line, fileName: '..\\..\\a/b.pdf' }).catch(
    (error: unknown) => error,
  );
  expect(copy).toMatchObject({ code: 'EVIDENCE_MISSING' });
});

test('opening gives a copy that cannot be written, with the name the file came with', async () => {
  const office = await anOffice();
  await add(office, [aFile(office, '检查 记录.pdf', '原文')]);
  const [line] = await list(office);
  if (!line) throw new Error('no evidence');
  for (const _ of ['first', 'again']) {
    const copy = await checkedCopy(office.dataFile, line);
    expect(path.basename(copy)).toBe('检查 记录.pdf');
    expect(fs.readFileSync(copy, 'utf8')).toBe('原文');
    expect(fs.statSync(copy).mode & 0o222).toBe(0);
  }
});

test('what cannot be added is refused, and nothing is entered or left', async () => {
  const office = await anOffice();
  const refused = (files: readonly string[]) => refusalOf(add(office, files));
  expect(await refused([path.join(office.folder, '没有.pdf')])).toBe('FILE_MISSING');
  expect(await refused([office.folder])).toBe('FILE_UNREADABLE');
  expect(await refused([aFile(office, '空.pdf', '')])).toBe('FILE_EMPTY');
  const large = aFile(office, '大.pdf', 'x'.repeat(100));
  const folder = evidenceFolderOf(office.dataFile);
  expect((await refusalOfWork(takeIntoFolder(large, folder, undefined, 50))).code).toBe('EVIDENCE_TOO_LARGE');
  const stopped = AbortSignal.abort();
  expect((await refusalOfWork(takeIntoFolder(large, folder, stopped))).code).toBe('CANCELLED');
  expect(fs.readdirSync(folder)).toEqual([]);
  expect(await list(office)).toEqual([]);
});

test('a copy of the data file says what stays behind, and takes it along when asked to', async () => {
  const office = await anOffice();
  await add(office, [aFile(office, '甲.pdf'), aFile(office, '乙.pdf')]);
  const [gone] = await list(office);
  fs.rmSync(path.join(evidenceFolderOf(office.dataFile), `${gone?.sha256}.pdf`));
  const copyTo = async (name: string, withEvidence: boolean) =>
    finish(await office.client.evidence.copyDataFile({ file: ticket(path.join(office.folder, name)), withEvidence }));
  expect(await copyTo('不带.db', false)).toMatchObject({ copied: 0, troubled: ['乙.pdf', '甲.pdf'].toSorted() });
  expect(fs.existsSync(path.join(office.folder, '不带.佐证材料'))).toBe(false);
  expect(await copyTo('带.db', true)).toMatchObject({ copied: 1, troubled: ['甲.pdf'] });
  expect(fs.readdirSync(path.join(office.folder, '带.佐证材料'))).toHaveLength(1);
  expect(await refusalOf(copyTo('带.db', true))).toBe('DATA_FILE_EXISTS');
});
