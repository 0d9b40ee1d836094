// A matrix of 10,000 tasks and 200 units, all selected, once made two million objects to open a menu (the window hung
// for seconds). Cells are now asked for one at a time, and only when something is done with them.
import { expect, it } from 'vitest';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { planPaste } from '#renderer/grid/matrix/plan-paste.ts';
import { meantBy, placesIn } from '#renderer/grid/matrix/selected-cells.ts';
import { selectRange } from '#renderer/grid/sheet/selection/selection.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { aSheet } from '../a-sheet.ts';

const [taskId, agencyId] = [TaskIdSchema.parse(1), AgencyIdSchema.parse(1)];

/** A sheet that says how many of its rows were looked at. */
function aCountedSheet(tasks: number) {
  const sheet = aSheet(Array.from({ length: tasks }, () => '.'.repeat(200)));
  let looks = 0;
  const counted = new Proxy(sheet.rows, {
    get: (rows, key, self) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(rows, key, self);
    },
  });
  return { sheet: { ...sheet, rows: counted }, looks: () => looks };
}

const ALL = { top: 0, left: 0, bottom: 1_999, right: 201 };

it('opening the menu looks at no cell of a large selection', () => {
  const { sheet, looks } = aCountedSheet(2_000);
  matrixStore.putSheet(sheet);
  matrixStore.putSelection(selectRange({ row: 0, column: 0 }, { row: ALL.bottom, column: ALL.right }));
  const before = looks();
  const meant = meantBy({ taskId, agencyId, role: null });
  // Rows are gone through for their roles, cells are not.
  expect(looks() - before).toBeLessThan(5 * 2_000);
  expect(meant.anyRole).toBe(false);
  const [first] = meant.places();
  expect(first).toEqual({ taskId, agencyId, role: null });
});

it('a paste of more cells than a step may hold is refused at the first one too many', () => {
  const { sheet, looks } = aCountedSheet(2_000);
  const plan = planPaste(sheet, { block: [['●']], areas: [{ ...ALL, left: 2 }], cutFrom: [] });
  expect(plan).toMatchObject({ kind: 'refused', error: { code: 'TOO_MANY_CELLS' } });
  expect(looks()).toBeLessThan(250_000);
  expect([...placesIn(sheet, [{ top: 0, left: 0, bottom: 0, right: 4 }])]).toHaveLength(3);
});
