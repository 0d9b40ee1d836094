import { type RefObject, useEffect } from 'react';

/**
 * Shades the column under the mouse, so that the eye finds the head of a mark. One rule in a style sheet of its
 * own: the grid's own column highlight has a listener on every cell, which every scrolled row pays for. It changes when
 * the mouse moves, not when columns are scrolled past a mouse at rest: each change restyles every cell there is.
 */
export function useColumnHover(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grid = frame.current;
    if (!grid) return;
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    let shaded: string | null = null;
    const shade = (columnId: string | null): void => {
      if (columnId === shaded) return;
      shaded = columnId;
      sheet.replaceSync(
        columnId === null
          ? ''
          : `.sheet-grid :is(.ag-cell, .ag-header-cell)[col-id="${CSS.escape(columnId)}"] { background-image: linear-gradient(var(--hover), var(--hover)); }`,
      );
    };
    const onMove = ({ target }: PointerEvent): void => {
      const cell = target instanceof Element ? target.closest('.ag-cell, .ag-header-cell') : null;
      shade(cell?.getAttribute('col-id') ?? null);
    };
    const onLeave = (): void => shade(null);
    grid.addEventListener('pointermove', onMove);
    grid.addEventListener('pointerleave', onLeave);
    return () => {
      grid.removeEventListener('pointermove', onMove);
      grid.removeEventListener('pointerleave', onLeave);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [frame]);
}
