import { describe, expect, it } from 'vitest';
import { layOut, type PrintLayout, type PrintPage } from '#renderer/features/print/layout/lay-out.ts';
import { MARGIN, MM_PER_POINT } from '#renderer/features/print/layout/paper.ts';
import type { PrintItem } from '#shared/domain/print-table.ts';
import { A4, A4_READABLE, aRow, aTable } from './a-table.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const numbersOf = (page: PrintPage): readonly string[] =>
  page.rows.flatMap(({ row }) => (row.kind === 'row' ? [row.cells[0]?.lines[0] ?? ''] : []));
const tableHeight = ({ heads }: PrintLayout, page: PrintPage): number =>
  sum(heads.heights) + sum(page.rows.map(({ height }) => height));

describe('a table on paper', () => {
  it('stands on one page when it fits, across the whole width', () => {
    const layout = layOut(aTable({ tasks: 10, agencies: 8 }), A4);
    expect(layout.pages).toHaveLength(1);
    expect(sum(layout.pages[0]?.columns.map(({ width }) => width) ?? [])).toBeCloseTo(297 - 2 * MARGIN, 5);
  });

  it('shows every task once, in order, and no page is fuller than the paper', () => {
    const layout = layOut(aTable({ tasks: 200, agencies: 26 }), A4);
    expect(layout.pages.length).toBeGreaterThan(5);
    expect(layout.pages.flatMap(numbersOf)).toEqual(Array.from({ length: 200 }, (_, index) => String(index + 1)));
    for (const page of layout.pages) expect(tableHeight(layout, page)).toBeLessThan(210 - 2 * MARGIN);
    expect(layout.pages.map(({ opens }) => opens)).toEqual(layout.pages.map((_, index) => index === 0));
  });

  it('makes the letters smaller until all agencies stand side by side', () => {
    const few = layOut(aTable({ tasks: 5, agencies: 10 }), A4);
    const many = layOut(aTable({ tasks: 5, agencies: 40 }), A4);
    expect(many.blocks).toBe(1);
    expect(many.font).toBeLessThan(few.font);
    expect(layOut(aTable({ tasks: 5, agencies: 40 }), { ...A4, paper: 'A3' }).font).toBeGreaterThan(many.font);
  });

  it('rather than letters nobody can read makes several runs of columns, each with number and task in front', () => {
    const layout = layOut(aTable({ tasks: 5, agencies: 200 }), A4);
    expect(layout.font / MM_PER_POINT).toBeCloseTo(6, 5);
    expect(layout.blocks).toBeGreaterThan(1);
    const columns = layout.pages.map((page) => page.columns.map(({ index }) => index));
    for (const run of columns) expect(run.slice(0, 2)).toEqual([0, 1]);
    // Each agency's column once, none lost between two runs.
    expect(columns.flatMap((run) => run.slice(2))).toEqual(Array.from({ length: 200 }, (_, index) => index + 2));
  });

  it('in a readable size has letters of 10.5 points at least, and runs that lie side by side row by row', () => {
    const layout = layOut(aTable({ tasks: 60, agencies: 30 }), A4_READABLE);
    expect(layout.font / MM_PER_POINT).toBeGreaterThanOrEqual(10.5);
    expect(layout.blocks).toBe(2);
    const half = layout.pages.length / 2;
    layout.pages.slice(0, half).forEach((page, index) => {
      expect(layout.pages[half + index]?.rows).toEqual(page.rows);
    });
  });

  it('keeps a section heading with its first task and the sums together', () => {
    const marks = Array.from({ length: 8 }, () => '○');
    const total = (label: string): PrintItem => ({ kind: 'total', label, over: 2, cells: marks.map(() => '1') });
    for (let before = 10; before < 32; before++) {
      const rows = Array.from({ length: before }, (_, index) => aRow(String(index), '任务', ...marks));
      const items: PrintItem[] = [...rows, { kind: 'section', text: '二、整治' }, aRow('99', '整治', ...marks)];
      const layout = layOut(aTable({ tasks: 0, agencies: 8 }, [...items, total('合计'), total('其中：牵头')]), A4);
      for (const page of layout.pages) expect(page.rows.at(-1)?.row.kind).not.toBe('section');
      const totals = layout.pages.map(({ rows: placed }) => placed.filter(({ row }) => row.kind === 'total').length);
      expect(totals.filter((count) => count > 0)).toEqual([2]);
    }
  });

  it('cuts a text that is taller than a page into several rows and loses no line of it', () => {
    const text = Array.from({ length: 120 }, (_, index) => `第${index}句话说明进展。`).join('\n');
    const layout = layOut(aTable({ tasks: 0, agencies: 1 }, [aRow('1', text, '●')]), A4);
    expect(layout.pages.length).toBeGreaterThan(2);
    const lines = layout.pages.flatMap(({ rows }) =>
      rows.flatMap(({ row }) => (row.kind === 'row' ? (row.cells[1]?.lines ?? []) : [])),
    );
    expect(lines.join('\n')).toBe(text);
  });

  it('gives a cell that rows share the height its text needs, on each page anew', () => {
    const long = '一项写了很多字的任务'.repeat(12);
    const items = Array.from({ length: 4 }, (_, index): PrintItem => {
      return { ...aRow('1', long, '●'), joined: index === 0 ? [] : [0, 1] };
    });
    const [page] = layOut(aTable({ tasks: 0, agencies: 1 }, items), A4).pages;
    const alone = layOut(aTable({ tasks: 0, agencies: 1 }, [aRow('1', long, '●')]), A4).pages[0]?.rows[0]?.height ?? 0;
    expect(sum(page?.rows.map(({ height }) => height) ?? [])).toBeGreaterThanOrEqual(alone - 0.01);
  });

  it('has one page with heads when there is nothing to show', () => {
    expect(layOut(aTable({ tasks: 0, agencies: 3 }), A4).pages).toMatchObject([{ opens: true, rows: [] }]);
  });

  it('makes a long agency name fit its head in two columns of smaller letters', () => {
    const table = aTable({ tasks: 1, agencies: 10 });
    const name = '县委县政府农村工作领导小组办公室暨乡村振兴局联合办公室';
    const columns = table.columns.map((column, index) => (index === 5 ? { ...column, head: name } : column));
    const head = layOut({ ...table, columns }, A4).heads.heads[5];
    expect(head?.lines).toHaveLength(2);
    expect(head?.lines.join('')).toBe(name);
    expect(head?.scale).toBeLessThan(1);
  });
});
