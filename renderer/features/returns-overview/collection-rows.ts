import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { CollectionCell, CollectionOverview } from '#shared/domain/return-review.ts';
import { momentText } from '../../text/dates.ts';
import { COLLECTION_STATE_WORDS } from '../../text/return-words.ts';

/** An agency in the period on show, with the words of each column. */
export type CollectionRow = {
  readonly cell: CollectionCell;
  readonly texts: Readonly<Record<CollectionColumn, string>>;
};

export const COLLECTION_COLUMNS = [
  'agency',
  'state',
  'owed',
  'sentAt',
  'receivedAt',
  'version',
  'takenCells',
  'daysLate',
  'reporter',
  'phone',
] as const;
export type CollectionColumn = (typeof COLLECTION_COLUMNS)[number];

export const COLLECTION_HEADS: Readonly<Record<CollectionColumn, string>> = {
  agency: '单位',
  state: '状态',
  owed: '任务',
  sentAt: '发出',
  receivedAt: '收到',
  version: '次数',
  takenCells: '采用',
  daysLate: '迟',
  reporter: '填报人',
  phone: '联系电话',
};

type State = CollectionCell['state'];

/** What can be picked out of the list; the order is that of the buttons. */
export const COLLECTION_FILTERS = [
  'all',
  'missing',
  'late',
  'to-review',
  'sent-back',
  'taken',
  'not-sent',
  'refused',
] as const;
export type CollectionFilter = (typeof COLLECTION_FILTERS)[number];

export const FILTER_WORDS: Readonly<Record<CollectionFilter, string>> = {
  all: '全部',
  missing: '未回收',
  late: '逾期未回',
  'to-review': '待核对',
  'sent-back': '已退回',
  taken: '已采用',
  'not-sent': '未发出',
  refused: '已拒收',
};

/** States each filter shows. One whose return was refused still owes a return. */
const FILTER_STATES: Readonly<Record<Exclude<CollectionFilter, 'all'>, readonly State[]>> = {
  missing: ['waiting', 'late', 'sent-back', 'refused'],
  late: ['late'],
  'to-review': ['to-review', 'received'],
  'sent-back': ['sent-back'],
  taken: ['taken'],
  'not-sent': ['not-sent'],
  refused: ['refused'],
};

export function isShownBy(filter: CollectionFilter, state: State): boolean {
  return filter === 'all' || FILTER_STATES[filter].includes(state);
}

/**
 * The agencies of one period in the order of the directory. Those that owe nothing and sent nothing are left out.
 * Whom to ring is asked of the agency that has not answered: its contact of earlier months stands in for a missing one.
 */
export function collectionRows(collection: CollectionOverview, periodId: PeriodId): readonly CollectionRow[] {
  const places = new Map(collection.agencies.map((agency, index) => [agency.id, index]));
  const contacts = new Map(collection.agencies.map((agency) => [agency.id, agency]));
  return collection.cells
    .filter((cell) => cell.periodId === periodId && cell.state !== 'not-owed')
    .toSorted((one, other) => (places.get(one.agencyId) ?? 0) - (places.get(other.agencyId) ?? 0))
    .map((cell) => {
      const known = contacts.get(cell.agencyId);
      const own = cell.reporter !== '' || cell.phone !== '';
      const { reporter = '', phone = '' } = own ? cell : (known ?? {});
      return {
        cell,
        texts: {
          agency: cell.agencyName,
          state: COLLECTION_STATE_WORDS[cell.state],
          owed: `${cell.owed} 项`,
          sentAt: sentText(cell),
          receivedAt: cell.receivedAt === null ? '' : momentText(cell.receivedAt),
          version: cell.version === null ? '' : `第 ${cell.version} 次`,
          takenCells: cell.takenCells === 0 ? '' : `${cell.takenCells} 格`,
          daysLate: cell.daysLate === 0 ? '' : `${cell.daysLate} 天`,
          reporter,
          phone,
        },
      };
    });
}

function sentText({ sentAt, formsSent }: CollectionCell): string {
  if (sentAt === null) return '';
  return formsSent > 1 ? `${momentText(sentAt)}（共 ${formsSent} 次）` : momentText(sentAt);
}

export function countFilters(rows: readonly CollectionRow[]): Readonly<Record<CollectionFilter, number>> {
  const count = (filter: CollectionFilter) => rows.filter(({ cell }) => isShownBy(filter, cell.state)).length;
  return Object.fromEntries(COLLECTION_FILTERS.map((filter) => [filter, count(filter)])) as Record<
    CollectionFilter,
    number
  >; // every filter is a key
}

export type CollectionSort = { readonly column: CollectionColumn; readonly descending: boolean } | null;

/** The next order when a head is clicked: up, down, as in the directory. */
export function nextSort(sort: CollectionSort, column: CollectionColumn): CollectionSort {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** What the clerk must do something about stands first when the list is put in order by state. */
const STATE_ORDER: readonly State[] = [
  'late',
  'waiting',
  'sent-back',
  'received',
  'to-review',
  'refused',
  'not-sent',
  'taken',
  'not-owed',
];

/** @returns rows in the wanted order; blanks stand last both ways, and equal ones stay as they are */
export function sortRows(rows: readonly CollectionRow[], sort: CollectionSort): readonly CollectionRow[] {
  if (!sort) return rows;
  const { column, descending } = sort;
  return rows.toSorted((one, other) => {
    const [left, right] = [sortKey(one, column), sortKey(other, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order = typeof left === 'string' ? left.localeCompare(String(right), 'zh-CN') : left - Number(right);
    return descending ? -order : order;
  });
}

function sortKey({ cell, texts }: CollectionRow, column: CollectionColumn): string | number | null {
  switch (column) {
    case 'state':
      return STATE_ORDER.indexOf(cell.state);
    case 'owed':
    case 'daysLate':
    case 'takenCells':
      return cell[column];
    case 'version':
    case 'sentAt':
    case 'receivedAt':
      return cell[column];
    default:
      return texts[column] === '' ? null : texts[column];
  }
}

/** Rows as lines of cells; several of them with their heads, a single one without: its telephone is wanted alone. */
export function copiedRows(rows: readonly CollectionRow[]): readonly (readonly string[])[] {
  const lines = rows.map(({ texts }) => COLLECTION_COLUMNS.map((column) => texts[column]));
  return rows.length > 1 ? [COLLECTION_COLUMNS.map((column) => COLLECTION_HEADS[column]), ...lines] : lines;
}

/** Whom 催办 and 再次发出 mean: those that are chosen, else all that owe a return. */
export function meantRows(
  rows: readonly CollectionRow[],
  chosen: ReadonlySet<AgencyId>,
  otherwise: CollectionFilter,
): readonly CollectionRow[] {
  const picked = rows.filter(({ cell }) => chosen.has(cell.agencyId));
  return picked.length > 0 ? picked : rows.filter(({ cell }) => isShownBy(otherwise, cell.state));
}
