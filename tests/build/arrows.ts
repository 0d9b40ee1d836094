import type { Import } from './imports.ts';

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
  // a step's label says its days in words
  'db/commands': ['db', 'db/log', 'db/queries', 'shared', 'shared/domain', 'shared/contract', 'shared/text'],
  'db/checks': ['db', 'db/log', 'db/queries', 'shared', 'shared/domain'],

  // the work that needs no window
  'backend/files': ['shared', 'shared/domain', 'shared/text'],
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
  // what came back: values ← tables, words ← identity and matching ← comparing ← checks; all of it pure
  'backend/returns': ['backend/sheets', 'shared', 'shared/domain'],
  'backend/returns/values': ['backend/returns', 'backend/plan/text', 'backend/sheets', 'shared', 'shared/domain'],
  'backend/returns/tables': [
    'backend/returns',
    'backend/returns/values',
    'backend/plan/text',
    'backend/sheets',
    'shared',
    'shared/domain',
  ],
  'backend/returns/words': ['backend/returns', 'backend/plan', 'shared', 'shared/domain'],
  'backend/returns/identity': [
    'backend/returns',
    'backend/returns/words',
    'backend/plan',
    'backend/plan/text',
    'backend/sheets',
    'shared',
    'shared/domain',
  ],
  'backend/returns/matching': ['backend/returns', 'backend/returns/words', 'shared', 'shared/domain'],
  'backend/returns/comparing': [
    'backend/returns',
    'backend/returns/values',
    'backend/returns/words',
    'backend/returns/matching',
    'backend/sheets',
    'shared',
    'shared/domain',
  ],
  'backend/returns/checks': [
    'backend/returns',
    'backend/returns/words',
    'backend/returns/comparing',
    'backend/plan/text',
    'backend/plan/figures',
    'shared',
    'shared/domain',
  ],
  'backend/returns/data-file': ['backend/returns', 'backend/returns/matching', 'shared', 'shared/domain'],
  'backend/excel': ['backend/files', 'backend/sheets', 'shared', 'shared/domain', 'shared/text'],
  // somebody's own workbook as parts that are changed in place
  'backend/excel/package': ['backend/files', 'shared'],
  'backend/excel/annotate': [
    'backend/files',
    'backend/sheets',
    'backend/excel',
    'backend/excel/package',
    'shared',
    'shared/domain',
    'shared/text',
  ],
  // a superior's form that is filled in place
  'backend/excel/template': [
    'backend/files',
    'backend/sheets',
    'backend/excel',
    'backend/excel/package',
    'backend/returns',
    'backend/returns/values',
    'backend/returns/tables',
    'backend/returns/words',
    'backend/returns/matching',
    'shared',
    'shared/domain',
    'shared/text',
  ],
  'backend/standing': ['db', 'db/queries', 'shared', 'shared/domain', 'shared/text'],
  // a year as offices live it: what the sample shows, and what worlds of tests are made of
  'backend/sample': ['db', 'db/commands', 'db/queries', 'shared', 'shared/domain'],
  'backend/intake': [
    'backend/files',
    'backend/sheets',
    'backend/documents',
    'backend/returns',
    'backend/returns/tables',
    'backend/excel/template',
    'shared',
    'shared/domain',
  ],
  'backend/outlet': [
    'backend/files',
    'backend/sheets',
    'backend/excel',
    'backend/excel/annotate',
    'backend/excel/template',
    'shared',
  ],
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
    'backend/returns/tables',
    'backend/returns/words',
    'backend/returns/identity',
    'backend/returns/matching',
    'backend/returns/comparing',
    'backend/returns/data-file',
    'backend/returns/checks',
    'backend/excel',
    'backend/excel/annotate',
    'backend/excel/template',
    'backend/standing',
    'backend/sample',
    'backend/intake',
    'backend/outlet',
    'db',
    'db/files',
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
    'db/queries',
    'shared',
    'shared/domain',
    'shared/contract',
  ],

  // the desktop shell starts the backend and shows windows
  // and opens checked copies of evidence, which are made where files are
  electron: ['backend', 'backend/files', 'backend/intake', 'shared', 'shared/domain', 'shared/contract', 'shared/text'],

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
  // the page before the first data file: one small script
  'renderer/welcome': ['shared', 'shared/contract'],
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
