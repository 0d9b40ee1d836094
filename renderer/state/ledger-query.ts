import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { client, orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { currentPeriodShown } from './queries.ts';
import { replaceRows, sameCells } from './replace-ledger-rows.ts';
import { currentScreen } from './screen.ts';

/** Rows of a ledger with the period they belong to: what is written into them goes there, whatever is chosen since. */
export type ShownLedger = { readonly periodId: PeriodId; readonly rows: readonly LedgerRow[] };

const ledgerOptions = (periodId: PeriodId) => orpc.ledger.read.queryOptions({ input: { periodId } });

/**
 * @param inFront a ledger behind another screen reads nothing; it does when it comes to the front again
 * @returns the ledger of a period; the one before while it is on its way; `undefined` until the first one is there
 */
export function useLedger(period: PeriodView, inFront: boolean): ShownLedger | undefined {
  const shown = useRef<ShownLedger>(undefined);
  const { data, isPlaceholderData } = useQuery({
    ...ledgerOptions(period.id),
    enabled: inFront,
    placeholderData: keepPreviousData,
  });
  const known = shown.current;
  const isNew = data !== undefined && !isPlaceholderData && (known?.rows !== data || known.periodId !== period.id);
  if (isNew) shown.current = { periodId: period.id, rows: data };
  return shown.current;
}

/** The rows of the period on show, for code outside of React; `null` until they have been read. */
export function ledgerShown(): readonly LedgerRow[] | null {
  const period = currentPeriodShown();
  return (period && queryClient.getQueryData(ledgerOptions(period.id).queryKey)) ?? null;
}

/**
 * Keeps a ledger that has been read true after a step.
 *
 * @param taskIds whose rows are read again; `null`: all of them
 */
export async function refreshLedger(periodId: PeriodId, taskIds: readonly TaskId[] | null): Promise<void> {
  const shown = ledgerOptions(periodId).queryKey;
  queryClient.removeQueries({
    queryKey: orpc.ledger.read.key(),
    predicate: (query) => JSON.stringify(query.queryKey) !== JSON.stringify(shown),
  });
  const before = queryClient.getQueryData(shown);
  if (before === undefined) return;
  // Behind the matrix nobody looks at it, and a step must not wait for it: it is read when it comes to the front.
  if (currentScreen() !== 'ledger') {
    await queryClient.invalidateQueries({ queryKey: shown, refetchType: 'none' });
    return;
  }
  if (taskIds === null) {
    await queryClient.invalidateQueries({ queryKey: shown });
    return;
  }
  const fresh = await client.ledger.read({ periodId, taskIds: [...taskIds] });
  if (sameCells(before, fresh, taskIds)) queryClient.setQueryData(shown, (rows) => rows && replaceRows(rows, fresh));
  else await queryClient.invalidateQueries({ queryKey: shown });
}
