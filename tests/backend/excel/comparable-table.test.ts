import { expect, test } from 'vitest';
import { comparableTable } from '#backend/excel/comparable-table.ts';
import { compareTables } from '#backend/excel/compare-tables.ts';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { layoutTable } from '#backend/excel/layouts/layout-table.ts';
import { greatLedger } from '#tests/bench/great-ledger.ts';

const { columns } = BUILT_IN_LAYOUTS['agency-tasks'];

/** A ledger with its rows numbered, and a head of two lines. */
function ledgerOf(rows: number, from = 0) {
  const ledger = greatLedger(rows);
  const serial = columns.find(({ field }) => field === 'serial');
  const status = columns.find(({ field }) => field === 'status');
  if (!serial || !status) throw new Error('a list of tasks has both');
  const def = { ...ledger.input.def, columns: [serial, { ...status, head: '本期\n状态' }] };
  const items = [...ledger.rows].slice(from);
  return comparableTable(layoutTable({ ...ledger, input: { ...ledger.input, def }, rows: items }));
}

test('a row that only moved up has not changed; a head broken into lines is one name', () => {
  const compared = compareTables(ledgerOf(10), ledgerOf(10, 2));
  expect(compared.changed).toEqual([]);
  expect(compared.removed).toHaveLength(2);
  expect(ledgerOf(5).columns).toEqual(['本期状态']);
});
