import { describe, expect, it } from 'vitest';
import { fillChanges } from '#renderer/grid/matrix/fill-roles.ts';
import type { RoleChange } from '#renderer/grid/matrix/matrix-changes.ts';
import { textAt } from '#renderer/grid/matrix/matrix-sheet.ts';
import { placesIn, rolesIn } from '#renderer/grid/matrix/selected-cells.ts';
import { fillDown, fillRight, fillToEdge, fillTowards } from '#renderer/grid/sheet/fill/fill.ts';
import { areaBetween, type Spot } from '#renderer/grid/sheet/selection/geometry.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { aSheet } from '../a-sheet.ts';

const area = (top: number, left: number, bottom: number, right: number) =>
  areaBetween({ row: top, column: left }, { row: bottom, column: right });

/** `2/3 ●`: task 2, agency 3 becomes a lead. */
const words = (changes: Iterable<RoleChange>) =>
  Array.from(changes, ({ taskId, agencyId, role }) => `${taskId}/${agencyId} ${role ? ROLE_MARKS[role] : '-'}`);

describe('filling', () => {
  const sheet = aSheet(['●○.', '...', '..△', '...']);

  it('Ctrl+D repeats the first row below it, and a single row takes over the one above', () => {
    expect(words(fillChanges(sheet, fillDown(area(0, 2, 2, 3)) ?? never()))).toEqual([
      '2/1 ●',
      '2/2 ○',
      '3/1 ●',
      '3/2 ○',
    ]);
    expect(words(fillChanges(sheet, fillDown(area(1, 2, 1, 4)) ?? never()))).toEqual(['2/1 ●', '2/2 ○']);
    expect(fillDown(area(0, 2, 0, 2))).toBeUndefined();
  });

  it('Ctrl+R repeats the first column, empty cells too', () => {
    expect(words(fillChanges(sheet, fillRight(area(0, 2, 2, 4)) ?? never()))).toEqual(['1/2 ●', '1/3 ●', '3/3 -']);
    expect(words(fillChanges(sheet, fillRight(area(0, 3, 0, 3)) ?? never()))).toEqual(['1/2 ●']);
  });

  it('the handle repeats the block downwards and upwards in its own rhythm', () => {
    const down = fillTowards(area(0, 2, 1, 2), { row: 3, column: 2 });
    expect(words(fillChanges(sheet, down ?? never()))).toEqual(['3/1 ●']);
    const rhythm = aSheet(['...', '...', '...', '●..', '○..']);
    const up = fillTowards(area(3, 2, 4, 2), { row: 0, column: 2 });
    expect(words(fillChanges(rhythm, up ?? never()))).toEqual(['1/1 ○', '2/1 ●', '3/1 ○']);
  });

  it('the handle fills the way it is dragged farther, and nothing while it is inside', () => {
    expect(fillTowards(area(1, 2, 1, 2), { row: 2, column: 4 })?.target).toEqual(area(1, 3, 1, 4));
    expect(fillTowards(area(0, 2, 3, 4), { row: 2, column: 3 })).toBeUndefined();
  });

  it('a double click on the handle fills down to the end of the column beside it, the left one first', () => {
    const beside = aSheet(['●○.', '●..', '●.△', '..△']);
    const isFilled = (spot: Spot) => textAt(beside, spot) !== '';
    expect(fillToEdge(isFilled, area(0, 3, 0, 3))?.target).toEqual(area(1, 3, 2, 3));
    expect(fillToEdge(isFilled, area(1, 3, 1, 3))?.target).toEqual(area(2, 3, 2, 3));
    expect(fillToEdge(isFilled, area(2, 3, 2, 3))?.target).toEqual(area(3, 3, 3, 3));
    expect(fillToEdge(isFilled, area(0, 4, 0, 4))).toBeUndefined();
    expect(fillToEdge(isFilled, area(3, 3, 3, 3))).toBeUndefined();
  });

  it('never writes into the number and the title, nor from them', () => {
    expect(words(fillChanges(sheet, fillDown(area(0, 0, 3, 1)) ?? never()))).toEqual([]);
    expect(words(fillChanges(sheet, fillRight(area(0, 1, 0, 2)) ?? never()))).toEqual([]);
  });
});

describe('the cells of a selection', () => {
  const sheet = aSheet(['●○.', '..△']);

  it('that hold roles are found once, however the ranges overlap', () => {
    const roles = rolesIn(sheet, [area(0, 0, 1, 4), area(0, 2, 0, 2)]);
    expect(words(roles)).toEqual(['1/1 ●', '1/2 ○', '2/3 △']);
  });

  it('that can hold roles leave out the number and the title', () => {
    expect(words(placesIn(sheet, [area(0, 0, 0, 2), area(0, 2, 0, 3)]))).toEqual(['1/1 ●', '1/2 ○']);
  });
});

function never(): never {
  throw new Error('nothing to fill');
}
