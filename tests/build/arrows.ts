import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

/**
 * The house, floor by floor: what a file in a folder may import besides its own folder. The longest key that a path
 * begins with is its floor, so `backend/plan/roles/labels.ts` lives in `backend/plan/roles`. A floor may import only
 * what stands below it: read a row as "knows nothing else". A folder without a row fails the test.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // what every room may know
  'shared/text': ['shared'],
  shared: ['shared/text'],
  'shared/domain': ['shared', 'shared/text'],
  'shared/contract': ['shared', 'shared/domain', 'shared/text'],

  // one SQLite file
  db: ['shared', 'shared/domain', 'db/files', 'db/migrations'],
  'db/files': [],
  'db/migrations': ['db/files', 'shared'],
  'db/queries': ['db', 'shared', 'shared/domain'],
  'db/log': ['db', 'db/queries', 'shared', 'shared/domain'],
  'db/commands': ['db', 'db/log', 'db/queries', 'shared', 'shared/domain', 'shared/contract'],
  'db/checks': ['db', 'db/log', 'db/queries', 'shared', 'shared/domain'],

  // the work that needs no window
  'backend/files': ['shared', 'shared/domain'],
  'backend/sheets': ['backend/files', 'shared', 'shared/domain', 'shared/text'],
  'backend/plan/text': ['shared', 'shared/domain', 'shared/text'],
  'backend/plan/roles': ['backend/plan/text', 'shared', 'shared/domain'],
  'backend/plan/figures': ['backend/plan/text', 'backend/plan/roles', 'shared', 'shared/domain'],
  'backend/plan/responsibilities': ['backend/plan/text', 'backend/plan/roles', 'shared', 'shared/domain'],
  'backend/plan/outline': [
    'backend/plan/text',
    'backend/plan/roles',
    'backend/plan/figures',
    'backend/plan/responsibilities',
    'shared',
    'shared/domain',
  ],
  'backend/plan': [
    'backend/plan/text',
    'backend/plan/roles',
    'backend/plan/figures',
    'backend/plan/responsibilities',
    'backend/plan/outline',
    'shared',
    'shared/domain',
  ],
  'backend/documents': [
    'backend/files',
    'backend/sheets',
    'backend/plan',
    'backend/plan/text',
    'backend/plan/roles',
    'backend/plan/figures',
    'backend/plan/outline',
    'shared',
    'shared/domain',
    'shared/text',
  ],
  'backend/returns': [
    'backend/files',
    'backend/sheets',
    'backend/plan',
    'backend/plan/text',
    'shared',
    'shared/domain',
  ],
  'backend/returns/checks': ['backend/returns', 'backend/plan/text', 'backend/plan/figures', 'shared', 'shared/domain'],
  'backend/excel': ['backend/files', 'backend/sheets', 'shared', 'shared/domain', 'shared/text'],
  'backend/excel/annotate': [
    'backend/files',
    'backend/sheets',
    'backend/excel',
    'shared',
    'shared/domain',
    'shared/text',
  ],
  'backend/standing': ['db', 'db/queries', 'shared', 'shared/domain'],
  'backend/intake': [
    'backend/files',
    'backend/sheets',
    'backend/documents',
    'backend/returns',
    'shared',
    'shared/domain',
  ],
  'backend/outlet': ['backend/files', 'backend/sheets', 'backend/excel', 'backend/excel/annotate', 'shared'],
  'backend/calls': [
    'backend/documents',
    'backend/returns',
    'backend/intake',
    'backend/outlet',
    'db',
    'shared',
    'shared/domain',
    'shared/contract',
  ],
  'backend/cases': [
    'backend/calls',
    'backend/files',
    'backend/sheets',
    'backend/plan',
    'backend/documents',
    'backend/returns',
    'backend/returns/checks',
    'backend/excel',
    'backend/excel/annotate',
    'backend/standing',
    'backend/intake',
    'backend/outlet',
    'db',
    'db/log',
    'db/commands',
    'db/queries',
    'db/checks',
    'shared',
    'shared/domain',
    'shared/contract',
    'shared/text',
  ],
  'backend/cli': [
    'backend',
    'backend/cases',
    'backend/plan',
    'backend/intake',
    'backend/outlet',
    'shared',
    'shared/domain',
    'shared/contract',
  ],
  // the entry of the command line, beside the entry of the backend process
  'backend/cli.ts': ['backend/cli'],
  backend: [
    'backend/calls',
    'backend/cases',
    'backend/standing',
    'backend/intake',
    'backend/outlet',
    'db',
    'shared',
    'shared/domain',
    'shared/contract',
  ],

  // the desktop shell starts the backend and shows windows
  electron: ['backend', 'backend/intake', 'shared', 'shared/domain', 'shared/contract', 'shared/text'],

  // the window
  'renderer/bridge': ['shared', 'shared/domain', 'shared/contract'],
  'renderer/text': ['shared', 'shared/domain', 'shared/text'],
  'renderer/ui': ['renderer/text', 'shared', 'shared/domain'],
  'renderer/state': ['renderer/ui', 'renderer/bridge', 'renderer/text', 'shared', 'shared/domain', 'shared/contract'],
  'renderer/view': ['renderer/state', 'renderer/bridge', 'renderer/text', 'shared', 'shared/domain', 'shared/text'],
  // any sheet: knows a SheetModel, and no plan
  'renderer/grid/sheet': ['renderer/ui', 'renderer/text', 'shared', 'shared/domain'],
  'renderer/grid/matrix': [
    'renderer/grid/sheet',
    'renderer/view',
    'renderer/state',
    'renderer/ui',
    'renderer/text',
    'shared',
    'shared/domain',
    'shared/text',
  ],
  'renderer/grid/ledger': ['renderer/grid/sheet', 'renderer/view', 'renderer/text', 'shared', 'shared/domain'],
  'renderer/steps': [
    'renderer/grid/matrix',
    'renderer/grid/ledger',
    'renderer/grid/sheet',
    'renderer/view',
    'renderer/state',
    'renderer/ui',
    'renderer/bridge',
    'renderer/text',
    'shared',
    'shared/domain',
    'shared/contract',
  ],
  'renderer/features': [
    'renderer/steps',
    'renderer/grid/matrix',
    'renderer/grid/ledger',
    'renderer/grid/sheet',
    'renderer/view',
    'renderer/state',
    'renderer/ui',
    'renderer/bridge',
    'renderer/text',
    'shared',
    'shared/domain',
    'shared/contract',
    'shared/text',
  ],
  'renderer/print': ['renderer/features', 'renderer/ui', 'shared', 'shared/domain', 'shared/contract'],
  'renderer/app': [
    'renderer/features',
    'renderer/steps',
    'renderer/grid/matrix',
    'renderer/grid/ledger',
    'renderer/grid/sheet',
    'renderer/view',
    'renderer/state',
    'renderer/ui',
    'renderer/bridge',
    'renderer/text',
    'shared',
    'shared/domain',
    'shared/contract',
    'shared/text',
  ],
};

const FLOORS = Object.keys(MAY_IMPORT).toSorted((one, other) => other.length - one.length);
const ROOMS = ['shared', 'db', 'backend', 'electron', 'renderer'] as const;

/** One import of our own code: who, and what file it resolves to. Both from the project's root, with forward slashes. */
export type Import = { readonly from: string; readonly to: string };

