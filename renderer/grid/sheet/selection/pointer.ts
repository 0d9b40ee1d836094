import type { GridApi } from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { choose } from './cursor.ts';
import { followDrag } from './drag.ts';
import type { Spot } from './geometry.ts';
import { type PointedAt, pointedAt } from './pointed-at.ts';
import { addRange, areaOf, extendTo, lastRange, type Selection, selectRange } from './selection.ts';
import { useGridSelection } from './selection-store.ts';
import { sheetSize } from './sheet.ts';

/**
 * Selecting with the mouse: click, Shift, Ctrl, drag past the edges; row numbers select rows, column heads columns,
 * heads of kinds the columns under them. The grid itself sees none of these presses, only double clicks and menus.
 *
 * @returns a function that stops listening
 */
export function listenToPointer(api: GridApi<MatrixRow>, frame: HTMLElement): () => void {
  let stopDrag: (() => void) | undefined;
  let ours = false;

  const onPointerDown = (event: PointerEvent): void => {
    const onGrip = event.target instanceof Element && event.target.closest('.ag-row-drag') !== null;
    const target = event.pointerType === 'touch' || onGrip ? undefined : pointedAt(api, event.target);
    const inEditor = event.target instanceof Element && event.target.closest('.ag-cell-inline-editing') !== null;
    ours = target !== undefined && !inEditor && (event.button === 0 || event.button === 2);
    if (!target || !ours) return;
    event.stopPropagation();
    if (event.button === 2) {
      if (!insideSelection(target)) choose(api, selectionFor(target), null);
      return;
    }
    api.stopEditing();
    choose(api, begin(target, event), null);
    stopDrag?.();
    stopDrag = followDrag(api, frame, (spot) => {
      const { selection } = useGridSelection.getState();
      if (selection) choose(api, extendTo(selection, headFor(target, spot)), null);
    });
  };
  // The page would move the focus to what was pressed; it is where the active cell is.
  const onMouseDown = (event: MouseEvent): void => {
    if (ours) event.preventDefault();
  };

  frame.addEventListener('pointerdown', onPointerDown, true);
  frame.addEventListener('mousedown', onMouseDown, true);
  return () => {
    stopDrag?.();
    frame.removeEventListener('pointerdown', onPointerDown, true);
    frame.removeEventListener('mousedown', onMouseDown, true);
  };
}

function begin(target: PointedAt, press: PointerEvent): Selection {
  const { selection } = useGridSelection.getState();
  if (selection && press.shiftKey) return extendTo(anchoredFor(target, selection), headFor(target, target.to));
  const { anchor, head, active } = cornersFor(target);
  if (selection && (press.ctrlKey || press.metaKey)) return addRange(selection, anchor, head, active);
  return selectRange(anchor, head, active);
}

/** Shift on a row number or a head makes the range whole before it is extended. */
function anchoredFor(target: PointedAt, selection: Selection): Selection {
  const { anchor, head } = lastRange(selection);
  if (target.kind === 'rows') return selectRange({ ...anchor, column: 0 }, head, selection.active);
  return target.kind === 'columns' ? selectRange({ ...anchor, row: 0 }, head, selection.active) : selection;
}

function selectionFor(target: PointedAt): Selection {
  const { anchor, head, active } = cornersFor(target);
  return selectRange(anchor, head, active);
}

function cornersFor({ kind, from, to }: PointedAt) {
  const size = sheetSize(useGridSelection.getState().sheet);
  switch (kind) {
    case 'cell':
      return { anchor: from, head: to, active: from };
    case 'rows':
      return { anchor: from, head: { ...to, column: size.columns - 1 }, active: from };
    case 'columns':
      // Typing goes where the clerk is looking, not to the first row of a list scrolled far away.
      return { anchor: { ...from, row: 0 }, head: { ...to, row: size.rows - 1 }, active: from };
  }
}

/** Where the range's free corner goes when the pointer is over `spot`. */
function headFor(target: PointedAt, spot: Spot): Spot {
  const size = sheetSize(useGridSelection.getState().sheet);
  if (target.kind === 'rows') return { row: spot.row, column: size.columns - 1 };
  return target.kind === 'columns' ? { row: size.rows - 1, column: spot.column } : spot;
}

function insideSelection(target: PointedAt): boolean {
  const { selection } = useGridSelection.getState();
  return (
    selection?.ranges.some((range) => {
      const area = areaOf(range);
      const rows = target.kind === 'columns' || (target.from.row >= area.top && target.from.row <= area.bottom);
      return rows && target.from.column >= area.left && target.to.column <= area.right;
    }) ?? false
  );
}
