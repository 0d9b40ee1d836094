import type { GridApi } from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { type AreaBox, areaBoxes, type ColumnBox } from './area-boxes.ts';
import type { Area } from './geometry.ts';
import { areaOf, areasOf, isSingle } from './selection.ts';
import { type SelectionState, useGridSelection } from './selection-store.ts';

/** Marks the square that is dragged to fill. */
export const FILL_HANDLE = 'fill-handle';

/**
 * Draws what is selected over the grid's cells, as a few rectangles that scroll with them: no cell is rendered again,
 * however large the selection. The free columns' rectangles lie under the pinned cells, the pinned ones' above
 * (grid.css), for which the rows must not be stacking contexts of their own (`suppressRowTransform`).
 *
 * @param preview an area being filled, drawn beside the selection
 */
export function selectionLayer(api: GridApi<MatrixRow>, frame: HTMLElement) {
  const host = frame.querySelector('.ag-grid-scrolling-container');
  const free = element('range-layer');
  const pinned = element('range-layer range-layer-pinned');
  host?.append(free, pinned);
  let preview: Area | null = null;

  const paint = (): void => {
    const state = useGridSelection.getState();
    const columns = api.getAllDisplayedColumns().map(
      (column): ColumnBox => ({
        left: column.getLeft() ?? 0,
        width: column.getActualWidth(),
        pinned: column.getPinned() === 'left',
      }),
    );
    const pinnedBoxes: HTMLElement[] = [];
    const freeBoxes: HTMLElement[] = [];
    for (const { area, look } of areasToDraw(state, preview)) {
      const rows = rowsBox(api, state, area);
      if (!rows) continue;
      const boxes = areaBoxes(area, columns);
      for (const [index, box] of boxes.entries()) {
        const drawn = drawBox(box, rows, look);
        if (look.includes('has-handle') && index === boxes.length - 1) drawn.append(element(FILL_HANDLE));
        (box.pinned ? pinnedBoxes : freeBoxes).push(drawn);
      }
    }
    free.style.left = `${columns.reduce((sum, box) => sum + (box.pinned ? box.width : 0), 0)}px`;
    free.replaceChildren(...freeBoxes);
    pinned.replaceChildren(...pinnedBoxes);
  };

  return {
    paint,
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

function rowsBox(api: GridApi<MatrixRow>, { sheet }: SelectionState, { top, bottom }: Area) {
  const first = api.getRowNode(sheet.tasks[top]?.id ?? '');
  const last = api.getRowNode(sheet.tasks[bottom]?.id ?? '');
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
