import { type RefObject, useEffect } from 'react';
import type { LedgerActions } from './ledger-actions.ts';

/** Opens the menu of a column's head, by the mouse and by the menu key; cells have their own (ledger-events.ts). */
export function useHeadMenu(
  frame: RefObject<HTMLElement | null>,
  { onHeadMenu }: Pick<LedgerActions, 'onHeadMenu'>,
): void {
  useEffect(() => {
    const grid = frame.current;
    if (!grid) return;
    const open = (event: Event, head: HTMLElement, x: number, y: number): void => {
      event.preventDefault();
      event.stopPropagation();
      onHeadMenu({ columnId: head.getAttribute('col-id') ?? '', x, y, focusBack: () => head });
    };
    const onContextMenu = (event: MouseEvent): void => {
      const head = headOf(event);
      if (head) open(event, head, event.clientX, event.clientY);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      const head = asks ? headOf(event) : null;
      const box = head?.getBoundingClientRect();
      if (head && box) open(event, head, box.left + 12, box.bottom - 4);
    };
    grid.addEventListener('contextmenu', onContextMenu, true);
    grid.addEventListener('keydown', onKeyDown, true);
    return () => {
      grid.removeEventListener('contextmenu', onContextMenu, true);
      grid.removeEventListener('keydown', onKeyDown, true);
    };
  }, [frame, onHeadMenu]);
}

function headOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('.ag-header-cell') : null;
}
