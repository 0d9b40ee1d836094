import { foldText } from '#renderer/text/fold-text.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightKey } from '#shared/domain/light.ts';
import { ROLES } from '#shared/domain/role.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerLine, ledgerText } from './ledger-lines.ts';
import { agencyMatches, asTaskNumber } from './matrix-filter.ts';
import type { TextTest } from './matrix-view.ts';
import { matchesText } from './text-test.ts';

/** What a column lets through: a condition on its text, and the texts that are ticked (`null`: all). */
export type LedgerColumnFilter = { readonly test: TextTest | null; readonly ticked: readonly string[] | null };

export type LedgerSort = { readonly by: LedgerColumn; readonly descending: boolean };

/** How the ledger is looked at; plain values that survive JSON. */
export type LedgerView = {
  readonly filters: Readonly<Partial<Record<LedgerColumn, LedgerColumnFilter>>>;
  /** Only lines with one of these lights; empty: all. */
  readonly lights: readonly LightKey[];
  readonly sort: LedgerSort | null;
  /** The last column that does not scroll; `null`: none. */
  readonly frozen: LedgerColumn | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly zoom: number;
};

export const FIRST_LEDGER_VIEW: LedgerView = {
  filters: {},
  lights: [],
  sort: null,
  frozen: 'role',
  widths: {},
  zoom: 1,
};

/** What decides which lines are shown and in which order; widths and zoom do not. */
export type LedgerWish = Pick<LedgerView, 'filters' | 'lights' | 'sort'> & { readonly query: string };

/**
 * Lines that pass the filters, sorted.
 *
 * @param before what is shown now, under the same wish: an edit takes no line away and moves none, because a line that
 *   vanishes under the hand takes the cursor with it; the clerk asks anew by changing the wish
 */
export function shownLines(
  lines: readonly LedgerLine[],
  agencies: readonly AgencyView[],
  { filters, lights, sort, query }: LedgerWish,
  before: readonly LedgerLine[] = [],
): readonly LedgerLine[] {
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const asked = queryTest(query, agencies);
  const isLit = ({ row }: LedgerLine) => lights.length === 0 || lights.includes(row.light);
  const shown = lines.filter(
    (line) => places.has(line.id) || (asked(line) && isLit(line) && passes(line, filters, null)),
  );
  if (!sort) return shown;
  const sorted = sortLines(shown, sort);
  if (before.length === 0) return sorted;
  return sorted.toSorted((one, other) => (places.get(one.id) ?? lines.length) - (places.get(other.id) ?? lines.length));
}

/** Lines that pass all filters but those of one column: what its list of ticks counts. */
export function linesBut(lines: readonly LedgerLine[], filters: LedgerView['filters'], column: LedgerColumn) {
  return lines.filter((line) => passes(line, filters, column));
}

function passes(line: LedgerLine, filters: LedgerView['filters'], but: LedgerColumn | null): boolean {
  return LEDGER_COLUMNS.every((column) => {
    const filter = column === but ? undefined : filters[column];
    if (!filter) return true;
    const text = ledgerText(line, column);
    return (filter.ticked?.includes(text) ?? true) && (filter.test === null || matchesText(text, filter.test));
  });
}

/** The quick filter: a task's number, an agency by any of its names, or words that stand anywhere in the line. */
function queryTest(query: string, agencies: readonly AgencyView[]): (line: LedgerLine) => boolean {
  const words = foldText(query);
  if (words === '') return () => true;
  const number = asTaskNumber(query);
  if (number !== undefined) return ({ row }) => row.number === number;
  const named = new Set(agencies.filter((agency) => agencyMatches(agency, words)).map(({ id }) => id));
  return (line) =>
    named.has(line.row.agencyId) ||
    LEDGER_COLUMNS.some((column) => column !== 'section' && foldText(ledgerText(line, column)).includes(words));
}

/** Chinese by pinyin, numbers within a text by their value. */
const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/** Sorts as a workbook does: empty cells last, whichever the direction; equal ones keep their order. */
function sortLines(lines: readonly LedgerLine[], { by, descending }: LedgerSort): readonly LedgerLine[] {
  return lines.toSorted((one, other) => {
    const [first, second] = [ledgerText(one, by), ledgerText(other, by)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    const order = compareBy(by, one, other);
    return descending ? -order : order;
  });
}

function compareBy(
  by: LedgerColumn,
  { row: one, ...first }: LedgerLine,
  { row: other, ...second }: LedgerLine,
): number {
  switch (by) {
    case 'section':
      // The plan's own order, which is that of the numbers.
      return first.section === second.section ? 0 : one.number - other.number;
    case 'number':
      return one.number - other.number;
    case 'percent':
      return (one.percent ?? 0) - (other.percent ?? 0);
    case 'role':
      return ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
    case 'status':
      return placeOf(one.status) - placeOf(other.status);
    default:
      return byPinyin.compare(ledgerText({ ...first, row: one }, by), ledgerText({ ...second, row: other }, by));
  }
}

function placeOf(status: LedgerLine['row']['status']): number {
  return status === null ? -1 : STATUSES.indexOf(status);
}
