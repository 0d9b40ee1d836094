import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DutyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';

/** @param enabled false while nobody looks: what a step made old is read again when somebody does */
export function useDuties(planId: PlanId, enabled: boolean) {
  return useQuery({ ...orpc.duty.list.queryOptions({ input: { planId } }), enabled });
}

/** The table of the duty named; `null`: none is chosen. */
export function useDutyTable(dutyId: DutyId | null, enabled: boolean) {
  // Without a duty nothing is asked, whatever the input says.
  const input = { dutyId: dutyId ?? 1 };
  return useQuery({
    ...orpc.duty.table.queryOptions({ input }),
    enabled: enabled && dutyId !== null,
    placeholderData: keepPreviousData,
  });
}

/** Who owes what of a period. */
export function useOwing(planId: PlanId, periodId: PeriodId, enabled: boolean) {
  return useQuery({ ...orpc.reminder.owed.queryOptions({ input: { planId, periodId } }), enabled });
}

/** @param periodId `null`: who was told what of any period */
export function useReminders(planId: PlanId, periodId: PeriodId | null, enabled: boolean) {
  const input = { planId, ...(periodId === null ? {} : { periodId }) };
  return useQuery({ ...orpc.reminder.list.queryOptions({ input }), enabled, placeholderData: keepPreviousData });
}

/** After a step: whoever shows a table asks for it again. */
export async function refreshDuties(): Promise<void> {
  await Promise.all(
    [orpc.duty.key(), orpc.reminder.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}
