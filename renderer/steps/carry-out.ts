import type { SheetOutcome, SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import { runStep, succeeded } from '#renderer/state/run-step.ts';
import { showNotice } from '#renderer/ui/toasts.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { pasteNotice } from './paste-notice.ts';

/**
 * Carries out an order of a sheet (typed, filled, cleared, pasted) as one step, and says what of it could not be taken.
 *
 * @param makePlan asked when the step's turn has come, with everything done before it on show
 * @param call makes the one call of the changes; `null` when there is nothing to change
 * @param sheetName as the clerk calls the sheet
 */
export async function carryOut<Changes>(
  makePlan: () => SheetPlan<Changes>,
  call: (changes: Changes) => Promise<StepReport> | null,
  sheetName: string,
): Promise<SheetOutcome> {
  let plan: SheetPlan<Changes> | undefined;
  const outcome = await runStep(() => {
    plan = makePlan();
    return plan.kind === 'refused' ? Promise.reject(plan.error) : call(plan.changes);
  });
  const ended = succeeded(outcome) ? 'stored' : outcome.code;
  const notice = plan?.kind === 'write' ? pasteNotice(plan, ended, sheetName) : null;
  if (notice) showNotice(notice.title, notice.message);
  if (ended === 'stored') return 'stored';
  return ended === 'NOTHING_TO_CHANGE' ? 'nothing' : 'refused';
}
