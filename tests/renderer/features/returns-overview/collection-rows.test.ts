import { describe, expect, it } from 'vitest';
import {
  COLLECTION_FILTERS,
  type CollectionRow,
  collectionRows,
  copiedRows,
  countFilters,
  isShownBy,
  meantRows,
  nextSort,
  sortRows,
} from '#renderer/features/returns-overview/collection-rows.ts';
import { yearFigures } from '#renderer/features/returns-overview/year-figures.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import { aCell, aCollection, OCTOBER, taken } from './a-collection.ts';

const CELLS = [
  aCell(1, '县公安局', { state: 'late', daysLate: 13, formsSent: 2 }),
  aCell(2, '县教育局', { ...taken(7), reporter: '教育股', phone: '0356-1' }),
  aCell(3, '县民政局', { state: 'not-owed', owed: 0, formsSent: 0, sentAt: null }),
  aCell(4, '县林业局', { state: 'to-review', daysLate: 2, receivedAt: '2021-10-17T08:00:00', version: 2 }),
  aCell(5, '县财政局', { state: 'not-sent', formsSent: 0, sentAt: null }),
];
const ROWS = collectionRows(aCollection(CELLS, { 1: { reporter: '指挥中心', phone: '0356-2' } }), OCTOBER);
const names = (rows: readonly CollectionRow[]) => rows.map(({ texts }) => texts.agency);

describe('the list of who has returned', () => {
  it('leaves out who owes nothing, and says the rest in words', () => {
    expect(names(ROWS)).toEqual(['县公安局', '县教育局', '县林业局', '县财政局']);
    expect(ROWS[0]?.texts).toMatchObject({
      state: '逾期未回',
      sentAt: '2021-10-08 09:10（共 2 次）',
      receivedAt: '',
      daysLate: '13 天',
    });
    expect(ROWS[1]?.texts).toMatchObject({ state: '已采用', version: '第 1 次', takenCells: '12 格', daysLate: '' });
  });

  it('whom to ring is known from earlier months when nothing came back', () => {
    expect(ROWS.map(({ texts }) => texts.reporter)).toEqual(['指挥中心', '教育股', '', '']);
  });

  it('counts each state once: those that are missing, to be reviewed, taken and not sent are all', () => {
    const counts = countFilters(ROWS);
    expect(counts).toMatchObject({ all: 4, missing: 1, late: 1, 'to-review': 1, taken: 1, 'not-sent': 1 });
    expect(counts.missing + counts['to-review'] + counts.taken + counts['not-sent']).toBe(counts.all);
  });

  it('a filter is there for every state that is listed', () => {
    const states = ['not-sent', 'waiting', 'late', 'received', 'to-review', 'taken', 'sent-back', 'refused'] as const;
    for (const state of states) {
      expect(COLLECTION_FILTERS.filter((filter) => isShownBy(filter, state)).length).toBeGreaterThan(1);
    }
  });

  it('is put in order by a head, the other way, and as in the directory again; blanks stand last', () => {
    const up = nextSort(null, 'receivedAt');
    expect(names(sortRows(ROWS, up))).toEqual(['县教育局', '县林业局', '县公安局', '县财政局']);
    const down = nextSort(up, 'receivedAt');
    expect(names(sortRows(ROWS, down))).toEqual(['县林业局', '县教育局', '县公安局', '县财政局']);
    expect(nextSort(down, 'receivedAt')).toBeNull();
    expect(names(sortRows(ROWS, nextSort(null, 'state')))).toEqual(['县公安局', '县林业局', '县财政局', '县教育局']);
    expect(names(sortRows(ROWS, { column: 'daysLate', descending: true }))[0]).toBe('县公安局');
  });

  it('several lines are copied with their heads, a single one without', () => {
    expect(copiedRows(ROWS.slice(0, 2)).map((line) => line[0])).toEqual(['单位', '县公安局', '县教育局']);
    expect(copiedRows(ROWS.slice(0, 1))).toHaveLength(1);
  });

  it('what is done without a choice is done for those that owe a return', () => {
    expect(names(meantRows(ROWS, new Set(), 'missing'))).toEqual(['县公安局']);
    expect(names(meantRows(ROWS, new Set([AgencyIdSchema.parse(2)]), 'missing'))).toEqual(['县教育局']);
  });

  it('the year says of each period how many owe, came back and are late', () => {
    expect(yearFigures(aCollection(CELLS))).toEqual([
      { id: OCTOBER, label: '10月', owing: 4, back: 2, late: 1, sent: 3 },
    ]);
  });
});
