import type { SheetApi } from '../sheet-api.ts';
import type { GridSheet } from '../sheet-model.ts';
import { choose } from './cursor.ts';
import { followDrag } from './drag.ts';
import type { Spot } from './geometry.ts';
import { type PointedAt, pointedAt } from './pointed-at.ts';
import { addRange, areaOf, extendTo, lastRange, type Selection, selectRange } from './selection.ts';
import type { SelectionState } from './selection-store.ts';
import { sheetSize } from './sheet.ts';

/**
 * Selecting with the mouse: click, Shift, Ctrl, drag past the edges; row numbers select rows, column heads columns,
 * heads of kinds the columns under them. The grid itself sees none of these presses, only double clicks and menus.
 *
 * @returns a function that stops listening
 */
export function listenToPointer(api: SheetApi, sheet: GridSheet, frame: HTMLElement): () => void {
  const { store } = sheet;
  let stopDrag: (() => void) | undefined;
  let ours = false;

  const onPointerDown = (event: PointerEvent): void => {
    const onGrip = event.target instanceof Element && event.target.closest('.ag-row-drag') !== null;
    const target = event.pointerType === 'touch' || onGrip ? undefined : pointedAt(api, sheet, event.target);
    const inEditor = event.target instanceof Element && event.target.closest('.ag-cell-inline-editing') !== null;
    ours = target !== undefined && !inEditor && (event.button === 0 || event.button === 2);
    if (!target || !ours) return;
    event.stopPropagation();
    if (event.button === 2) {
      if (!insideSelection(store.getState(), target)) choose(api, store, selectionFor(store.getState(), target), null);
      return;
    }
    api.stopEditing();
    choose(api, store, begin(store.getState(), target, event), null);
    stopDrag?.();
    stopDrag = followDrag(api, store, frame, (spot) => {
      const { selection } = store.getState();
      if (selection) choose(api, store, extendTo(selection, headFor(store.getState(), target, spot)), null);
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

function begin(state: SelectionState, target: PointedAt, press: PointerEvent): Selection {
  const { selection } = state;
  if (selection && press.shiftKey) return extendTo(anchoredFor(target, selection), headFor(state, target, target.to));
  const { anchor, head, active } = cornersFor(state, target);
  if (selection && (press.ctrlKey || press.metaKey)) return addRange(selection, anchor, head, active);
  return selectRange(anchor, head, active);
}

/** Shift on a row number or a head makes the range whole before it is extended. */
function anchoredFor(target: PointedAt, selection: Selection): Selection {
  const { anchor, head } = lastRange(selection);
  if (target.kind === 'rows') return selectRange({ ...anchor, column: 0 }, head, selection.active);
  return target.kind === 'columns' ? selectRange({ ...anchor, row: 0 }, head, selection.active) : selection;
}

function selectionFor(state: SelectionState, target: PointedAt): Selection {
  const { anchor, head, active } = cornersFor(state, target);
  return selectRange(anchor, head, active);
}

function cornersFor({ sheet }: SelectionState, { kind, from, to }: PointedAt) {
  const size = sheetSize(sheet);
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
function headFor({ sheet }: SelectionState, target: PointedAt, spot: Spot): Spot {
  const size = sheetSize(sheet);
  if (target.kind === 'rows') return { row: spot.row, column: size.columns - 1 };
  return target.kind === 'columns' ? { row: size.rows - 1, column: spot.column } : spot;
}

function insideSelection({ selection }: SelectionState, target: PointedAt): boolean {
  return (
    selection?.ranges.some((range) => {
      const area = areaOf(range);
      const rows = target.kind === 'columns' || (target.from.row >= area.top && target.from.row <= area.bottom);
      return rows && target.from.column >= area.left && target.to.column <= area.right;
    }) ?? false
  );
}
