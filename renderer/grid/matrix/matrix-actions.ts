import type { HeaderSpot, MenuSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { AppError } from '#shared/errors.ts';
import type { RoleChange } from './fill-roles.ts';
import type { PastePlan } from './plan-paste.ts';
import type { RolePlace } from './selected-cells.ts';

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

/** What the clerk does in the grid. The grid changes nothing itself; new rows come in through its props. */
export type MatrixActions = {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId | null) => void;
  /** A text is meant for all these cells; an empty one clears them. They are asked for when its turn has come. */
  readonly onText: (places: () => Iterable<RolePlace>, text: string) => void;
  /** Filled cells: one step. */
  readonly onChange: (changes: () => Iterable<RoleChange>) => void;
  /** Rows were dragged to another place. */
  readonly onMoveRows: (taskIds: readonly TaskId[], place: RowPlace) => void;
  readonly onTitle: (taskId: TaskId, title: string) => void;
  readonly onMenu: (spot: MenuSpot) => void;
  readonly onProgress: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onPaste: (plan: () => PastePlan) => void;
  readonly onPlaceMenu: (spot: PlaceSpot) => void;
  /** Something cannot be done and was not. */
  readonly onProblem: (error: AppError) => void;
  readonly onFilter: (spot: HeaderSpot) => void;
  readonly onFoldSection: (sectionId: SectionId) => void;
  readonly onFoldKind: (kind: AgencyKind) => void;
  /** A width drawn by hand, in px at a zoom of 1. */
  readonly onWidth: (columnId: string, width: number) => void;
  readonly onZoom: (steps: number) => void;
};
/** Where dragged tasks are put: beside a task, or at the end of a section. */
export type RowPlace = { readonly before: TaskId } | { readonly after: TaskId } | { readonly endOf: SectionId };
