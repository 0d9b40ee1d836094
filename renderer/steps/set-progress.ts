import { client } from '#renderer/bridge/client.ts';
import type { LedgerChanges } from '#renderer/grid/ledger/ledger-changes.ts';
import {
  type CellManner,
  mannerOf,
  type SheetOrder,
  type SheetOutcome,
  type SheetPlan,
} from '#renderer/grid/sheet/sheet-model.ts';
import { runStep, succeeded } from '#renderer/state/run-step.ts';
import { showNotice } from '#renderer/ui/toasts.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import type { AppError } from '#shared/errors.ts';
import { pasteNotice } from './paste-notice.ts';

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

/** Carries out what was typed, filled, cleared or pasted in the ledger, and says what of it could not be taken. */
export async function setLedger(
  makePlan: () => SheetPlan<LedgerChanges>,
  { kind }: Pick<SheetOrder, 'kind'>,
): Promise<SheetOutcome> {
  let plan: SheetPlan<LedgerChanges> | undefined;
  const outcome = await runStep(() => {
    plan = makePlan();
    if (plan.kind === 'refused') return Promise.reject(plan.error);
    const { periodId, entries } = plan.changes;
    if (periodId === null) return null;
    return progressCall(
      entries.map((entry) => ({ ...entry, periodId })),
      mannerOf(kind),
    );
  });
  const ended = succeeded(outcome) ? 'stored' : outcome.code;
  const notice = plan?.kind === 'write' ? pasteNotice(plan, ended, '台账') : null;
  if (notice) showNotice(notice.title, notice.message);
  if (ended === 'stored') return 'stored';
  return ended === 'NOTHING_TO_CHANGE' ? 'nothing' : 'refused';
}
