import type { PeriodId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { runStep } from '../../state/run-step.ts';

/** Freezes a period. One step. */
export async function closePeriod(periodId: PeriodId): Promise<void> {
  await runStep(() => client.period.close({ periodId }));
}

/** Opens a closed period again. One step, whose label keeps the reason. */
export async function reopenPeriod(periodId: PeriodId, reason: string): Promise<void> {
  await runStep(() => client.period.reopen({ periodId, reason }));
}
