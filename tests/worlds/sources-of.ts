import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The text of every file in these folders of the project, in the order of their paths: what a world depends on. */
export function sourcesOf(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .toSorted()
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
}
