// The ledger of the fake world, from the same facts as its matrix.

import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { type FakeWorld, matrixTaskOf, taskDetailOf } from './fake-world.ts';

export function ledgerOf(world: FakeWorld, period: PeriodView): readonly LedgerRow[] {
  return world.tasks.flatMap((task) => {
    const { id, sectionId, number, title } = matrixTaskOf(world, task, period);
    return taskDetailOf(world, task, period).assignments.map(
      ({ agencyId, agencyName, role, light, progress }): LedgerRow => ({
        taskId: id,
        sectionId,
        number,
        title,
        agencyId,
        agencyName,
        role,
        light,
        through: null,
        status: progress?.status ?? null,
        percent: progress?.percent ?? null,
        narrative: progress?.narrative ?? '',
        problems: progress?.problems ?? '',
        nextSteps: progress?.nextSteps ?? '',
        reportedOn: progress?.reportedOn ?? null,
        note: null,
      }),
    );
  });
}