/** Every way of naming another file: import, export from, import(), a type's import('…'), new URL('…', import.meta.url). */
const NAMED_FILE = /(?:\bfrom|\bimport|\bimport\s*\(|\bnew URL\()\s*'([#.][^'?]+)(?:\?[^']*)?'/g;

/** @returns the imports of our own modules that a source text makes; style sheets and folders of data are not modules */
export function importsOf(file: string, source: string): readonly Import[] {
  return [...source.matchAll(NAMED_FILE)].flatMap((match) => {
    const name = match[1] ?? '';
    const to = name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name);
    return /\.tsx?$/.test(to) ? [{ from: file, to }] : [];
  });
}

/** @returns the imports of all rooms, from their sources on disk */
export function importsOfTheHouse(): readonly Import[] {
  return ROOMS.flatMap((room) =>
    readdirSync(path.join(PROJECT_ROOT, room), { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll(path.sep, '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .flatMap((file) => importsOf(file, readFileSync(path.join(PROJECT_ROOT, file), 'utf8'))),
  );
}

/** @returns the floor a file stands on, or `undefined` for a folder the table does not know */
export function floorOf(file: string): string | undefined {
  return FLOORS.find((floor) => file === floor || file.startsWith(`${floor}/`));
}

/** @returns why an import is against the table, or `null` */
export function objection({ from, to }: Import): string | null {
  const own = floorOf(from);
  const other = floorOf(to);
  if (own === undefined) return `${from} stands in a folder without a row in tests/build/arrows.ts`;
  const allowed = MAY_IMPORT[own] ?? [];
  if (other === own || (other !== undefined && allowed.includes(other))) return null;
  return `${from} may not import ${to}; ${own} may import: ${allowed.join(', ')}`;
}

/** @returns the groups of files that import each other in a circle (Tarjan); none in a house in order */
export function circles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    lowest.set(file, own);
    stack.push(file);
    for (const { to } of next.get(file) ?? []) {
      const reached = order.has(to) ? (stack.includes(to) ? (order.get(to) ?? own) : own) : visit(to);
      lowest.set(file, Math.min(lowest.get(file) ?? own, reached));
    }
    if (lowest.get(file) === own) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) found.push(group);
    }
    return lowest.get(file) ?? own;
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}
