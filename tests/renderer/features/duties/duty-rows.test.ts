import { expect, test } from 'vitest';
import {
  columnSums,
  copiedTable,
  currentColumn,
  dutyCellTip,
  dutyCellWords,
  isPicked,
  recordsIn,
  shortFirst,
  stepSpot,
  stretchHead,
} from '#renderer/features/duties/duty-rows.ts';
import type { DutyRecord } from '#shared/domain/duty.ts';
import type { DutyCell, DutyRow } from '#shared/domain/duty-table.ts';
import { AgencyIdSchema, DutyIdSchema, RowIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';

const cell = (received: number, state: DutyCell['state'], needed = 1): DutyCell => ({
  ...{ dueOn: '2021-10-15', needed, received, short: Math.max(0, needed - received), state, daysLate: 0 },
  because: '应报1篇',
});

function aRow(id: number, ...cells: readonly (DutyCell | null)[]): DutyRow {
  const sum = (field: 'needed' | 'received' | 'short') =>
    cells.reduce((total, each) => total + (each?.[field] ?? 0), 0);
  const agency = { agencyId: AgencyIdSchema.parse(id), agencyName: `单位${id}`, isGroup: false };
  return { ...agency, cells, needed: sum('needed'), received: sum('received'), short: sum('short') };
}

const done = aRow(1, cell(1, 'delivered'), cell(2, 'delivered'), null);
const late = aRow(2, cell(0, 'overdue'), cell(0, 'overdue'), null);
const soon = aRow(3, cell(1, 'delivered'), cell(0, 'due-soon'), null);
const extra = aRow(4, null, cell(1, 'delivered', 0), null);
const rows = [done, late, soon, extra];

const stretches = ['2021-09', '2021-10', '2021-11'].map((label, index) => ({
  ...{ label, startsOn: `${label}-01`, endsOn: `${label}-30`, dueOn: `${label}-15`, begun: index < 2 },
}));

test('units are picked by what they owe, in all stretches or in one', () => {
  const picked = (filter: Parameters<typeof isPicked>[1], column: number | null = null) =>
    rows.filter((row) => isPicked(row, filter, column)).map(({ agencyName }) => agencyName);
  expect(picked('all')).toHaveLength(4);
  expect(picked('short')).toEqual(['单位2', '单位3']);
  expect(picked('overdue')).toEqual(['单位2']);
  expect(picked('delivered')).toEqual(['单位1', '单位4']);
  expect(picked('short', 0)).toEqual(['单位2']);
  expect(picked('delivered', 0)).toEqual(['单位1', '单位3']);
  expect(picked('short', 2)).toEqual([]);
});

test('those that are short come first, the others in their order; who owes nothing there comes last', () => {
  expect(shortFirst(rows, null).map(({ agencyName }) => agencyName)).toEqual(['单位2', '单位3', '单位1', '单位4']);
  expect(shortFirst(rows, 0).map(({ agencyName }) => agencyName)).toEqual(['单位2', '单位1', '单位3', '单位4']);
});

test('cells and heads are short, tips long', () => {
  expect([dutyCellWords(cell(0, 'overdue')), dutyCellWords(cell(2, 'delivered', 0)), dutyCellWords(null)]).toEqual([
    '0/1',
    '2',
    '',
  ]);
  expect(['2021-10', '2021年第四季度', '2021年'].map((label) => stretchHead({ label }))).toEqual([
    '10月',
    '第四季度',
    '2021年',
  ]);
  const record: DutyRecord = {
    ...{ id: RowIdSchema.parse(1), dutyId: DutyIdSchema.parse(1), taskId: TaskIdSchema.parse(52), note: '' },
    ...{ agencyId: late.agencyId, startsOn: '2021-10-01', title: '冷链检查', receivedOn: '2021-10-12', pieces: 2 },
  };
  const [, october] = stretches;
  if (!october) throw new Error('no such stretch');
  expect(recordsIn({ records: [record] }, late.agencyId, october)).toEqual([record]);
  expect(recordsIn({ records: [record] }, done.agencyId, october)).toEqual([]);
  expect(dutyCellTip(cell(2, 'delivered'), [record])).toBe('应报1篇\n10月12日 冷链检查（计 2）');
  expect(dutyCellTip(null, [])).toContain('尚未开始');
});

test('the table is copied as numbers with its heads, and summed up', () => {
  expect(copiedTable({ stretches }, [late, extra])).toEqual([
    ['单位', '9月', '10月', '11月', '应报', '已报', '欠报'],
    ['单位2', '0', '0', '', '2', '0', '2'],
    ['单位4', '', '1', '', '0', '1', '0'],
  ]);
  expect(columnSums(rows, 1)).toEqual({ received: 3, short: 2 });
  expect(columnSums(rows, 2)).toEqual({ received: 0, short: 0 });
});

test('the cursor begins in the stretch of today, and goes no further than the table', () => {
  expect(currentColumn({ stretches })).toBe(1);
  expect(currentColumn({ stretches: stretches.map((stretch) => ({ ...stretch, begun: false })) })).toBe(0);
  const size = { rows: 4, columns: 3 };
  const at = { row: 3, column: 0 };
  expect(stepSpot(at, 'ArrowDown', size)).toEqual(at);
  expect(stepSpot(at, 'ArrowUp', size)).toEqual({ row: 2, column: 0 });
  expect(stepSpot(at, 'End', size)).toEqual({ row: 3, column: 2 });
  expect(stepSpot(at, 'PageUp', size)).toEqual({ row: 0, column: 0 });
  expect(stepSpot(at, 'a', size)).toBeNull();
});
