import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice opens a workbook and saves it again. */
export function convert(file: string, folder: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', path.join(folder, 'office'), file],
    { stdio: 'ignore' },
  );
}
