import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import type { RoleChange } from './fill/fill.ts';
import type { PastePlan } from './paste.ts';
import type { RolePlace } from './selection/selected-cells.ts';

/** Where a menu belongs: a point in the window and the cell it speaks of. */
export type MenuSpot = {
  readonly x: number;
  readonly y: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly role: Role | null;
};

/** A column's head: which column, where on the screen, and what takes the focus afterwards. */
export type HeaderSpot = {
  readonly columnId: string;
  readonly box: DOMRect;
  readonly focusBack: () => HTMLElement | null;
};

/** What the clerk does in the grid. The grid changes nothing itself; new rows come in through its props. */
export type MatrixActions = {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId | null) => void;
  /** A text is meant for all these cells; an empty one clears them. */
  readonly onText: (places: readonly RolePlace[], text: string) => void;
  /** Filled cells: one step. */
  readonly onChange: (changes: readonly RoleChange[]) => void;
  readonly onMenu: (spot: MenuSpot) => void;
  readonly onProgress: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onPaste: (plan: PastePlan) => void;
  readonly onFilter: (spot: HeaderSpot) => void;
  readonly onFoldSection: (sectionId: SectionId) => void;
  readonly onFoldKind: (kind: AgencyKind) => void;
};
