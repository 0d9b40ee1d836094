import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { GRID_OPTIONS } from './grid-options.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** Options that follow the window while the grid lives. */
export type LiveOptions = Required<
  Pick<GridOptions<MatrixRow>, 'rowData' | 'columnDefs' | 'groupHeaderHeight' | 'headerHeight'>
>;

/**
 * Makes the grid inside of `host`, once, and keeps its live options true.
 *
 * Without the library's React wrapper: that one makes a React component of every cell, which scrolling pays for with
 * every row that comes into sight (bench:grid), and which nothing here needs.
 *
 * @param fixed what else the grid is made with; a later value is not looked at
 * @returns the grid, once it is there
 */
export function useGrid(
  host: RefObject<HTMLElement | null>,
  fixed: GridOptions<MatrixRow>,
  live: LiveOptions,
): GridApi<MatrixRow> | null {
  const [api, setApi] = useState<GridApi<MatrixRow> | null>(null);
  const first = useRef({ fixed, live });
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createGrid<MatrixRow>(host.current, {
      ...GRID_OPTIONS,
      ...first.current.fixed,
      ...first.current.live,
    });
    setApi(made);
    return () => made.destroy();
  }, [host]);

  const given = useRef<LiveOptions>(live);
  useLayoutEffect(() => {
    if (!api) return;
    const before = given.current;
    given.current = live;
    const changed = Object.entries(live).filter(([name, value]) => before[name as keyof LiveOptions] !== value);
    // Together: the grid then lays itself out once.
    if (changed.length > 0) api.updateGridOptions(Object.fromEntries(changed));
  }, [api, live]);
  return api;
}
