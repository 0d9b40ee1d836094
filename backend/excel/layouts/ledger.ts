import type { Paper } from '#shared/domain/layout.ts';
import type { LightDef } from '#shared/domain/light.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { type TableFonts, tableFonts } from '../fonts.ts';
import type { CellContent } from '../sheet-plan.ts';
import type { Table } from '../table.ts';
import { tableSheet } from '../table-sheet.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { withSections } from './decomposition.ts';
import { planName, type TableHeadline, unitLine } from './table-words.ts';

export type LedgerTask = {
  readonly section: Pick<SectionView, 'ordinal' | 'title'> | null;
  readonly number: number;
  /** What stands under 工作任务: the short title, or more. */
  readonly text: string;
  /** One for each agency that owes it; none for a task nobody is responsible for yet. */
  readonly entries: readonly {
    readonly agencyName: string;
    readonly role: Role;
    readonly progress: ProgressView | null;
    /** What was reported for the task's targets, a line for each; empty when nothing was. */
    readonly targets?: string;
    readonly light: Pick<LightDef, 'word' | 'colour'>;
  }[];
};

export type LedgerInput = TableHeadline & {
  /** 2021年10月. */
  readonly periodTitle: string;
  readonly tasks: readonly LedgerTask[];
  readonly paper?: Paper;
  readonly fonts?: TableFonts;
};

type LedgerEntry = LedgerTask['entries'][number];

/** Without an entry: a task that no agency owes, so that a superior sees it and asks. */
type LedgerRow = Pick<LedgerTask, 'section' | 'number' | 'text'> & { readonly entry: LedgerEntry | null };

/** A column of what the agency reported; empty while it has reported nothing. */
const reported =
  (content: (progress: ProgressView) => CellContent) =>
  ({ entry }: LedgerRow): CellContent =>
    entry?.progress ? content(entry.progress) : null;

/** Columns that stand only where there is something in them. */
const targetsCell = ({ entry }: LedgerRow): CellContent => entry?.targets || null;
const reporterCell = reported(({ reporter }) => reporter || null);

/**
 * 进展台账 of a period: one row per task and agency, the task's cells merged down over its agencies; a task without an
 * agency has one row of its own.
 */
export function ledgerTable(input: LedgerInput): Table<LedgerRow> {
  const rows = input.tasks.flatMap(({ entries, section, number, text }) =>
    (entries.length === 0 ? [null] : entries).map((entry): LedgerRow => ({ section, number, text, entry })),
  );
  const mergeKey = (row: LedgerRow): number => row.number;
  return {
    sheetName: '进展台账',
    title: `${planName(input.plan.title)}进展台账（${input.periodTitle}）`,
    unitLine: unitLine(input),
    columns: [
      { head: '序号', width: 5, align: 'center', cell: (row) => row.number, mergeKey },
      { head: '工作任务', width: 28, align: 'left', cell: (row) => row.text, mergeKey },
      { head: '单位', width: 22, align: 'center', cell: ({ entry }) => entry?.agencyName ?? null },
      { head: '责任', width: 16, align: 'center', cell: ({ entry }) => entry && ROLE_LABELS[entry.role] },
      {
        head: '进展状态',
        width: 9,
        align: 'center',
        cell: reported(({ status }) => status && STATUS_LABELS[status]),
      },
      {
        head: '完成比例',
        width: 9,
        align: 'center',
        percent: true,
        cell: reported(({ percent }) => (percent === null ? null : percent / 100)),
      },
      ...(rows.some(({ entry }) => entry?.targets)
        ? [{ head: '量化指标', width: 30, align: 'left', cell: targetsCell } as const]
        : []),
      { head: '进展情况', width: 46, align: 'left', cell: reported(({ narrative }) => narrative || null) },
      { head: '存在问题', width: 24, align: 'left', cell: reported(({ problems }) => problems || null) },
      { head: '下步措施', width: 24, align: 'left', cell: reported(({ nextSteps }) => nextSteps || null) },
      {
        head: '填报日期',
        width: 12,
        align: 'center',
        cell: reported(({ reportedOn }) => (reportedOn === null ? null : { date: reportedOn })),
      },
      ...(rows.some(({ entry }) => entry?.progress?.reporter)
        ? [{ head: '填报人', width: 10, align: 'center', cell: reporterCell } as const]
        : []),
      {
        head: '亮灯',
        width: 10,
        align: 'center',
        cell: ({ entry }) => entry?.light.word ?? null,
        light: ({ entry }) => entry?.light.colour ?? null,
      },
    ],
    items: withSections(rows),
    rowKey: ({ number, entry }) => (entry ? `${number}/${entry.agencyName}` : String(number)),
    totals: [],
    notes: [],
    fonts: input.fonts ?? tableFonts(),
    paper: input.paper ?? 'A3',
    frozenColumns: 3,
  };
}

/**
 * The table as a workbook.
 *
 * @returns the bytes of an .xlsx workbook
 */
export function buildLedger(input: LedgerInput): Promise<Uint8Array> {
  return writeWorkbook([tableSheet(ledgerTable(input))]);
}
