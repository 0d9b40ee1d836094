import { type RefObject, useEffect } from 'react';
import type { SheetActions } from './sheet-actions.ts';

/** Alt+↓ on a column's head opens its funnel, as a click on the sign does. */
export function useFunnelKey(frame: RefObject<HTMLElement | null>, { onFilter }: Pick<SheetActions, 'onFilter'>): void {
  useEffect(() => {
    const grid = frame.current;
    if (!grid) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key !== 'ArrowDown' || !event.altKey) return;
      const head = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.ag-header-cell') : null;
      const columnId = head?.getAttribute('col-id');
      if (!head || !columnId || head.querySelector('.head-funnel') === null) return;
      onFilter({ columnId, box: head.getBoundingClientRect(), focusBack: () => head });
      event.preventDefault();
      event.stopPropagation();
    };
    grid.addEventListener('keydown', onKeyDown, true);
    return () => grid.removeEventListener('keydown', onKeyDown, true);
  }, [frame, onFilter]);
}
