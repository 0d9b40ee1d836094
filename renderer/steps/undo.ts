import { client } from '#renderer/bridge/client.ts';
import { ledgerShown } from '#renderer/state/ledger-query.ts';
import { choosePeriod, matrixShown } from '#renderer/state/queries.ts';
import { runStep, succeeded } from '#renderer/state/run-step.ts';
import { currentScreen, isSheet } from '#renderer/state/screen.ts';
import { showNotice } from '#renderer/ui/toasts.ts';
import { changedColumn } from '#renderer/view/changed-column.ts';
import type { StepId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { fromTheTop } from './from-the-top.ts';
import { showCells } from './show-cell.ts';

/** Takes the newest step back, or the one named, and goes to where it was. */
export async function undo(stepId?: StepId): Promise<void> {
  await reverse('已撤销', () => client.history.undo(stepId === undefined ? {} : { stepId }));
}

export async function redo(): Promise<void> {
  await reverse('已重做', () => client.history.redo());
}

async function reverse(done: string, call: () => Promise<StepReport>): Promise<void> {
  let before: ReturnType<typeof ledgerShown> = null;
  const outcome = await runStep(() => {
    before = ledgerShown();
    return call();
  });
  if (!succeeded(outcome)) return;
  // Returns show what was taken back themselves; a jump into a sheet would lead away from the review.
  if (!isSheet(currentScreen())) showNotice(done, outcome.label);
  else goTo(outcome, before);
}

/**
 * Brings the clerk back to what a step touched: its period, its row, its column. Of many cells to the uppermost: an undo
 * goes through them backwards, and its last row may be far below what is on the screen.
 */
function goTo({ touched }: StepReport, before: ReturnType<typeof ledgerShown>): void {
  const first = touched[0];
  if (!first) return;
  if (first.periodId !== null) choosePeriod(first.periodId);
  const cells = fromTheTop(touched, matrixShown()?.tasks ?? []);
  showCells(cells, 'go', changedColumn(before, ledgerShown(), cells));
}
