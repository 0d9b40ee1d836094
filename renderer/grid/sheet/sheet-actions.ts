import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';

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
