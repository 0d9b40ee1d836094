import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import { isDeviceName } from '#shared/text/file-name.ts';
import { errnoOf } from './save-failure.ts';

/** What a system takes as the place of a file. Windows counts characters of the whole path, Linux bytes of each name. */
const LIMITS = { windowsPath: 259, linuxPath: 4_095, nameBytes: 255, windowsName: 255 } as const;

/** About so many Chinese characters have room in a name: bytes of Linux, characters of Windows. */
const CHINESE_NAME_MAX = { linux: 85, windows: 255 } as const;

const FORBIDDEN_ON_WINDOWS = /[:*?"<>|]/u;

/**
 * Refuses a place in which no file can stand, before anything is written: a path or a name that is too long, a folder, a
 * device, a pipe. A name that Windows keeps for a device is refused everywhere: the file travels there on a stick.
 *
 * @param target full path
 * @param platform for which system; left out, this one
 * @throws AppError PATH_TOO_LONG, FILE_NAME_TOO_LONG, FILE_EXISTS (a folder has the name), TARGET_NOT_A_FILE
 */
export function refuseImpossibleTarget(target: string, platform: NodeJS.Platform = process.platform): void {
  const isWindows = platform === 'win32';
  const { base: file, dir: folder } = (isWindows ? path.win32 : path).parse(target);
  if (isDeviceName(file) || file.includes('\u0000')) throw new AppError('TARGET_NOT_A_FILE', { file });
  if (isWindows && (FORBIDDEN_ON_WINDOWS.test(file) || /[. ]$/u.test(file))) {
    throw new AppError('TARGET_NOT_A_FILE', { file });
  }
  const nameLength = isWindows ? file.length : Buffer.byteLength(file);
  if (nameLength > (isWindows ? LIMITS.windowsName : LIMITS.nameBytes)) {
    throw new AppError('FILE_NAME_TOO_LONG', { file, limit: CHINESE_NAME_MAX[isWindows ? 'windows' : 'linux'] });
  }
  const length = isWindows ? target.length : Buffer.byteLength(target);
  const limit = isWindows ? LIMITS.windowsPath : LIMITS.linuxPath;
  if (length > limit) throw new AppError('PATH_TOO_LONG', { length, limit, folder });
  refuseWhatStandsThere(target, file);
}

function refuseWhatStandsThere(target: string, file: string): void {
  try {
    const there = fs.statSync(target, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw new AppError('FILE_EXISTS', { file });
    if (there?.isFile() === false) throw new AppError('TARGET_NOT_A_FILE', { file });
  } catch (error) {
    // What cannot be looked at is told of when it is written to, with the right code.
    if (error instanceof AppError || errnoOf(error) === '') throw error;
  }
}
