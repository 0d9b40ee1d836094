// A layout says how it looks: what was only the program's own look for paper now follows fonts, margins and widths.
import { describe, expect, it } from 'vitest';
import { fontFamily } from '#renderer/features/print/layout/font-family.ts';
import { layOut } from '#renderer/features/print/layout/lay-out.ts';
import { MM_PER_POINT } from '#renderer/features/print/layout/paper.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { aLayout } from '../layouts/a-layout.ts';
import { A4, aRow, aTable } from './a-table.ts';

const { fonts, margins } = aLayout();

function looked(change: Partial<PrintTable> = {}): PrintTable {
  return { ...aTable({ tasks: 12, agencies: 0 }), look: { fonts, margins }, ...change };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a table with the look of a layout', () => {
  it('has its letters and widths, and is not stretched over the page', () => {
    const layout = layOut(looked(), A4);
    expect(layout.font / MM_PER_POINT).toBeCloseTo(11, 5);
    expect(layout.letters.title / MM_PER_POINT).toBeCloseTo(20, 5);
    const [number, title] = layout.pages[0]?.columns ?? [];
    expect(number?.width).toBeCloseTo((5 * 7 + 5) * (25.4 / 96), 5);
    expect(title?.width).toBeCloseTo((52 * 7 + 5) * (25.4 / 96), 5);
    expect(layout.box.margins).toEqual(margins);
  });

  it('is made smaller in all its letters until it fits between its margins', () => {
    const columns = looked().columns.map((column) => ({ ...column, width: 100 }));
    const layout = layOut(looked({ columns }), A4);
    expect(sum(layout.pages[0]?.columns.map(({ width }) => width) ?? [])).toBeCloseTo(297 - 30, 5);
    expect(layout.letters.title / layout.font).toBeCloseTo(20 / 11, 5);
    expect(layout.font).toBeLessThan(11 * MM_PER_POINT);
  });

  it('has notes and signature once, below the last row, never on a page alone', () => {
    for (let tasks = 8; tasks < 40; tasks++) {
      const items = Array.from({ length: tasks }, (_, index) => aRow(String(index + 1), '任务'));
      const signature = ['填报人：　审核人：'];
      const layout = layOut(looked({ items, signature, notes: ['注：一', '注：二'] }), A4);
      expect(layout.notes).toEqual([]);
      expect(layout.closing).toEqual(['注：一', '注：二', '填报人：　审核人：']);
      expect(layout.pages.map(({ closes }) => closes)).toEqual(layout.pages.map((_, at, all) => at === all.length - 1));
      const last = layout.pages.at(-1);
      expect(last?.rows.length).toBeGreaterThan(0);
      const used = sum(layout.heads.heights) + sum(last?.rows.map(({ height }) => height) ?? []);
      const title = last?.opens ? layout.letters.titleLine + layout.letters.unitLine : 0;
      expect(used + title + 3 * layout.letters.noteLine).toBeLessThanOrEqual(210 - 40 + 0.01);
    }
  });

  it('keeps room for the bars below, on the last page', () => {
    const items = Array.from({ length: 16 }, (_, index) => aRow(String(index + 1), '任务'));
    const without = layOut(looked({ items }), A4);
    const chart = { title: '完成率', bars: [{ label: '公安局', share: 0.5 }] };
    const layout = layOut(looked({ items, chart }), A4);
    expect(without.pages).toHaveLength(1);
    expect(layout.chart).toBeGreaterThan(0);
    expect(layout.pages).toHaveLength(2);
    expect(layout.pages.map(({ rows }) => rows.length)).toEqual([15, 1]);
  });

  it('has three rows of heads, each shared by the neighbours under it', () => {
    const heads: readonly (readonly [string, readonly string[]])[] = [
      ['序号', []],
      ['一季度', ['完成情况', '数量']],
      ['二季度', ['完成情况', '数量']],
      ['占比', ['完成情况']],
      ['备注', []],
    ];
    const columns = heads.map(([head, groups]) => ({
      head,
      groups: [...groups],
      width: 10,
      align: 'right' as const,
      verticalHead: false,
    }));
    const [page] = layOut(looked({ columns, items: [aRow('1', '2', '3', '4', '')] }), A4).pages;
    const seen = page?.heads.map((cells) =>
      cells.map(({ lines, across, down }) => `${lines.join('')} ${across}x${down}`),
    );
    expect(seen).toEqual([
      ['序号 1x3', '完成情况 3x1', '备注 1x3'],
      ['数量 2x1', '占比 1x2'],
      ['一季度 1x1', '二季度 1x1'],
    ]);
  });

  it('without a title or unit line has no room for them', () => {
    const bare = layOut(looked({ title: '', unitLine: { left: '', right: '' } }), A4);
    expect(bare.titleLines).toEqual([]);
    expect(bare.letters.unitLine).toBe(0);
  });
});

describe('the font of a role', () => {
  it('is the wanted one, then what a machine without it has', () => {
    expect(fontFamily('title', { name: '方正小标宋简体' })).toMatch(
      /^"方正小标宋简体", "FZXiaoBiaoSong-B05S", .*serif$/u,
    );
    expect(fontFamily('body', { name: '楷体' })).toContain('"KaiTi"');
  });

  it('stays a name whatever is typed', () => {
    expect(fontFamily('head', { name: 'a"; background: red' })).toMatch(/^"a; background: red", /u);
  });
});
