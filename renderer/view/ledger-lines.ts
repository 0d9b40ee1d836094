import type { SectionId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { Role } from '#shared/domain/role.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { CellRef } from '#shared/domain/step.ts';
import { isOpenToVerify, UNVERIFIED, VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';
import { soFarText, valueText } from './target-words.ts';

/** Columns that say whose progress a line holds; they are read here and changed in the matrix. */
const PLACE_COLUMNS = ['section', 'number', 'title', 'agency', 'role'] as const;
type PlaceColumn = (typeof PLACE_COLUMNS)[number];

/** What is written into the ledger: the progress, who reported it, the values of the task's targets. */
export const LEDGER_FIELDS = [...PROGRESS_FIELDS, 'reporter', 'value'] as const;
export type LedgerField = ProgressField | 'reporter' | 'value';

/** What is worked out or entered elsewhere: how far the targets are, what a check found. */
const FOUND_COLUMNS = ['soFar', 'verification'] as const;
type FoundColumn = (typeof FOUND_COLUMNS)[number];

/** The columns of the ledger from left to right: whose progress it is, then the progress, then what is found of it. */
export const LEDGER_COLUMNS = [...PLACE_COLUMNS, ...LEDGER_FIELDS, ...FOUND_COLUMNS] as const;
export type LedgerColumn = PlaceColumn | LedgerField | FoundColumn;

export const LEDGER_COLUMN_WORDS: Readonly<Record<LedgerColumn, string>> = {
  ...PROGRESS_FIELD_LABELS,
  section: '章节',
  number: '序号',
  title: '任务',
  agency: '单位',
  role: '责任',
  status: '状态',
  reporter: '填报人',
  value: '本期值',
  soFar: '累计/目标',
  verification: '核查',
};

/** A role in a narrow column; what it is called in full is said beside the cell. */
const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: '牵头', 'co-responsible': '分工', cooperating: '配合' };

/** A line of the ledger as a grid shows it. */
export type LedgerLine = { readonly id: string; readonly row: LedgerRow; readonly section: string };

/** @returns `null` for what is no column of the ledger */
export function ledgerColumn(columnId: string): LedgerColumn | null {
  return LEDGER_COLUMNS.find((column) => column === columnId) ?? null;
}

/** What can be written in a column; `null` for one that is only read here. */
export function fieldOf(columnId: string): LedgerField | null {
  return LEDGER_FIELDS.find((field) => field === columnId) ?? null;
}

export function lineId({ taskId, agencyId }: Pick<LedgerRow, 'taskId' | 'agencyId'>): string {
  return `owed-${taskId}-${agencyId}`;
}

/** Whether a line shows a cell of the plan; a task without an agency is shown by each of its lines. */
export function showsCell({ taskId, agencyId }: LedgerRow, cell: CellRef): boolean {
  return taskId === cell.taskId && (cell.agencyId === null || agencyId === cell.agencyId);
}

/** Lines already made, by their row: an unchanged row keeps its line, and the grid leaves it alone. */
const lineOfRow = new WeakMap<LedgerRow, LedgerLine>();

/** @returns the rows as lines, in their order */
export function ledgerLines(rows: readonly LedgerRow[], sections: readonly SectionView[]): readonly LedgerLine[] {
  const headings = new Map<SectionId | null, string>(
    sections.map(({ id, ordinal, title }) => [id, sectionHeading(ordinal, title)]),
  );
  return rows.map((row) => {
    const section = headings.get(row.sectionId) ?? '';
    const known = lineOfRow.get(row);
    if (known?.section === section) return known;
    const line = { id: lineId(row), row, section };
    lineOfRow.set(row, line);
    return line;
  });
}

/** What a cell shows; empty for an empty cell. */
export function ledgerText({ row, section }: LedgerLine, column: LedgerColumn): string {
  switch (column) {
    case 'section':
      return section;
    case 'number':
      return String(row.number);
    case 'agency':
      return row.agencyName;
    case 'role':
      return ROLE_WORDS[row.role];
    case 'status':
      return row.status === null ? '' : STATUS_LABELS[row.status];
    case 'percent':
      return row.percent === null ? '' : `${row.percent}%`;
    case 'reportedOn':
      return row.reportedOn ?? '';
    case 'value':
      return valueText(row);
    case 'soFar':
      return soFarText(row);
    case 'verification':
      if (row.verification !== null) return VERIFICATION_LABELS[row.verification.result];
      return isOpenToVerify(row.carried ? null : row.status, null) ? UNVERIFIED : '';
    default:
      return row[column];
  }
}
