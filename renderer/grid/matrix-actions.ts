import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import type { PastePlan } from './paste.ts';

/** Where a menu belongs: a point in the window and the cell it speaks of. */
export type MenuSpot = {
  readonly x: number;
  readonly y: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly role: Role | null;
};

/** What the clerk does in the grid. The grid changes nothing itself; new rows come in through its props. */
export type MatrixActions = {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId | null) => void;
  readonly onText: (taskId: TaskId, agencyId: AgencyId, text: string, before: Role | null) => void;
  readonly onClear: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onMenu: (spot: MenuSpot) => void;
  readonly onProgress: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onPaste: (plan: PastePlan) => void;
};
