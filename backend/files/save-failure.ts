import path from 'node:path';
import { AppError } from '#shared/errors.ts';

/** The system's own code of a failed file operation (`EBUSY`), or empty. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What stopped the writing of the temporary file: always the folder or the disk, never the target itself. */
export function writeFailure(error: unknown, target: string): AppError {
  const details = { file: path.basename(target), folder: path.dirname(target) };
  switch (errnoOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    // The stick was pulled out, the network drive has gone.
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
    case 'ENOTCONN':
      return new AppError('FOLDER_MISSING', details, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
    // SQLite's own word, when a data file is copied.
    case 'SQLITE_FULL':
      return new AppError('DISK_FULL', details, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('FOLDER_READ_ONLY', details, { cause: error });
    case 'ENAMETOOLONG':
      return new AppError('FILE_NAME_TOO_LONG', { ...details, limit: 85 }, { cause: error });
    default:
      return new AppError('FILE_NOT_WRITTEN', { ...details, reason: reasonOf(error) }, { cause: error });
  }
}

/** In words where there are some; else what the system calls it, for whoever is asked for help. */
function reasonOf(error: unknown): string {
  const code = errnoOf(error);
  if (code === '') return '写入后读回的内容不完整';
  return { EIO: '磁盘读写出错', EFBIG: '文件超过这个磁盘允许的大小', EXDEV: '目标在另一个磁盘上' }[code] ?? code;
}

/** What stopped the finished file from taking its place: someone holds the target, or a folder has its name. */
export function renameFailure(error: unknown, target: string): AppError {
  const details = { file: path.basename(target), folder: path.dirname(target) };
  switch (errnoOf(error)) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return new AppError('FILE_OPEN_ELSEWHERE', details, { cause: error });
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return new AppError('FILE_EXISTS', details, { cause: error });
    default:
      return writeFailure(error, target);
  }
}
