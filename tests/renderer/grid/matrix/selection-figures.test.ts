import { expect, it } from 'vitest';
import { figuresOf } from '#renderer/grid/matrix/selection-figures.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import { aSheet } from '../a-sheet.ts';

const area = (top: number, left: number, bottom: number, right: number) =>
  areaBetween({ row: top, column: left }, { row: bottom, column: right });

it('the status bar counts what is not empty, each mark, and adds up numbers', () => {
  const sheet = aSheet(['●○.', '●.△', '...']);
  expect(figuresOf(sheet, [area(0, 2, 2, 4)], false)).toEqual({
    count: 4,
    roles: { lead: 2, 'co-responsible': 1, cooperating: 1 },
    numbers: null,
  });
  expect(figuresOf(sheet, [area(0, 0, 2, 1)], false)).toMatchObject({ count: 6, numbers: { sum: 6, average: 2 } });
});

it('a cell in two overlapping ranges counts once', () => {
  const sheet = aSheet(['●○.', '●.△']);
  expect(figuresOf(sheet, [area(0, 0, 1, 2), area(0, 0, 1, 2)], false)).toMatchObject({
    count: 6,
    roles: { lead: 2 },
    numbers: { sum: 3 },
  });
});

it('percentages are added up only where they are shown', () => {
  const [task, ...rest] = aSheet(['●○']).rows;
  if (!task) throw new Error('no task');
  const cells = task.task.cells.map((cell, index) => ({ ...cell, percent: index === 0 ? 40 : 60 }));
  const sheet = { rows: [{ ...task, task: { ...task.task, cells } }, ...rest], columns: aSheet(['●○']).columns };
  expect(figuresOf(sheet, [area(0, 2, 0, 3)], true)).toMatchObject({ numbers: { sum: 100, average: 50 } });
  expect(figuresOf(sheet, [area(0, 2, 0, 3)], false).numbers).toBeNull();
});
