import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../log.ts';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from './settings.ts';

export type SettingsFile = {
  readonly current: () => Settings;
  /** Keeps the change and writes the file. A failed write is logged: settings are a comfort, not data. */
  readonly change: (change: Partial<Settings>) => void;
  /** The settings could not be read at this start, so what they said (the last data file) is unknown. */
  readonly wasDamaged: boolean;
};

type OpenSettingsOptions = { readonly file: string; readonly now: () => Date; readonly log: Log };

/**
 * Reads the settings, or starts with the defaults when there are none yet. A damaged file is kept beside under a
 * dated name, so that nothing a person may want back is overwritten.
 *
 * Reads and writes at once, not in the background: the first window needs the size, the file has some hundred
 * bytes, and it is written only after a dialog or at closing.
 */
export function openSettings(options: OpenSettingsOptions): SettingsFile {
  const read = readSettings(options);
  let settings = read.settings;
  return {
    current: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
      try {
        writeAtomically(options.file, `${JSON.stringify(settings, null, 2)}\n`);
      } catch (error) {
        options.log.error('the settings could not be written', error);
      }
    },
    wasDamaged: read.wasDamaged,
  };
}

function readSettings({ file, now, log }: OpenSettingsOptions): { settings: Settings; wasDamaged: boolean } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { settings: DEFAULT_SETTINGS, wasDamaged: false };
    }
    log.error('the settings could not be read; starting with the defaults', error);
    return { settings: DEFAULT_SETTINGS, wasDamaged: true };
  }
  try {
    return { settings: SettingsSchema.parse(JSON.parse(text)), wasDamaged: false };
  } catch (error) {
    log.error('the settings are damaged; starting with the defaults', error, keepAside(file, now()));
    return { settings: DEFAULT_SETTINGS, wasDamaged: true };
  }
}

/** @returns what became of the file, for the log */
function keepAside(file: string, now: Date): string {
  const { dir, name, ext } = path.parse(file);
  // Colons are not allowed in Windows file names.
  const kept = path.join(dir, `${name}.damaged-${now.toISOString().replaceAll(':', '-')}${ext}`);
  try {
    renameSync(file, kept);
    return `kept as ${path.basename(kept)}`;
  } catch (error) {
    return `could not be kept aside: ${String(error)}`;
  }
}

/** Whole or not at all: a power cut leaves the old file or the new one, never half of one. */
function writeAtomically(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w');
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}
