import { AGENCY_KIND_LABELS, AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { Paper } from '#shared/domain/layout.ts';
import { type LightDef, type LightKey, lightOf } from '#shared/domain/light.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES, type Role } from '#shared/domain/role.ts';
import { type TableFonts, tableFonts } from '../fonts.ts';
import type { Table, TableTotal } from '../table.ts';
import { tableSheet } from '../table-sheet.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { withSections } from './decomposition.ts';
import { planName, type TableHeadline, unitLine } from './table-words.ts';

export type MatrixAgency = Pick<AgencyView, 'id' | 'shortName' | 'kind' | 'position'>;

export type MatrixRow = {
  readonly section: Pick<SectionView, 'ordinal' | 'title'> | null;
  readonly number: number;
  readonly title: string;
  /** `light` is printed below the mark when the table is drawn up for a period. */
  readonly cells: readonly { readonly agencyId: MatrixAgency['id']; readonly role: Role; readonly light?: LightKey }[];
};

export type MatrixInput = TableHeadline & {
  /** Those that shall have a column; usually the ones with duties. */
  readonly agencies: readonly MatrixAgency[];
  readonly tasks: readonly MatrixRow[];
  /** 2021年10月, when lights are shown. */
  readonly periodTitle?: string;
  /** The lights there are: one character of each stands under a mark, and is explained under the table. */
  readonly lights?: readonly LightDef[];
  readonly paper?: Paper;
  readonly fonts?: TableFonts;
};

/** Agencies grouped by kind in the kinds' own order, inside a kind by position. */
function inOrder(agencies: readonly MatrixAgency[]): readonly MatrixAgency[] {
  return agencies.toSorted(
    (a, b) => AGENCY_KINDS.indexOf(a.kind) - AGENCY_KINDS.indexOf(b.kind) || a.position - b.position,
  );
}

function cellOf(row: MatrixRow, agency: MatrixAgency): MatrixRow['cells'][number] | undefined {
  return row.cells.find(({ agencyId }) => agencyId === agency.id);
}

function mark(row: MatrixRow, agency: MatrixAgency, lights: readonly LightDef[]): string | null {
  const cell = cellOf(row, agency);
  if (!cell) return null;
  if (cell.light === undefined) return ROLE_MARKS[cell.role];
  return `${ROLE_MARKS[cell.role]}\n${lightOf(lights, cell.light).letter}`;
}

/** How many tasks each agency holds, by role and in all; the last column has the whole table's sum. */
function totals(tasks: readonly MatrixRow[], agencies: readonly MatrixAgency[]): TableTotal[] {
  const count = (agency: MatrixAgency | null, role: Role | null): number =>
    tasks
      .flatMap((task) => task.cells)
      .filter((cell) => (agency === null || cell.agencyId === agency.id) && (role === null || cell.role === role))
      .length;
  const total = (label: string, role: Role | null): TableTotal => ({
    label,
    over: 2,
    cells: [...agencies.map((agency) => count(agency, role) || null), count(null, role)],
  });
  return [total('合计', null), ...ROLES.map((role) => total(`其中：${ROLE_LABELS[role]} ${ROLE_MARKS[role]}`, role))];
}

function legend(shown: readonly LightDef[]): string[] {
  const roles = `注：${ROLES.map((role) => `${ROLE_MARKS[role]} ${ROLE_LABELS[role]}`).join('  ')}`;
  if (shown.length === 0) return [roles];
  const lights = shown.map(({ letter, word }) => `${letter} ${word}`).join('  ');
  return [`${roles}；标记下的字表示进展：${lights}`];
}

/** 责任矩阵: tasks down, agencies across, grouped by kind, with totals and the marks explained. */
export function matrixTable(input: MatrixInput): Table<MatrixRow> {
  const agencies = inOrder(input.agencies);
  const shown = new Set(agencies.map(({ id }) => id));
  const tasks = input.tasks.map((task) => ({
    ...task,
    cells: task.cells.filter(({ agencyId }) => shown.has(agencyId)),
  }));
  const { lights = [] } = input;
  const period = input.periodTitle === undefined ? '' : `（${input.periodTitle}）`;
  return {
    sheetName: '责任矩阵',
    title: `${planName(input.plan.title)}责任矩阵${period}`,
    unitLine: unitLine(input),
    columns: [
      { head: '序号', width: 5, align: 'center', cell: (task) => task.number },
      { head: '工作任务', width: 52, align: 'left', cell: (task) => task.title },
      ...agencies.map(
        (agency) =>
          ({
            head: agency.shortName,
            groups: [AGENCY_KIND_LABELS[agency.kind]],
            width: 4.3,
            align: 'center',
            verticalHead: true,
            cell: (task: MatrixRow) => mark(task, agency, lights),
            light: (task: MatrixRow) => {
              const light = cellOf(task, agency)?.light;
              return light === undefined ? null : lightOf(lights, light).colour;
            },
          }) as const,
      ),
      { head: '合计', width: 5, align: 'center', cell: (task) => task.cells.length },
    ],
    items: withSections(tasks),
    totals: totals(tasks, agencies),
    notes: legend(lights),
    fonts: input.fonts ?? tableFonts(),
    paper: input.paper ?? 'A3',
    frozenColumns: 2,
  };
}

/**
 * The table as a workbook.
 *
 * @returns the bytes of an .xlsx workbook
 */
export function buildMatrix(input: MatrixInput): Promise<Uint8Array> {
  return writeWorkbook([tableSheet(matrixTable(input))]);
}
