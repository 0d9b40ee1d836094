import { CARRIED_FIELDS, type CarriedField } from '#shared/domain/carry.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { Cadence, OnHoliday } from '#shared/domain/period.ts';
import type { KindRule } from '#shared/domain/period-rule.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runStep, type StepCall, succeeded } from '../../state/run-step.ts';

/** Runs a step about periods and has what is shown of them asked again. @returns whether it went through */
async function run(write: StepCall): Promise<boolean> {
  const outcome = await runStep(write);
  await queryClient.invalidateQueries({ queryKey: orpc.period.key() });
  return succeeded(outcome);
}

/** Freezes a period. One step. */
export const closePeriod = (periodId: PeriodId) => run(() => client.period.close({ periodId }));

/** Opens a closed period again. One step, whose label keeps the reason. */
export const reopenPeriod = (periodId: PeriodId, reason: string) =>
  run(() => client.period.reopen({ periodId, reason }));

export const makePeriods = (
  planId: PlanId,
  want: { readonly kinds: readonly Cadence[]; readonly years: readonly number[]; readonly rules: readonly KindRule[] },
) =>
  run(() =>
    client.period.make({
      planId,
      kinds: [...want.kinds],
      years: [...want.years],
      rules: want.rules.map((rule) => ({ ...rule })),
    }),
  );

export const addOwnPeriod = (own: Parameters<typeof client.period.addOwn>[0]) => run(() => client.period.addOwn(own));

export const setPeriodDue = (periodId: PeriodId, due: { readonly dueOn: string; readonly onHoliday: OnHoliday }) =>
  run(() => client.period.setDue({ periodId, ...due }));

export const removePeriod = (periodId: PeriodId) => run(() => client.period.remove({ periodId }));

export const setPlanCadence = (planId: PlanId, cadence: Cadence) =>
  run(() => client.period.setPlanCadence({ planId, cadence }));

export const carryForward = (order: {
  readonly fromPeriodId: PeriodId;
  readonly intoPeriodId: PeriodId;
  readonly fields: readonly CarriedField[];
  readonly agencyIds?: readonly AgencyId[] | undefined;
}) =>
  run(() => {
    const { fields, agencyIds, ...periods } = order;
    return client.period.carry({
      ...periods,
      fields: [...fields],
      ...(agencyIds === undefined ? {} : { agencyIds: [...agencyIds] }),
    });
  });

/** Whether the next period could take anything over: only then is it asked. */
export async function canCarry(fromPeriodId: PeriodId, intoPeriodId: PeriodId): Promise<boolean> {
  const fields = [...CARRIED_FIELDS];
  const preview = await client.period.previewCarry({ fromPeriodId, intoPeriodId, fields }).catch(() => null);
  return preview !== null && preview.entries > 0;
}
