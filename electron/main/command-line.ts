import path from 'node:path';

/** What the program was started with. */
export type CommandLine = {
  /** Full path of the data file to open: `--data-file=PATH`, or a .db file given by itself, as a double click does. */
  readonly dataFile: string | undefined;
  /** `--safe-start`: without hardware acceleration, for old graphics cards, virtual machines and remote desktops. */
  readonly isSafeStart: boolean;
};

const DATA_FILE_SWITCH = '--data-file=';

/**
 * @param args without the executable and, in development, without the folder of the program
 * @param folder relative paths start here
 */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const bySwitch = args.find((arg) => arg.startsWith(DATA_FILE_SWITCH))?.slice(DATA_FILE_SWITCH.length);
  const byItself = args.find((arg) => !arg.startsWith('-') && path.extname(arg).toLowerCase() === '.db');
  const dataFile = bySwitch || byItself;
  return {
    dataFile: dataFile === undefined ? undefined : path.resolve(folder, dataFile),
    isSafeStart: args.includes('--safe-start'),
  };
}
