import { describe, expect, it } from 'vitest';
import { printTable } from '#backend/excel/print-table.ts';
import { type PrintItem, type PrintTable, PrintTableSchema } from '#shared/domain/print-table.ts';
import { decompositionTable, ledgerTable, matrixTable } from '#tests/helpers/described-tables.ts';
import { decompositionInput, ledgerInput, matrixInput, tasks } from './seed-world.ts';

const rowsOf = (table: PrintTable): Extract<PrintItem, { kind: 'row' }>[] =>
  table.items.filter((item) => item.kind === 'row');

describe('a table for superiors on paper', () => {
  it.each([
    ['任务分解表', printTable(decompositionTable(decompositionInput))],
    ['责任矩阵', printTable(matrixTable(matrixInput(true)))],
    ['进展情况台账', printTable(ledgerTable(ledgerInput))],
  ])('%s crosses to the process that prints, each row with a text for each column', (name, table) => {
    expect(PrintTableSchema.parse(table)).toEqual(table);
    expect(table.title).toContain(name);
    for (const row of rowsOf(table)) expect(row.cells).toHaveLength(table.columns.length);
  });

  it('has the sections of the plan between its tasks and the sums below', () => {
    const { items } = printTable(matrixTable(matrixInput(false)));
    expect(items[0]).toEqual({ kind: 'section', text: '一、严格进口冷链食品管控' });
    expect(items.filter(({ kind }) => kind === 'row')).toHaveLength(tasks.length);
    expect(items.slice(-4).map((item) => (item.kind === 'total' ? item.label : ''))).toEqual([
      '合计',
      '其中：牵头 ●',
      '其中：按职责分工负责 ○',
      '其中：配合 △',
    ]);
  });

  it('tells the light of a cell beside its words, so that black and white says as much as colour', () => {
    const table = printTable(matrixTable(matrixInput(true)));
    const [row] = rowsOf(table);
    expect(row?.lights.length).toBe(tasks[0]?.assignments.length);
    for (const [column] of row?.lights ?? []) expect(row?.cells[column]).toMatch(/^[●○△]\n[完推报未待临逾阻免]$/u);
    expect(table.notes.join('')).toContain('逾 逾期未报');
  });

  it('joins the task of the ledger over its agencies and writes shares and dates as read', () => {
    const rows = rowsOf(printTable(ledgerTable(ledgerInput)));
    expect(rows.slice(0, 5).map(({ joined }) => joined)).toEqual([[], [0, 1], [0, 1], [0, 1], []]);
    expect(rows[0]?.cells[5]).toBe('10%');
    expect(rows[3]?.cells[5]).toBe('62.5%');
    expect(rows[0]?.cells[9]).toBe('2021-10-08');
  });
});

it('values of targets have a column of their own in the ledger, and problems stay beside next steps', () => {
  const withTargets = ledgerInput.tasks.map((task) => ({
    ...task,
    entries: task.entries.map((entry) => ({ ...entry, targets: '监测：本期 20 批次' })),
  }));
  const heads = ledgerTable({ ...ledgerInput, tasks: withTargets }).columns.map(({ head }) => head);
  expect(heads.slice(heads.indexOf('完成比例'), heads.indexOf('填报日期'))).toEqual([
    '完成比例',
    '量化指标',
    '进展情况',
    '存在问题',
    '下步措施',
  ]);
});
