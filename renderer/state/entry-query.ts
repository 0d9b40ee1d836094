import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { CellEntry, EntryWarning } from '#shared/domain/cell-entry.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';

export type EntryPlace = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly periodId: PeriodId };

/** What is entered for a cell besides its progress. */
export function useCellEntry({ taskId, agencyId, periodId }: EntryPlace): UseQueryResult<CellEntry> {
  return useQuery(orpc.entry.read.queryOptions({ input: { taskId, agencyId, periodId } }));
}

/** Doubts about an entry as it stands, or as it would be with what was typed. */
export function useEntryWarnings(
  { taskId, agencyId, periodId }: EntryPlace,
  draft: ProgressPatch | null,
): readonly EntryWarning[] {
  const input = { taskId, agencyId, periodId, ...(draft === null ? {} : { draft }) };
  return useQuery({ ...orpc.entry.check.queryOptions({ input }), placeholderData: keepPreviousData }).data ?? [];
}

/** After a step: whoever shows what was entered reads it again. */
export function refreshEntries(): void {
  for (const key of [
    orpc.entry.read.key(),
    orpc.entry.check.key(),
    orpc.milestone.list.key(),
    orpc.subItem.list.key(),
    orpc.verification.list.key(),
    orpc.evidence.list.key(),
    orpc.evidence.overview.key(),
  ]) {
    void queryClient.invalidateQueries({ queryKey: key });
  }
}
