// The arrows of arrows.ts are told in the editor too, by import bans in biome.json. These tests try each forbidden import,
// because a pattern that matches nothing looks just like a house in order.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

/** What a floor that is bytes and values in, values out may not import. */
const DATA_FILE = [
  '#db/queries/plan.queries.ts',
  '#backend/cases/plan/import.ts',
  '#backend/intake/intake.ts',
  '#electron/ipc.ts',
  'better-sqlite3',
];

/** A file of each room and floor, and what it may not import, one folder deep and deeper. */
const FORBIDDEN: Readonly<Record<string, readonly string[]>> = {
  'shared/domain/x.ts': [
    '#db/open.ts',
    '#db/queries/plan.queries.ts',
    '#backend/sheets/sheet.ts',
    'node:fs',
    'electron',
  ],
  'db/queries/x.ts': [
    '#backend/plan/outline/lines.ts',
    '#electron/main/main.ts',
    '#renderer/grid/matrix/columns.ts',
    'exceljs',
  ],
  'backend/cases/x.ts': ['#electron/main/main.ts', '#renderer/ui/Button.tsx', 'electron', 'react'],
  'backend/files/x.ts': DATA_FILE,
  'backend/sheets/x.ts': DATA_FILE,
  'backend/documents/x.ts': DATA_FILE,
  'backend/returns/x.ts': DATA_FILE,
  'backend/excel/x.ts': DATA_FILE,
  'backend/plan/roles/x.ts': [...DATA_FILE, '#backend/files/file-kind.ts', '#backend/sheets/vocabulary.ts', 'exceljs'],
  'electron/main/x.ts': ['#db/open.ts', '#db/queries/plan.queries.ts', '#renderer/app/main.tsx', 'better-sqlite3'],
  'renderer/features/print/x.ts': [
    '#db/queries/plan.queries.ts',
    '#backend/cases/x.ts',
    '#electron/main/main.ts',
    '#renderer/app/App.tsx',
    'ag-grid-community',
  ],
  'renderer/steps/x.ts': ['#renderer/features/find/FindBar.tsx', '#renderer/app/App.tsx', 'ag-grid-community'],
  'renderer/grid/sheet/x.ts': [
    '#renderer/steps/set-roles.ts',
    '#renderer/features/find/FindBar.tsx',
    '#db/queries/plan.queries.ts',
    '#backend/backend.ts',
    'node:path',
    'electron',
  ],
  'renderer/view/x.ts': ['#renderer/grid/matrix/columns.ts', '#renderer/steps/set-roles.ts', 'ag-grid-community'],
  'renderer/state/x.ts': ['#renderer/features/find/FindBar.tsx', '#renderer/grid/sheet/reveal.ts', 'node:path'],
  'renderer/ui/x.ts': ['#renderer/app/App.tsx', '#backend/backend.ts'],
  'renderer/app/x.ts': ['#backend/backend.ts', 'ag-grid-community'],
};

const folder = mkdtempSync(path.join(tmpdir(), 'matrix-arrows-'));
let refusals: ReadonlySet<string>;

/** The temporary file that holds one import, so that each refusal can be told apart. */
const probeOf = (file: string, index: number) => file.replace('x.ts', `probe-${index}.ts`);

/** As the probes are named here, whichever way the tool writes the path. */
const relativeName = (file: string) => path.relative(realpathSync(folder), file).replaceAll(path.sep, '/');

beforeAll(() => {
  copyFileSync(path.join(PROJECT_ROOT, 'biome.json'), path.join(folder, 'biome.json'));
  for (const [file, imports] of Object.entries(FORBIDDEN)) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    for (const [index, name] of imports.entries()) {
      writeFileSync(
        path.join(folder, probeOf(file, index)),
        `import { thing } from '${name}';\n\nexport const other = thing;\n`,
      );
    }
  }
  const biome = path.join(PROJECT_ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', '.'];
  const run = spawnSync(process.execPath, [biome, ...args], { cwd: realpathSync(folder), encoding: 'utf8' });
  refusals = new Set(
    [...run.stdout.matchAll(/noRestrictedImports,file=(.+?),/g)].map((match) => relativeName(match[1] ?? '')),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  const cases = Object.entries(FORBIDDEN).flatMap(([file, imports]) =>
    imports.map((name, index) => [path.posix.dirname(file), name, probeOf(file, index)] as const),
  );
  it.each(cases)('%s may not import %s', (_room, _name, probe) => {
    expect([...refusals]).toContain(probe);
  });
});
