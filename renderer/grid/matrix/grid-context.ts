import type { MatrixActions } from './matrix-actions.ts';

/** Which heads carry a sign of their own. */
export type HeaderSigns = {
  readonly filtered: ReadonlySet<string>;
  readonly sorted: { readonly columnId: string; readonly descending: boolean } | null;
};

/** What heads and headings ask while they are painted: one object for the grid's whole life. */
export type GridContext = { readonly actions: MatrixActions; signs: HeaderSigns; zoom: number };
