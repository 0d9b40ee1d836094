import type { Paper } from '#shared/domain/layout.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import type { Role } from '#shared/domain/role.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, type TaskPeople } from '#shared/domain/task-people.ts';
import { type TableFonts, tableFonts } from '../fonts.ts';
import type { Table, TableItem } from '../table.ts';
import { tableSheet } from '../table-sheet.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { planName, type TableHeadline, unitLine } from './table-words.ts';

export type DecompositionTask = {
  readonly section: Pick<SectionView, 'ordinal' | 'title'> | null;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly targets: readonly Pick<TargetView, 'text'>[];
  readonly dues: readonly Pick<DueView, 'text'>[];
  /** In the order of the document. */
  readonly assignments: readonly { readonly agencyName: string; readonly role: Role }[];
} & { readonly [Field in keyof TaskPeople]?: string | undefined };

export type DecompositionInput = TableHeadline & {
  readonly tasks: readonly DecompositionTask[];
  readonly paper?: Paper;
  readonly fonts?: TableFonts;
};

/** Up to so many units stand one below the other; more would make the row taller than its task, so they run on. */
const UNITS_PER_COLUMN_MAX = 6;

function units(task: DecompositionTask, role: Role): string {
  const names = task.assignments.filter((assignment) => assignment.role === role).map(({ agencyName }) => agencyName);
  return names.join(names.length <= UNITS_PER_COLUMN_MAX ? '\n' : '、');
}

/** Texts in their order, each once: a sentence can give several targets. */
export function distinctLines(items: readonly { readonly text: string }[]): string {
  return [...new Set(items.map(({ text }) => text))].join('\n');
}

/** Puts a section row before the first task of each section. */
export function withSections<Row extends { readonly section: Pick<SectionView, 'ordinal' | 'title'> | null }>(
  rows: readonly Row[],
): TableItem<Row>[] {
  const items: TableItem<Row>[] = [];
  let ordinal: number | null = null;
  for (const row of rows) {
    if (row.section && row.section.ordinal !== ordinal) items.push({ kind: 'section', ...row.section });
    ordinal = row.section?.ordinal ?? ordinal;
    items.push({ kind: 'row', row });
  }
  return items;
}

/** A column for each kind of people that some task names; a plan without leaders has none. */
function peopleColumns(tasks: readonly DecompositionTask[]): Table<DecompositionTask>['columns'] {
  return PEOPLE_FIELDS.filter((field) => tasks.some((task) => (task[field] ?? '') !== '')).map((field) => ({
    head: PEOPLE_LABELS[field],
    width: 10,
    align: 'center',
    cell: (task) => (task[field] ?? '').replaceAll('、', '\n'),
  }));
}

/** 任务分解表: one row per task with the units that owe it, sections between (layouts, A-5). */
export function decompositionTable(input: DecompositionInput): Table<DecompositionTask> {
  const role = (head: string, of: Role, width: number) =>
    ({ head, width, align: 'center', cell: (task: DecompositionTask) => units(task, of) }) as const;
  return {
    sheetName: '任务分解表',
    title: `${planName(input.plan.title)}任务分解表`,
    unitLine: unitLine(input),
    columns: [
      { head: '序号', width: 5, align: 'center', cell: (task) => task.number },
      { head: '重点任务', width: 18, align: 'left', cell: (task) => task.title },
      { head: '工作任务', width: 46, align: 'left', cell: (task) => task.content },
      { head: '量化指标', width: 17, align: 'left', cell: (task) => distinctLines(task.targets) },
      { head: '完成时限', width: 12, align: 'center', cell: (task) => distinctLines(task.dues) },
      ...peopleColumns(input.tasks),
      role('牵头单位', 'lead', 19),
      role('责任单位', 'co-responsible', 20),
      role('配合单位', 'cooperating', 16),
    ],
    items: withSections(input.tasks),
    rowKey: (task) => String(task.number),
    totals: [],
    notes: [],
    fonts: input.fonts ?? tableFonts(),
    paper: input.paper ?? 'A4',
    frozenColumns: 2,
  };
}

/**
 * The table as a workbook.
 *
 * @returns the bytes of an .xlsx workbook
 */
export function buildDecomposition(input: DecompositionInput): Promise<Uint8Array> {
  return writeWorkbook([tableSheet(decompositionTable(input))]);
}
