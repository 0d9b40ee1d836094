import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import { LinesEditor } from '#renderer/grid/sheet/lines-editor.ts';
import { type EditorWish, TextEditor } from '#renderer/grid/sheet/text-editor.ts';
import { dateText } from '#renderer/text/dates.ts';
import { lightClass } from '#renderer/text/light-class.ts';
import {
  fieldOf,
  LEDGER_COLUMN_WORDS,
  LEDGER_COLUMNS,
  type LedgerColumn,
  type LedgerLine,
  ledgerText,
} from '#renderer/view/ledger-lines.ts';
import { type LightDef, lightOf } from '#shared/domain/light.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import { statusText } from '#shared/domain/status.ts';
import { targetsWords } from '#shared/domain/target-words.ts';
import { isOpenToVerify } from '#shared/domain/verification.ts';

/** Least widths in px at a zoom of 1. Together they fit a screen of 1366 with the panel open. */
const LEAST: Readonly<Record<LedgerColumn, number>> = {
  section: 44,
  number: 44,
  title: 168,
  agency: 96,
  role: 46,
  status: 82,
  percent: 70,
  narrative: 140,
  problems: 105,
  nextSteps: 105,
  reportedOn: 88,
  reporter: 64,
  value: 70,
  soFar: 128,
  verification: 76,
};

/** Columns that a narrow screen shows by scrolling; the others take the room as if these were not there. */
const BEYOND: ReadonlySet<LedgerColumn> = new Set(['reporter', 'value', 'soFar', 'verification']);

/** Who gets the room that is left: mostly the texts that clerks write. */
const SHARES: Readonly<Partial<Record<LedgerColumn, number>>> = {
  title: 0.22,
  agency: 0.08,
  narrative: 0.36,
  problems: 0.17,
  nextSteps: 0.17,
};

/** Room for the vertical scroll bar and the borders. */
const RESERVED = 20;

/** Columns whose texts are long: rows grow with them. */
const WRAPPED: ReadonlySet<LedgerColumn> = new Set(['title', 'agency', 'narrative', 'problems', 'nextSteps', 'soFar']);

/** Those that are typed with line breaks. */
const IN_LINES: ReadonlySet<LedgerColumn> = new Set(['narrative', 'problems', 'nextSteps']);

export function ledgerWidths(_: readonly string[], room: number): (columnId: string) => number {
  const leastOf = (columns: readonly LedgerColumn[]) => columns.reduce((sum, column) => sum + LEAST[column], 0);
  const all = leastOf(LEDGER_COLUMNS);
  const nearer = leastOf(LEDGER_COLUMNS.filter((column) => !BEYOND.has(column)));
  const left = Math.max(0, room - RESERVED - (room - RESERVED >= all ? all : nearer));
  const widths = new Map<string, number>(
    LEDGER_COLUMNS.map((column) => [column, LEAST[column] + Math.floor(left * (SHARES[column] ?? 0))]),
  );
  return (columnId) => widths.get(columnId) ?? LEAST.status;
}

/**
 * The columns of the ledger: texts, and no component per cell (pitfall 12).
 *
 * @param frozen the last column that does not scroll
 * @param onKey asked before the grid handles a key; `true` means it was handled here
 * @param stamp what Ctrl+; writes into a date
 * @param lights of the set of rules that the plan uses
 */
export function ledgerColumns(
  frozen: LedgerColumn | null,
  onKey: (params: SuppressKeyboardEventParams<LedgerLine>) => boolean,
  stamp: () => string | null,
  lights: readonly LightDef[],
): ColDef<LedgerLine>[] {
  const lastPinned = frozen === null ? -1 : LEDGER_COLUMNS.indexOf(frozen);
  return LEDGER_COLUMNS.map((column, index) => ({
    colId: column,
    headerName: LEDGER_COLUMN_WORDS[column],
    headerClass: column === 'number' ? ['head-plain', 'head-number'] : 'head-plain',
    initialWidth: LEAST[column],
    // Not left out: the grid takes a missing value for “as before”.
    pinned: index <= lastPinned ? ('left' as const) : null,
    wrapText: WRAPPED.has(column),
    autoHeight: WRAPPED.has(column),
    cellClass: `ledger-${column}`,
    valueGetter: ({ data }) => (data ? ledgerText(data, column) : ''),
    suppressKeyboardEvent: onKey,
    ...(fieldOf(column) === null ? placeLook(column) : fieldLook(column, stamp, lights)),
  }));
}

function placeLook(column: LedgerColumn): Partial<ColDef<LedgerLine>> {
  if (column === 'section') {
    return {
      // The heading would make every row three lines high; it is what is copied, filtered and found.
      valueFormatter: ({ value }) => String(value ?? '').split('、')[0] ?? '',
      tooltipValueGetter: ({ data }) => data?.section,
    };
  }
  if (column === 'role') return { tooltipValueGetter: ({ data }) => data && ROLE_LABELS[data.row.role] };
  if (column === 'soFar') return { tooltipValueGetter: ({ data }) => data && targetsWords(data.row) };
  if (column === 'verification') {
    return {
      cellClassRules: {
        'is-open-check': ({ data }) => data !== undefined && isOpenCheck(data),
      },
      tooltipValueGetter: ({ data }) => data && verificationWords(data),
    };
  }
  if (column !== 'agency') return {};
  return {
    cellClassRules: { 'has-note': ({ data }) => data?.row.note != null },
    tooltipValueGetter: ({ data }) => (data ? agencyWords(data) : null),
  };
}

function fieldLook(
  column: LedgerColumn,
  stamp: () => string | null,
  lights: readonly LightDef[],
): Partial<ColDef<LedgerLine>> {
  const editor: Partial<ColDef<LedgerLine>> = {
    editable: true,
    cellEditor: IN_LINES.has(column) ? LinesEditor : TextEditor,
    cellEditorParams: { ...(column === 'reportedOn' ? { stamp } : {}) } satisfies EditorWish,
  };
  if (column === 'value') {
    return {
      ...editor,
      tooltipValueGetter: ({ data }) => data && targetsWords(data.row),
    };
  }
  if (column !== 'status') return editor;
  return {
    ...editor,
    // One text for each cell: a rule for each light would be asked for all of them.
    cellClass: ({ data }) => (data ? `ledger-status ${statusLook(data, lights)}` : 'ledger-status'),
    // A light may change while the status stays.
    equals: () => false,
    tooltipValueGetter: ({ data }) => (data ? `${lightOf(lights, data.row.light).word}：${data.row.because}` : null),
  };
}

/** The status may say itself how it stands; else a sign beside it, or in its empty place, does. */
function statusLook({ row }: LedgerLine, lights: readonly LightDef[]): string {
  const light = lightOf(lights, row.light);
  const saysItself = row.status !== null && statusText(row.status) === light.word;
  return lightClass(saysItself ? { ...light, sign: 'none' } : light);
}

function agencyWords({ row }: LedgerLine): string {
  const through = row.through === null ? '' : '（由集体单位承担）';
  const note = row.note === null ? '' : `\n批注：${row.note}`;
  return `${row.agencyName}${through}${note}`;
}

function isOpenCheck({ row }: LedgerLine): boolean {
  return isOpenToVerify(row.carried ? null : row.status, row.verification);
}

function verificationWords(line: LedgerLine): string {
  const { verification } = line.row;
  if (verification === null) return isOpenCheck(line) ? '自报完成，尚未核查' : '';
  const { checkedOn, checker, manner, note } = verification;
  return `${dateText(checkedOn)} ${checker} ${manner}核查${note === '' ? '' : `：${note}`}`;
}
