import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Starting it and converting a handful of files, on a machine that is busy with other tests. */
export const OFFICE_LIMIT_MS = 120_000;

/**
 * Lets LibreOffice open files and save them as another kind: the nearest thing to Word, Excel and WPS on a build
 * machine. `npm test` sees to it that it is there (build/runtime/system-packages.ts).
 *
 * @param to ending of the kind, as `--convert-to` takes it
 * @param folder where its profile is kept; a test's own, so that tests can run at the same time
 */
export async function convertFiles(
  to: string,
  files: readonly string[],
  outFolder: string,
  folder: string,
): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const call = [profile, '--headless', '--convert-to', to, '--outdir', outFolder, ...files];
  try {
    await promisify(execFile)('soffice', call, { timeout: OFFICE_LIMIT_MS });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Error('LibreOffice is not on this machine (soffice): nothing was opened by an office program');
  }
}
