import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import { ZIP_LIMITS } from './zip-limits.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EBUSY: '正被其他程序占用',
  EISDIR: '这是一个文件夹',
};

/**
 * Reads a whole file that came from outside, if its size is bearable. Blocks its thread, which has nothing else to do.
 *
 * @param tooLarge the refusal of one that is not: its sentence says what to leave out
 * @param limit in bytes
 * @throws AppError FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, and what `tooLarge` says
 */
export function readForeignFile(
  file: string,
  tooLarge: 'FILE_TOO_LARGE' | 'PLAN_TOO_LARGE' | 'ARCHIVE_TOO_LARGE' = 'FILE_TOO_LARGE',
  limit: number = ZIP_LIMITS.fileBytes,
): Uint8Array {
  const name = path.basename(file);
  try {
    const { size } = statSync(file);
    if (size > limit) throw new AppError(tooLarge, { file: name, limit: `${limit / 1024 / 1024} MB` });
    const bytes = readFileSync(file);
    if (bytes.byteLength === 0) throw new AppError('FILE_EMPTY', { file: name });
    return bytes;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('FILE_MISSING', { file: name }, { cause: error });
    throw new AppError('FILE_UNREADABLE', { file: name, reason: REASONS[code] ?? code }, { cause: error });
  }
}
