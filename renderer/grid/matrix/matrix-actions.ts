import type { SheetActions } from '#renderer/grid/sheet/sheet-actions.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';

/** A place of the grid that is no cell. */
export type MatrixPlace =
  | { readonly kind: 'head'; readonly columnId: string }
  | { readonly kind: 'kind'; readonly agencyKind: AgencyKind }
  | { readonly kind: 'section'; readonly sectionId: SectionId };

/** Where the menu of a place opens, and what takes the focus afterwards. */
export type PlaceSpot = {
  readonly place: MatrixPlace;
  readonly x: number;
  readonly y: number;
  readonly focusBack: () => HTMLElement | null;
};

/** What the clerk does in the matrix. The grid changes nothing itself; new rows come in through its props. */
export type MatrixActions = SheetActions & {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId | null) => void;
  /** Rows were dragged to another place. */
  readonly onMoveRows: (taskIds: readonly TaskId[], place: RowPlace) => void;
  readonly onPlaceMenu: (spot: PlaceSpot) => void;
  readonly onFoldSection: (sectionId: SectionId) => void;
  readonly onFoldKind: (kind: AgencyKind) => void;
};
/** Where dragged tasks are put: beside a task, or at the end of a section. */
export type RowPlace = { readonly before: TaskId } | { readonly after: TaskId } | { readonly endOf: SectionId };
