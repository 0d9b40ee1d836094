import type { SheetApi } from '../sheet-api.ts';
import { type AreaBox, areaBoxes, type ColumnBox } from './area-boxes.ts';
import type { Area } from './geometry.ts';
import { areaOf, areasOf, isSingle } from './selection.ts';
import type { SelectionState, SheetStore } from './selection-store.ts';

/** Marks the square that is dragged to fill. */
export const FILL_HANDLE = 'fill-handle';

/**
 * Draws what is selected over the grid's cells, as a few rectangles that scroll with them: no cell is rendered again,
 * however large the selection. The free columns' rectangles lie under the pinned cells, the pinned ones' above
 * (grid.css), for which the rows must not be stacking contexts of their own (`suppressRowTransform`).
 *
 * @param preview an area being filled, drawn beside the selection
 */
export function selectionLayer(api: SheetApi, store: SheetStore, frame: HTMLElement) {
  const host = frame.querySelector('.ag-grid-scrolling-container');
  const free = element('range-layer');
  const pinned = element('range-layer range-layer-pinned');
  host?.append(free, pinned);
  let preview: Area | null = null;
  let painted = '';

  /** Where the areas to draw begin and end, from the grid. */
  const drawn = (state: SelectionState) =>
    areasToDraw(state, preview).map((area) => ({ ...area, rows: rowsBox(api, state, area.area) }));
  const places = (areas: ReturnType<typeof drawn>): string =>
    areas.map(({ rows }) => (rows ? `${rows.top}+${rows.height}` : '')).join();

  const paint = (): void => {
    const state = store.getState();
    const areas = drawn(state);
    painted = places(areas);
    const columns = api.getAllDisplayedColumns().map(
      (column): ColumnBox => ({
        left: column.getLeft() ?? 0,
        width: column.getActualWidth(),
        pinned: column.getPinned() === 'left',
      }),
    );
    const pinnedBoxes: HTMLElement[] = [];
    const freeBoxes: HTMLElement[] = [];
    for (const { area, look, rows } of areas) {
      if (!rows) continue;
      const boxes = areaBoxes(area, columns);
      for (const [index, box] of boxes.entries()) {
        const rectangle = drawBox(box, rows, look);
        if (look.includes('has-handle') && index === boxes.length - 1) rectangle.append(element(FILL_HANDLE));
        (box.pinned ? pinnedBoxes : freeBoxes).push(rectangle);
      }
    }
    free.style.left = `${columns.reduce((sum, box) => sum + (box.pinned ? box.width : 0), 0)}px`;
    free.replaceChildren(...freeBoxes);
    pinned.replaceChildren(...pinnedBoxes);
  };

  return {
    paint,
    /**
     * Paints again if a row has moved. The grid guesses the heights of rows it has not shown yet; when it comes to show
     * them, all rows below move, and what was drawn at their old places would stand beside its cells.
     */
    paintIfMoved(): void {
      if (places(drawn(store.getState())) !== painted) paint();
    },
    showPreview(area: Area | null): void {
      preview = area;
      paint();
    },
    remove(): void {
      free.remove();
      pinned.remove();
    },
  };
}

type DrawnArea = { readonly area: Area; readonly look: string };

/** The active cell keeps its frame when the page's focus is elsewhere, in the find bar or in a form. */
function areasToDraw({ selection, clipped }: SelectionState, preview: Area | null): readonly DrawnArea[] {
  const marching = clipped.map((area) => ({ area, look: 'range-clipped' }));
  const filled = preview ? [{ area: preview, look: 'range-preview' }] : [];
  if (!selection) return marching;
  const areas = areasOf(selection).map((area, index, all) => ({
    area,
    look: [
      isSingle(selection) ? 'range-single' : 'range',
      all.length === 1 ? 'has-handle' : '',
      index === all.length - 1 ? 'range-last' : '',
    ].join(' '),
  }));
  const active = { area: areaOf({ anchor: selection.active, head: selection.active }), look: 'range-active' };
  return [active, ...areas, ...marching, ...filled];
}

function rowsBox(api: SheetApi, { sheet }: SelectionState, { top, bottom }: Area) {
  const first = api.getRowNode(sheet.rows[top]?.id ?? '');
  const last = api.getRowNode(sheet.rows[bottom]?.id ?? '');
  if (first?.rowTop == null || last?.rowTop == null) return undefined;
  return { top: first.rowTop, height: last.rowTop + (last.rowHeight ?? 0) - first.rowTop };
}

function drawBox(box: AreaBox, rows: { readonly top: number; readonly height: number }, look: string): HTMLElement {
  const drawn = element(`${look}${box.openLeft ? ' open-left' : ''}${box.openRight ? ' open-right' : ''}`);
  Object.assign(drawn.style, {
    left: `${box.left}px`,
    width: `${box.width}px`,
    top: `${rows.top}px`,
    height: `${rows.height}px`,
  });
  return drawn;
}

function element(className: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  return made;
}
