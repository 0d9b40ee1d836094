import { client } from '#renderer/bridge/client.ts';
import type { LedgerChanges } from '#renderer/grid/ledger/ledger-changes.ts';
import {
  type CellManner,
  mannerOf,
  type SheetOrder,
  type SheetOutcome,
  type SheetPlan,
} from '#renderer/grid/sheet/sheet-model.ts';
import { runStep } from '#renderer/state/run-step.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { TargetValueEdit } from '#shared/contract/target.contract.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import type { AppError } from '#shared/errors.ts';
import { carryOut } from './carry-out.ts';

/** What an agency reported on a task for a period: fields to set, or `null` to take the entry away. */
export type ProgressEntry = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly patch: ProgressPatch | null;
};

/**
 * The one way in which this window writes progress: the form, the ledger, filling, pasting, replacing. One step.
 *
 * @param entries asked for when the step's turn has come; none: nothing is to be changed after all
 */
export function setProgress(
  entries: () => readonly ProgressEntry[],
  manner: CellManner = 'typed',
): Promise<StepReport | AppError> {
  return runStep(() => progressCall(entries(), manner));
}

/** The call that all of it ends in; `null`: nothing to change. */
export function progressCall(entries: readonly ProgressEntry[], manner: CellManner = 'typed') {
  return entries.length === 0 ? null : client.progress.set({ entries: [...entries], manner });
}

/** Progress and values of targets as one call, which is one step; `null`: nothing to change. */
export function entriesCall(
  entries: readonly ProgressEntry[],
  values: readonly TargetValueEdit[],
  manner: CellManner = 'typed',
) {
  if (values.length === 0) return progressCall(entries, manner);
  if (entries.length === 0) return client.target.set({ cells: [...values], manner });
  return client.entry.set({ entries: [...entries], values: [...values], manner });
}

/** Carries out what was typed, filled, cleared or pasted in the ledger. */
export function setLedger(
  makePlan: () => SheetPlan<LedgerChanges>,
  { kind }: Pick<SheetOrder, 'kind'>,
): Promise<SheetOutcome> {
  const call = ({ periodId, entries, values }: LedgerChanges) =>
    periodId === null
      ? null
      : entriesCall(
          entries.map((entry) => ({ ...entry, periodId })),
          values.map((value) => ({ ...value, periodId })),
          mannerOf(kind),
        );
  return carryOut(makePlan, call, '台账');
}
