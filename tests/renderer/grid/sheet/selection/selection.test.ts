import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Area,
  areaBetween,
  contains,
  sizeOf,
  spotsOf,
  spotsOfAll,
} from '#renderer/grid/sheet/selection/geometry.ts';
import { type Ground, type Move, moved, nextSpot } from '#renderer/grid/sheet/selection/moves.ts';
import {
  addRange,
  advanceWithin,
  areasOf,
  extendTo,
  isSingle,
  type Step,
  selectRange,
  selectSpot,
} from '#renderer/grid/sheet/selection/selection.ts';

const at = (row: number, column: number) => ({ row, column });
const spot = fc.record({ row: fc.nat(30), column: fc.nat(20) });
const area = fc.tuple(spot, spot).map(([one, other]) => areaBetween(one, other));
const steps = fc.constantFrom<Step>('down', 'up', 'right', 'left');

describe('an area', () => {
  it('is the same from whichever corner it is drawn', () => {
    fc.assert(
      fc.property(spot, spot, (one, other) => {
        const drawn = areaBetween(one, other);
        expect(areaBetween(other, one)).toEqual(drawn);
        expect(contains(drawn, one) && contains(drawn, other)).toBe(true);
      }),
    );
  });

  it('holds each of its spots, once', () => {
    fc.assert(
      fc.property(area, (drawn) => {
        const spots = [...spotsOf(drawn)];
        expect(spots).toHaveLength(sizeOf(drawn).rows * sizeOf(drawn).columns);
        expect(spots.every((one) => contains(drawn, one))).toBe(true);
      }),
    );
  });

  it('that overlaps another adds only what the other lacks', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 4 }), (areas) => {
        const spots = Array.from(spotsOfAll(areas), ({ row, column }) => `${row}/${column}`);
        const all = areas.flatMap((drawn) => Array.from(spotsOf(drawn), ({ row, column }) => `${row}/${column}`));
        expect(spots.toSorted()).toEqual([...new Set(all)].toSorted());
      }),
    );
  });
});

describe('a selection', () => {
  it('grows and shrinks from where it was begun, and typing stays there', () => {
    const begun = selectSpot(at(5, 5));
    expect(areasOf(extendTo(extendTo(begun, at(9, 9)), at(3, 4)))).toEqual([{ top: 3, left: 4, bottom: 5, right: 5 }]);
    expect(extendTo(begun, at(9, 9)).active).toEqual(at(5, 5));
  });

  it('may have several ranges; Shift changes the last', () => {
    const two = extendTo(addRange(selectSpot(at(1, 1)), at(4, 4), at(4, 4)), at(5, 6));
    expect(areasOf(two)).toEqual([
      { top: 1, left: 1, bottom: 1, right: 1 },
      { top: 4, left: 4, bottom: 5, right: 6 },
    ]);
    expect(two.active).toEqual(at(4, 4));
    expect(isSingle(two)).toBe(false);
  });

  it('is walked by Enter column by column and by Tab line by line, without being lost', () => {
    const block = selectRange(at(0, 0), at(1, 1));
    const walk = (step: Step) => {
      let selection = block;
      return [1, 2, 3, 4].map(() => {
        selection = advanceWithin(selection, step);
        return selection.active;
      });
    };
    expect(walk('down')).toEqual([at(1, 0), at(0, 1), at(1, 1), at(0, 0)]);
    expect(walk('right')).toEqual([at(0, 1), at(1, 0), at(1, 1), at(0, 0)]);
    expect(walk('left')).toEqual([at(1, 1), at(1, 0), at(0, 1), at(0, 0)]);
  });

  it('comes back to where it began after a whole round, through every spot of every range', () => {
    // Apart from one another: a spot in two ranges is visited twice.
    const apart = fc
      .tuple(area, area)
      .map(([one, other]): readonly [Area, Area] => [
        one,
        { ...other, top: other.top + 40, bottom: other.bottom + 40 },
      ]);
    fc.assert(
      fc.property(apart, steps, ([one, other], step) => {
        const corner = (drawn: Area) => at(drawn.top, drawn.left);
        const far = (drawn: Area) => at(drawn.bottom, drawn.right);
        const start = addRange(selectRange(corner(one), far(one)), corner(other), far(other));
        const visited = new Set<string>();
        let here = start;
        for (let count = [...spotsOf(one), ...spotsOf(other)].length; count > 0; count--) {
          here = advanceWithin(here, step);
          visited.add(JSON.stringify(here.active));
        }
        expect(here.active).toEqual(start.active);
        expect(visited.size).toBe([...spotsOf(one), ...spotsOf(other)].length);
      }),
    );
  });
});

/** ` x` is a filled spot; rows of equal length. */
function groundOf(picture: readonly string[], more: Partial<Ground> = {}): Ground {
  return {
    rows: picture.length,
    columns: picture[0]?.length ?? 0,
    frozen: 0,
    page: 3,
    isFilled: ({ row, column }) => picture[row]?.[column] === 'x',
    ...more,
  };
}

describe('the keys that move', () => {
  it('Ctrl and an arrow go to the end of the data, over a gap to its beginning, or to the edge', () => {
    const ground = groundOf(['xxx..xx..']);
    const edge = (column: number, step: Step) => moved(at(0, column), { by: 'edge', step }, ground).column;
    expect([edge(0, 'right'), edge(2, 'right'), edge(3, 'right'), edge(6, 'right')]).toEqual([2, 5, 5, 8]);
    expect([edge(8, 'left'), edge(5, 'left'), edge(2, 'left')]).toEqual([6, 2, 0]);
  });

  it('Home goes behind the pinned columns first, then to the very first', () => {
    const ground = groundOf(['.....', '.....'], { frozen: 2 });
    const home = (column: number) => moved(at(1, column), { by: 'row-start' }, ground).column;
    expect([home(4), home(2), home(1)]).toEqual([2, 0, 2]);
    expect(moved(at(1, 4), { by: 'sheet-start' }, ground)).toEqual(at(0, 2));
    expect(moved(at(0, 0), { by: 'sheet-end' }, ground)).toEqual(at(1, 4));
  });

  it('Tab goes on in the next row, and out of the matrix behind the last cell', () => {
    const ground = groundOf(['..', '..']);
    expect(nextSpot(at(0, 1), 'right', ground)).toEqual(at(1, 0));
    expect(nextSpot(at(1, 0), 'left', ground)).toEqual(at(0, 1));
    expect(nextSpot(at(1, 1), 'right', ground)).toBeUndefined();
    expect(nextSpot(at(1, 1), 'down', ground)).toEqual(at(1, 1));
  });

  it('never lead out of the matrix', () => {
    const moves = fc.oneof(
      steps.map((step): Move => ({ by: 'step', step })),
      steps.map((step): Move => ({ by: 'edge', step })),
      fc.constantFrom<Move>(
        { by: 'page', step: 'down' },
        { by: 'page', step: 'up' },
        { by: 'row-start' },
        { by: 'row-end' },
        { by: 'sheet-start' },
        { by: 'sheet-end' },
      ),
    );
    const pictures = fc.array(fc.string({ unit: fc.constantFrom('x', '.'), minLength: 4, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pictures, fc.nat(9), fc.nat(3), fc.array(moves), (picture, row, column, keys) => {
        const ground = groundOf(picture, { frozen: 1 });
        let here = at(Math.min(row, picture.length - 1), column);
        for (const key of keys) here = moved(here, key, ground);
        expect(here.row >= 0 && here.row < ground.rows && here.column >= 0 && here.column < ground.columns).toBe(true);
      }),
    );
  });
});
