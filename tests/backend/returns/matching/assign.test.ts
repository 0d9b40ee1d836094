import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '#backend/returns/matching/assign.ts';

/** The best sum there is, by trying every assignment. */
function bestSum(weights: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  const own = weights[row];
  if (own === undefined) return 0;
  const sums = own.flatMap((weight, column) =>
    taken.includes(column) ? [] : [weight + bestSum(weights, row + 1, [...taken, column])],
  );
  return Math.max(...sums);
}

describe('the best assignment', () => {
  it('gives up a row’s first choice where the whole gains', () => {
    expect(
      assign([
        [0.9, 0.8],
        [0.85, 0.1],
      ]),
    ).toEqual([1, 0]);
    expect(assign([])).toEqual([]);
    expect(assign([[0, 0.2, 0.1]])).toEqual([1]);
  });

  it('is one-to-one, and none is better', () => {
    const matrix = fc.integer({ min: 1, max: 5 }).chain((rows) =>
      fc.integer({ min: rows, max: 6 }).chain((columns) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
    );
    fc.assert(
      fc.property(matrix, (weights) => {
        const given = assign(weights);
        expect(new Set(given).size).toBe(weights.length);
        const sum = given.reduce((total, column, row) => total + (weights[row]?.[column] ?? Number.NaN), 0);
        expect(sum).toBe(bestSum(weights));
      }),
    );
  });
});
