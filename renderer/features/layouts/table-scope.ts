import type { AgencyId, DutyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Paper } from '#shared/domain/layout.ts';

/** What a table is about, beside the layout: the part of a call that is the same for workbook, paper and picture. */
export type TableScope = {
  readonly planId: PlanId;
  readonly periodId: PeriodId;
  readonly paper?: Paper;
  readonly taskIds?: TaskId[];
  readonly agencyIds?: AgencyId[];
  /** Marks of the matrix with the lights of the period below. */
  readonly withLights?: boolean;
  /** Of a table about regular duties: only this one. */
  readonly dutyId?: DutyId;
};
