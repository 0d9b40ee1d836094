import type { SheetActions } from '#renderer/grid/sheet/sheet-actions.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';

/** What a clerk does in the ledger besides changing cells. */
export type LedgerActions = SheetActions & {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onHeadMenu: (spot: HeadSpot) => void;
};

/** Where the menu of a column's head opens, and what takes the focus afterwards. */
export type HeadSpot = {
  readonly columnId: string;
  readonly x: number;
  readonly y: number;
  readonly focusBack: () => HTMLElement | null;
};
