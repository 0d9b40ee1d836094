import type { SheetContext } from '#renderer/grid/sheet/column-head.ts';
import type { MatrixActions } from './matrix-actions.ts';

/** What heads and headings of the matrix ask while they are painted. */
export type GridContext = SheetContext & { readonly actions: MatrixActions };
