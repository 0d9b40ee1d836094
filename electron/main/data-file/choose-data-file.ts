import path from 'node:path';

/** Which data file to open, and whether a missing one may be made. */
export type DataFileChoice = { readonly dataFile: string; readonly createIfMissing: boolean };

type ChooseOptions = {
  /** Full path from the command line. */
  readonly fromCommandLine: string | undefined;
  readonly lastDataFile: string | undefined;
  /** The settings could not be read, so the last file is unknown rather than none. */
  readonly wereSettingsDamaged: boolean;
  readonly documentsFolder: string;
};

/**
 * The data file to start with: the one named on the command line, else the last one, else 责任矩阵.db in the
 * documents folder, which the first start makes from the embedded plan.
 *
 * A last file that is gone (its USB stick is not in) is never made anew: an empty file under the known name
 * would look like lost work. The same when the settings were damaged.
 */
export function chooseDataFile(options: ChooseOptions): DataFileChoice {
  if (options.fromCommandLine !== undefined) return { dataFile: options.fromCommandLine, createIfMissing: true };
  if (options.lastDataFile !== undefined) return { dataFile: options.lastDataFile, createIfMissing: false };
  return {
    dataFile: path.join(options.documentsFolder, '责任矩阵', '责任矩阵.db'),
    createIfMissing: !options.wereSettingsDamaged,
  };
}
