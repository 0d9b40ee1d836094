import { type RefObject, useEffect } from 'react';
import { FOLDED_KIND_PREFIX } from '#renderer/view/column-ids.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { SectionId } from '#shared/domain/ids.ts';
import type { MatrixActions, MatrixPlace } from './matrix-actions.ts';

/** The key that opens a context menu, and what Windows knows it by on small keyboards. */
function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/** Opens the menu of heads and headings, by mouse and by the menu key; cells have their own (grid-events.ts). */
export function usePlaceMenu(frame: RefObject<HTMLElement | null>, actions: MatrixActions): void {
  useEffect(() => {
    const grid = frame.current;
    if (!grid) return;
    const open = (event: Event, target: HTMLElement, x: number, y: number): void => {
      const place = placeOf(target);
      if (!place) return;
      event.preventDefault();
      event.stopPropagation();
      actions.onPlaceMenu({ place, x, y, focusBack: () => target });
    };
    const onContextMenu = (event: MouseEvent): void => {
      const target = elementOf(event);
      if (target) open(event, target, event.clientX, event.clientY);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = isMenuKey(event) ? elementOf(event) : null;
      const box = target?.getBoundingClientRect();
      if (target && box) open(event, target, box.left + 12, box.bottom - 4);
    };
    grid.addEventListener('contextmenu', onContextMenu, true);
    grid.addEventListener('keydown', onKeyDown, true);
    return () => {
      grid.removeEventListener('contextmenu', onContextMenu, true);
      grid.removeEventListener('keydown', onKeyDown, true);
    };
  }, [frame, actions]);
}

function elementOf(event: Event): HTMLElement | null {
  return event.target instanceof Element
    ? event.target.closest<HTMLElement>('.ag-header-cell, .ag-header-group-cell, .ag-full-width-row')
    : null;
}

/** The ids are this grid's own: a column's, a family's (`kind-party_0`), a heading's (`section-3`). */
function placeOf(element: HTMLElement): MatrixPlace | null {
  const id = element.getAttribute('col-id') ?? element.getAttribute('row-id') ?? '';
  const kindName = /^(?:kind-|folded-)([a-z-]+)/.exec(id)?.[1];
  const agencyKind = AGENCY_KINDS.find((kind) => kind === kindName);
  if (agencyKind) return { kind: 'kind', agencyKind };
  const section = /^section-(\d+)$/.exec(id)?.[1];
  if (section) return { kind: 'section', sectionId: Number(section) as SectionId };
  return id === '' || id.startsWith(FOLDED_KIND_PREFIX) ? null : { kind: 'head', columnId: id };
}
