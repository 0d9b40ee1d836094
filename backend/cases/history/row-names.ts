import type { ReadableDb } from '#db/handle.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listSections } from '#db/queries/plan.queries.ts';
import { listTargetNames } from '#db/queries/target-value.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { RowNames } from './facts-of-row.ts';

/** Names of what logged rows of some plans point at. */
export function rowNames(db: ReadableDb, planIds: readonly PlanId[]): RowNames {
  return {
    sections: new Map(planIds.flatMap((id) => listSections(db, id)).map((section) => [section.id, section.title])),
    periods: new Map(planIds.flatMap((id) => listPeriods(db, id)).map((period) => [period.id, period.label])),
    targets: new Map(listTargetNames(db).map(({ id, name }) => [id, name])),
  };
}
