import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { CELLS } from '#backend/excel/layouts/cells/all-cells.ts';
import { layoutTable } from '#backend/excel/layouts/layout-table.ts';
import type {
  AgencyRecord,
  DescribedLayout,
  EntryRow,
  LayoutInput,
  LightRecord,
  TaskLine,
  TaskRecord,
} from '#backend/excel/layouts/records.ts';
import { distinctLines, placeholderWords } from '#backend/excel/layouts/table-words.ts';
import { tableSheet } from '#backend/excel/table-sheet.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import type { Layout } from '#shared/domain/layout.ts';
import { type LightDef, type LightKey, lightOf } from '#shared/domain/light.ts';
import type { PlanView } from '#shared/domain/overview.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES, type Role } from '#shared/domain/role.ts';

/** Tables for superiors of values at hand, without a data file: what the gathering of a case would hand over. */
type Headline = {
  readonly plan: Pick<PlanView, 'title' | 'documentNumber' | 'issuer'>;
  readonly date: string;
  readonly periodTitle?: string;
};
type Section = TaskRecord['section'];
type Assigned = { readonly agencyName: string; readonly role: Role };

export type DecompositionTask = {
  readonly section: Section;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly targets: readonly { readonly text: string }[];
  readonly dues: readonly { readonly text: string }[];
  readonly assignments: readonly Assigned[];
};
export type DecompositionInput = Headline & { readonly tasks: readonly DecompositionTask[] };

export type MatrixInput = Headline & {
  readonly agencies: readonly (AgencyRecord & { readonly position: number })[];
  readonly tasks: readonly {
    readonly section: Section;
    readonly number: number;
    readonly title: string;
    readonly cells: readonly {
      readonly agencyId: AgencyRecord['id'];
      readonly role: Role;
      readonly light?: LightKey;
    }[];
  }[];
  readonly lights?: readonly LightDef[];
};

export type LedgerInput = Headline & {
  readonly periodTitle: string;
  readonly tasks: readonly {
    readonly section: Section;
    readonly number: number;
    readonly text: string;
    readonly entries: readonly (Assigned & {
      readonly progress: ProgressView | null;
      readonly targets?: string;
      readonly light: LightRecord;
      readonly because?: string;
    })[];
  }[];
};

const NOBODY = { leadLeader: '', leaderInCharge: '', personInCharge: '' };

function taskRecord(
  task: Partial<DecompositionTask> & Pick<DecompositionTask, 'section' | 'number' | 'title'>,
): TaskRecord {
  const { section, number, title, content = '', targets = [], dues = [], assignments = [] } = task;
  const named = (role: Role) => assignments.filter((each) => each.role === role).map(({ agencyName }) => agencyName);
  return {
    ...{ section, number, title, content, ...NOBODY },
    targets: distinctLines(targets),
    due: distinctLines(dues),
    units: { lead: named('lead'), 'co-responsible': named('co-responsible'), cooperating: named('cooperating') },
  };
}

function inputOf(layout: Layout, { plan, date, periodTitle }: Headline, own: Partial<LayoutInput>): LayoutInput {
  const def = BUILT_IN_LAYOUTS[layout];
  const words = placeholderWords({ plan: { ...plan, year: 2021 }, date, periodTitle });
  const empty = { tasks: [], agencies: [], agencyColumns: [], stretches: [], filled: [] };
  return { def, sheetName: def.name, ...empty, ...own, words: { ...words, ...own.words } };
}

export function describedDecomposition(input: DecompositionInput): DescribedLayout<'task'> {
  const tasks = input.tasks.map(taskRecord);
  const rows = tasks.map((_, task): TaskLine => ({ task, marks: [] }));
  return { layout: 'layout', kind: 'task', input: inputOf('decomposition', input, { tasks }), rows };
}

export function describedMatrix(input: MatrixInput): DescribedLayout<'task'> {
  const { lights = [] } = input;
  const agencies = input.agencies.toSorted(
    (a, b) => AGENCY_KINDS.indexOf(a.kind) - AGENCY_KINDS.indexOf(b.kind) || a.position - b.position,
  );
  const rows = input.tasks.map(
    ({ cells }, task): TaskLine => ({
      task,
      marks: cells.map(({ agencyId, role, light }) => ({
        agency: agencies.findIndex(({ id }) => id === agencyId),
        role,
        ...(light === undefined ? {} : { light: lightOf(lights, light) }),
      })),
    }),
  );
  const roles = ROLES.map((role) => `${ROLE_MARKS[role]} ${ROLE_LABELS[role]}`).join('  ');
  const letters = lights.map(({ letter, word }) => `${letter} ${word}`).join('  ');
  const legend = lights.length === 0 ? roles : `${roles}；标记下的字表示进展：${letters}`;
  const own = { tasks: input.tasks.map(taskRecord), agencies, agencyColumns: agencies.map((_, place) => place) };
  return { layout: 'layout', kind: 'task', input: inputOf('matrix', input, { ...own, words: { 图例: legend } }), rows };
}

export function describedLedger(input: LedgerInput): DescribedLayout<'entry'> {
  const names = [...new Set(input.tasks.flatMap(({ entries }) => entries.map(({ agencyName }) => agencyName)))];
  const places = new Map(names.map((name, place) => [name, place]));
  const agencies = names.map((name, place): AgencyRecord => {
    return { id: AgencyIdSchema.parse(place + 1), name, shortName: name, kind: 'government' };
  });
  const rows = input.tasks.flatMap(({ entries }, task): EntryRow[] =>
    entries.length === 0
      ? [{ task, ...NO_ENTRY }]
      : entries.map(({ agencyName, role, progress, targets = '', light, because = '' }) => ({
          ...{ task, ...NO_ENTRY, agency: places.get(agencyName) ?? null, role, told: progress, light },
          ...{ targetValues: targets, lightReason: because },
        })),
  );
  const tasks = input.tasks.map(({ section, number, text }) => taskRecord({ section, number, title: text }));
  const whole = inputOf('ledger', input, { tasks, agencies });
  const filled = ['targetValues', 'reporter'].filter((field) =>
    rows.some((row) => (CELLS.entry[field]?.(row, whole) ?? null) !== null),
  );
  return { layout: 'layout', kind: 'entry', input: { ...whole, filled }, rows };
}

const NO_ENTRY = {
  ...{ agency: null, role: null, through: '', told: null, targetValues: '', last: null, dueOn: null, light: null },
  ...{ lightReason: '', verification: '', evidence: 0 },
} as const;

export const decompositionTable = (input: DecompositionInput) => layoutTable(describedDecomposition(input));
export const matrixTable = (input: MatrixInput) => layoutTable(describedMatrix(input));
export const ledgerTable = (input: LedgerInput) => layoutTable(describedLedger(input));

/** The tables as workbooks. */
export const buildDecomposition = (input: DecompositionInput) => writeWorkbook([tableSheet(decompositionTable(input))]);
export const buildMatrix = (input: MatrixInput) => writeWorkbook([tableSheet(matrixTable(input))]);
export const buildLedger = (input: LedgerInput) => writeWorkbook([tableSheet(ledgerTable(input))]);
