import path from 'node:path';
import type { BackendOptions } from '#backend/backend.ts';

/** Which data file to open, and what may be made of it when it is missing. */
export type DataFileChoice = {
  readonly dataFile: string;
  readonly createIfMissing: BackendOptions['createIfMissing'];
  /** A document to read as soon as it is open; the file is then only the desk to read it on, and not remembered. */
  readonly document?: string;
};

type ChooseOptions = {
  /** Full path from the command line. */
  readonly fromCommandLine: string | undefined;
  readonly lastDataFile: string | undefined;
  /** The settings could not be read, so the last file is unknown rather than none. */
  readonly wereSettingsDamaged: boolean;
  readonly documentsFolder: string;
  readonly isThere: (file: string) => boolean;
};

/**
 * The data file to start with: the one named on the command line, else the last one, else 责任矩阵.db in the
 * documents folder.
 *
 * A last file that is gone (its USB stick is not in) is never made anew: an empty file under the known name
 * would look like lost work. The same when the settings were damaged.
 *
 * @returns `undefined` when there is none yet: the person is asked how to begin
 */
export function chooseDataFile(options: ChooseOptions): DataFileChoice | undefined {
  if (options.fromCommandLine !== undefined) return { dataFile: options.fromCommandLine, createIfMissing: true };
  if (options.lastDataFile !== undefined) return { dataFile: options.lastDataFile, createIfMissing: false };
  const dataFile = path.join(dataFolder(options.documentsFolder), '责任矩阵.db');
  if (!options.wereSettingsDamaged && !options.isThere(dataFile)) return undefined;
  return { dataFile, createIfMissing: false };
}

/** The sample, beside where data files go. One that was worked in is opened as it is. */
export function sampleChoice(documentsFolder: string): DataFileChoice {
  return { dataFile: path.join(dataFolder(documentsFolder), '示例.db'), createIfMissing: 'sample' };
}

/** Where a first data file is put. */
export function dataFolder(documentsFolder: string): string {
  return path.join(documentsFolder, '责任矩阵');
}
