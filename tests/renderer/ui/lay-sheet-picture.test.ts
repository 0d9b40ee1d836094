import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, columnLetters, layPicture } from '#renderer/ui/lay-sheet-picture.ts';
import { movePlace } from '#renderer/ui/move-place.ts';
import { aPicture } from './a-picture.ts';

describe('a picture of a sheet', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('names column %i %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it('draws a merged block once and finds it at each of its places', () => {
    const layout = layPicture(
      aPicture([
        ['填报表', '=', '='],
        ['序号', '任务', '进展'],
        ['1', '冷链', '^'],
      ]),
    );
    expect(cellAt(layout, { row: 1, column: 3 })).toMatchObject({ column: 1, text: '填报表', columnSpan: 3 });
    expect(cellAt(layout, { row: 3, column: 3 })).toMatchObject({ row: 2, text: '进展', rowSpan: 2 });
    expect(cellAt(layout, { row: 4, column: 1 })).toBeNull();
  });

  it('draws a few blank rows as they are and counts a long gap', () => {
    const { rows } = layPicture({
      sheet: '表',
      rows: [1, 4, 400].map((number) => ({
        number,
        hidden: false,
        cells: [{ column: 1, text: String(number), columnSpan: 1, rowSpan: 1 }],
      })),
      hiddenColumns: [],
      rowsLeftOut: 0,
    });
    expect(rows.map((row) => (row.kind === 'gap' ? `${row.count} rows` : row.number))).toEqual([
      1,
      2,
      3,
      4,
      '395 rows',
      400,
    ]);
  });

  it('holds a stray cell far to the right within bounds', () => {
    const { columns } = layPicture(aPicture([[...Array.from({ length: 16_000 }, () => ''), '备注']]));
    expect(columns.length).toBe(120);
  });

  // Merged blocks of a damaged workbook overlap and reach beyond the sheet: a table of HTML would then push its cells
  // to the right, and a doubt would be shown on another cell than its own.
  it('covers every place exactly once, whatever its merged blocks say', () => {
    const cell = fc.record({
      column: fc.integer({ min: 1, max: 8 }),
      text: fc.constantFrom('', '甲', '乙'),
      columnSpan: fc.integer({ min: 1, max: 20 }),
      rowSpan: fc.integer({ min: 1, max: 20 }),
    });
    const row = fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      hidden: fc.boolean(),
      cells: fc.array(cell, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const layout = layPicture({ sheet: '表', rows, hiddenColumns: [], rowsLeftOut: 0 });
        const places = layout.rows.flatMap((drawn) =>
          drawn.kind === 'gap'
            ? []
            : drawn.cells.flatMap(({ column, columnSpan, rowSpan }) =>
                Array.from({ length: columnSpan * rowSpan }, (_, nth) => {
                  const down = Math.floor(nth / columnSpan);
                  return `${drawn.number + down}/${column + (nth % columnSpan)}`;
                }),
              ),
        );
        const drawnRows = layout.rows.filter(({ kind }) => kind === 'row').length;
        expect(new Set(places).size).toBe(places.length);
        expect(places.length).toBe(drawnRows * layout.columns.length);
      }),
    );
  });
});

describe('the keys in a picture of a sheet', () => {
  const layout = layPicture(
    aPicture([
      ['标题', '=', '='],
      ['序号', '任务', '进展'],
      ['1', '冷链', '已完成'],
    ]),
  );
  const at = (row: number, column: number) => cellAt(layout, { row, column });

  it.each([
    ['ArrowRight', false, [2, 1], [2, 2]],
    ['ArrowDown', false, [1, 1], [2, 1]],
    ['ArrowUp', false, [2, 3], [1, 1]],
    ['ArrowLeft', false, [2, 1], [2, 1]],
    ['ArrowDown', false, [3, 2], [3, 2]],
    ['End', false, [3, 1], [3, 3]],
    ['End', true, [1, 1], [3, 3]],
    ['PageDown', false, [2, 2], [3, 2]],
  ] as const)('%s (Ctrl: %s) goes from %j to %j', (key, withCtrl, from, to) => {
    expect(movePlace(layout, at(from[0], from[1]), key, withCtrl)).toEqual(at(to[0], to[1]));
  });

  it('begin in the first cell, and other keys move nothing', () => {
    expect(movePlace(layout, null, 'ArrowDown', false)).toEqual(at(1, 1));
    expect(movePlace(layout, at(2, 2), 'x', false)).toBeNull();
  });
});
