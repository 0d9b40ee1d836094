// What every sheet can rely on: a store of its own, and orders worked out at their turn.
import { describe, expect, it } from 'vitest';
import { selectSpot } from '#renderer/grid/sheet/selection/selection.ts';
import { makeSheetStore } from '#renderer/grid/sheet/selection/selection-store.ts';
import type { SheetRow } from '#renderer/grid/sheet/selection/sheet.ts';
import { type GridSheet, mannerOf, perform, type SheetPlan, writing } from '#renderer/grid/sheet/sheet-model.ts';

const rows = (...ids: readonly string[]): readonly SheetRow[] => ids.map((id) => ({ id }));
const COLUMNS = ['a', 'b'];

/** A sheet whose changes are the ids of its rows when the plan was made. */
function aSheet() {
  const store = makeSheetStore<SheetRow>();
  const turn = Promise.withResolvers<void>();
  const plans: SheetPlan<readonly string[]>[] = [];
  const sheet: GridSheet<SheetRow, readonly string[]> = {
    store,
    model: {
      rowHead: 'a',
      mainColumn: 'a',
      isRow: (row): row is SheetRow => row.id !== '',
      kindOf: () => 'text',
      stampOf: () => null,
      typing: () => 'edits',
      entersInAll: () => true,
      textOf: (row) => row.id,
      spokenWords: () => '',
      placeOf: () => null,
      plan: (shown) => writing(shown.rows.map(({ id }) => id)),
      carryOut: async (plan) => {
        await turn.promise;
        plans.push(plan());
        return 'stored';
      },
    },
  };
  return { sheet, store, plans, turn: () => turn.resolve() };
}

describe('a sheet', () => {
  it('has a store of its own: what is selected in one is not in the other', () => {
    const [one, other] = [makeSheetStore<SheetRow>(), makeSheetStore<SheetRow>()];
    for (const store of [one, other]) store.putSheet({ rows: rows('x', 'y'), columns: COLUMNS });
    one.putSelection(selectSpot({ row: 1, column: 1 }));
    expect(one.getState().selection).not.toBeNull();
    expect(other.getState().selection).toBeNull();
  });

  it('keeps the cursor on its row when the rows are sorted, and lets it go when the row is gone', () => {
    const { store } = aSheet();
    store.putSheet({ rows: rows('x', 'y', 'z'), columns: COLUMNS });
    store.putSelection(selectSpot({ row: 2, column: 1 }));
    store.putSheet({ rows: rows('z', 'x', 'y'), columns: COLUMNS });
    expect(store.getState().selection?.active).toEqual({ row: 0, column: 1 });
    store.putSheet({ rows: rows('x', 'y'), columns: COLUMNS });
    expect(store.getState().selection).toBeNull();
  });

  it('plans an order at its turn: on the rows as they are then, or as they were when their places mean something else', async () => {
    const same = aSheet();
    same.store.putSheet({ rows: rows('x', 'y'), columns: COLUMNS });
    const first = perform(same.sheet, { kind: 'clear', areas: [] });
    const replaced = rows('x', 'y');
    same.store.putSheet({ rows: replaced, columns: COLUMNS });
    same.turn();
    expect(await first).toBe('stored');
    expect(same.plans).toMatchObject([{ changes: ['x', 'y'] }]);

    const sorted = aSheet();
    sorted.store.putSheet({ rows: rows('x', 'y'), columns: COLUMNS });
    const second = perform(sorted.sheet, { kind: 'clear', areas: [] });
    sorted.store.putSheet({ rows: rows('y', 'x', 'z'), columns: COLUMNS });
    sorted.turn();
    await second;
    expect(sorted.plans).toMatchObject([{ changes: ['x', 'y'] }]);
  });

  it('names the manner of an order for the log', () => {
    expect((['text', 'clear', 'fill', 'paste'] as const).map(mannerOf)).toEqual(['typed', 'typed', 'filled', 'pasted']);
  });
});
