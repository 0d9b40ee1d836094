import { expect, test } from 'vitest';
import { type CellSides, judgeCell } from '#backend/returns/comparing/judge-cell.ts';

const theirs = (text: string, offers: readonly string[]): CellSides['theirs'] => ({
  text,
  readable: true,
  doubt: offers.length > 1 ? '可能是 100%，也可能是 1%' : '',
  offers,
  place: null,
});
const sides = (given: Partial<CellSides>): CellSides => ({
  field: 'percent',
  theirs: theirs('100', []),
  ours: '100',
  told: { text: '100', taken: true },
  sent: '',
  common: null,
  ...given,
});

test('what may mean something else is asked, although its likelier meaning is what stands', () => {
  expect(judgeCell(sides({ theirs: theirs('100', ['100', '1']) }))).toMatchObject({
    state: 'proposed',
    doubts: ['可能是 100%，也可能是 1%'],
  });
});

test.each([
  ['plain, and what stands', sides({})],
  ['as it was sent, whatever it may mean', sides({ theirs: theirs('100', ['100', '1']), sent: '100' })],
  ['only one thing, and what stands', sides({ theirs: theirs('100', ['100']) })],
])('there is nothing to decide when it is %s', (_, cell) => {
  expect(judgeCell(cell)).toBeNull();
});
