import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

const CASES = path.join(path.dirname(PROJECT_ROOT), 'shared', 'returns-untried', 'cases');

/** Workbooks as agencies really return them, kept beside the project. */
export const casesArePresent = existsSync(CASES);
export const CASES_ABSENT = '回收案例目录 ../shared/returns-untried 不在项目旁边，跳过';

/** The files of one case, by the beginning of its name. */
export function filesOf(name: string): readonly { readonly file: string; readonly bytes: Uint8Array }[] {
  const folder = readdirSync(CASES).find((each) => each.startsWith(`${name}-`));
  if (folder === undefined) throw new Error(`no case ${name}`);
  return readdirSync(path.join(CASES, folder))
    .filter((file) => !file.endsWith('.txt') && !file.endsWith('.png'))
    .map((file) => ({ file, bytes: readFileSync(path.join(CASES, folder, file)) }));
}
