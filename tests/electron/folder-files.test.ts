import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesInFolder, isFolder } from '#electron/main/shell/folder-files.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';

/** A folder with these files in it; a name that ends in a slash is a folder. */
function aFolder(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), '回收 '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) {
    const full = path.join(folder, name);
    mkdirSync(name.endsWith('/') ? full : path.dirname(full), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(full, name);
  }
  return folder;
}

const namesIn = async (folder: string) =>
  (await filesInFolder(folder)).map((file) => path.relative(folder, file).replaceAll(path.sep, '/'));

test('a folder gives its files and those of its folders, and none of what programs leave beside them', async () => {
  const folder = aFolder(
    '教育局.xlsx',
    '~$教育局.xlsx',
    '.~教育局.et',
    'Thumbs.db',
    'desktop.ini',
    '填报表.lnk',
    '乡镇/巴公镇.et',
    '乡镇/.隐藏/高都镇.xlsx',
    '第2批/10.docx',
    '第2批/9.docx',
    '空/',
  );
  expect((await namesIn(folder)).toSorted()).toEqual(
    ['教育局.xlsx', '乡镇/巴公镇.et', '第2批/9.docx', '第2批/10.docx'].toSorted(),
  );
});

test('the files stand in the order a file manager shows them: 2 before 10', async () => {
  expect(await namesIn(aFolder('第10份.xlsx', '第2份.xlsx', '第1份.xlsx'))).toEqual([
    '第1份.xlsx',
    '第2份.xlsx',
    '第10份.xlsx',
  ]);
});

// SECURITY: a link in a folder from outside would have had a file read that nobody chose, or led in a circle.
test('links are not followed, out of the folder or in circles', async () => {
  const outside = aFolder('工资.xlsx');
  const folder = aFolder('教育局.xlsx');
  symlinkSync(path.join(outside, '工资.xlsx'), path.join(folder, '链接.xlsx'));
  symlinkSync(outside, path.join(folder, '外面'));
  symlinkSync(folder, path.join(folder, '里面'));
  expect(await namesIn(folder)).toEqual(['教育局.xlsx']);
});

test('a folder with nothing to read, or far too much, is refused as a whole', async () => {
  expect(await refusalOf(filesInFolder(aFolder('~$教育局.xlsx')))).toMatchObject({ code: 'FOLDER_EMPTY' });
  const many = Array.from({ length: 2_001 }, (_, index) => `${index}.xlsx`);
  expect(await refusalOf(filesInFolder(aFolder(...many)))).toMatchObject({ code: 'FOLDER_TOO_MANY_FILES' });
  expect(await namesIn(aFolder(...many.slice(1)))).toHaveLength(2_000);
});

test('a folder that is gone is told as such, and a file is no folder', async () => {
  const folder = aFolder('教育局.xlsx');
  expect(await refusalOf(filesInFolder(path.join(folder, '没有')))).toMatchObject({ code: 'FOLDER_UNREADABLE' });
  expect(await isFolder(folder)).toBe(true);
  expect(await isFolder(path.join(folder, '教育局.xlsx'))).toBe(false);
  expect(await isFolder(path.join(folder, '没有'))).toBe(false);
});
