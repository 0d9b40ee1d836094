import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { renameFailure, writeFailure } from '#backend/files/save-failure.ts';
import { saveFile } from '#backend/files/save-file.ts';
import { sheetName } from '#backend/sheets/safe-text.ts';
import { AppError } from '#shared/errors.ts';
import { formInput } from '../excel/seed-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '责任矩阵 导出 '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const form = () => buildForm(formInput('县公安局'));

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('saving a workbook', () => {
  it('leaves the whole file and nothing beside it, also over an older file', async () => {
    const target = path.join(folder, '台账.xlsx');
    await writeFile(target, 'old');
    const bytes = await form();
    await saveFile(target, bytes, 'workbook', undefined);
    expect(new Uint8Array(await readFile(target))).toEqual(bytes);
    expect(await readdir(folder)).toEqual(['台账.xlsx']);
  });

  it('refuses a folder that is not there', async () => {
    expect(await refusal(saveFile(path.join(folder, '没有', 'a.xlsx'), await form(), 'workbook', undefined))).toBe(
      'FOLDER_MISSING',
    );
  });

  it('refuses a folder that is a file', async () => {
    await writeFile(path.join(folder, 'a'), '');
    expect(await refusal(saveFile(path.join(folder, 'a', 'b.xlsx'), await form(), 'workbook', undefined))).toBe(
      'FOLDER_MISSING',
    );
  });

  it('refuses a name that a folder has, and leaves nothing behind', async () => {
    await mkdir(path.join(folder, 'a.xlsx'));
    expect(await refusal(saveFile(path.join(folder, 'a.xlsx'), await form(), 'workbook', undefined))).toBe(
      'FILE_EXISTS',
    );
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  it('keeps the older file when what was written is no workbook', async () => {
    const target = path.join(folder, 'a.xlsx');
    await writeFile(target, 'old');
    expect(await refusal(saveFile(target, new Uint8Array([1, 2, 3]), 'workbook', undefined))).toBe('FILE_NOT_WRITTEN');
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  it('refuses a folder that may not be written to', async () => {
    const locked = path.join(folder, 'locked');
    await mkdir(locked);
    await chmod(locked, 0o500);
    const work = saveFile(path.join(locked, 'a.xlsx'), await form(), 'workbook', undefined);
    // The superuser may write anywhere; then the file must be whole.
    if (process.getuid?.() === 0) await work;
    else expect(await refusal(work)).toBe('FOLDER_READ_ONLY');
  });
});

describe('what the system answers', () => {
  const answer = (code: string) => Object.assign(new Error(code), { code });

  it.each([
    ['ENOSPC', 'DISK_FULL', '磁盘空间不足'],
    ['EDQUOT', 'DISK_FULL', '台账.xlsx'],
    ['EROFS', 'FOLDER_READ_ONLY', '不能写入'],
    ['EPERM', 'FOLDER_READ_ONLY', '不能写入'],
    ['ENOENT', 'FOLDER_MISSING', 'U盘'],
    ['EIO', 'FILE_NOT_WRITTEN', '磁盘读写出错'],
    ['ENAMETOOLONG', 'FILE_NAME_TOO_LONG', '改短'],
    ['ENODEV', 'FOLDER_MISSING', 'U盘'],
  ])('while writing becomes a sentence: %s', (code, expected, words) => {
    const error = writeFailure(answer(code), path.join(folder, '台账.xlsx'));
    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
  });

  it.each([
    ['EBUSY', 'FILE_OPEN_ELSEWHERE'],
    ['EPERM', 'FILE_OPEN_ELSEWHERE'],
    ['EACCES', 'FILE_OPEN_ELSEWHERE'],
    ['EISDIR', 'FILE_EXISTS'],
    ['ENOSPC', 'DISK_FULL'],
  ])('while taking the place of the older file becomes a sentence: %s', (code, expected) => {
    expect(renameFailure(answer(code), '/x/台账.xlsx').code).toBe(expected);
  });
});

describe('a name made from text', () => {
  it('is fit for a sheet', () => {
    expect(sheetName("'甲:乙/丙'")).toBe('甲 乙 丙');
    expect(sheetName('长'.repeat(40))).toHaveLength(31);
    expect(sheetName('[]')).toBe('表');
  });
});
