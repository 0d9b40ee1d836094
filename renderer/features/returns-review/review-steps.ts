import { undo } from '#renderer/steps/undo.ts';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { AgencyId, PeriodId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { refreshReturns } from '../../state/returns-query.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { dropWaiting } from './keep-decisions.ts';
import { takenDecisions } from './review-choices.ts';
import { decisionsOf } from './review-desk.ts';

/**
 * Takes in what is chosen of these returns as one step, and offers the way back.
 *
 * @returns whether it was written
 */
export async function acceptReturns(files: readonly ReturnFileReview[]): Promise<boolean> {
  const returns = files.flatMap((file) =>
    file.returnId === null
      ? []
      : [{ returnId: file.returnId, decisions: takenDecisions(file, decisionsOf(file.returnId)) }],
  );
  const cells = returns.reduce((sum, { decisions }) => sum + decisions.length, 0);
  dropWaiting(returns.map(({ returnId }) => returnId));
  return doStep(`已写入 ${cells} 处`, () => client.returns.accept({ returns }));
}

/** Says whose a return is and for which period. `agencyId` `null`: that is not in question. `done`: what is told then. */
export function identifyReturn(
  returnId: ReturnId,
  agencyId: AgencyId | null,
  periodId: PeriodId,
  done = '已归入',
): Promise<boolean> {
  return doStep(done, () =>
    client.returns.identify({ returnId, periodId, ...(agencyId === null ? {} : { agencyId }) }),
  );
}

export function sendReturnBack(returnId: ReturnId, reasons: readonly string[]): Promise<boolean> {
  return doStep('已退回', () => client.returns.sendBack({ returnIds: [returnId], reasons: [...reasons] }));
}

export function refuseReturn(returnId: ReturnId, reasons: readonly string[]): Promise<boolean> {
  return doStep('已拒收', () => client.returns.refuse({ returnIds: [returnId], reasons: [...reasons] }));
}

export function takeReturnBack(returnId: ReturnId, includeChanged: boolean): Promise<boolean> {
  return doStep('已撤回', () => client.returns.takeBack({ returnId, includeChanged }));
}

/** A row of theirs that belongs to no task becomes one. */
export function makeTaskOfRow(returnId: ReturnId, rowNumber: number): Promise<boolean> {
  return doStep('已建为新任务', () => client.returns.makeTask({ returnId, rowNumber }));
}

/** Their own file with the reasons as remarks on its cells, into a folder that the clerk chooses. */
export async function annotateReturn(returnId: ReturnId): Promise<void> {
  try {
    const folder: PickedFile | null = await getShell().pickFolder({ purpose: 'forms' });
    if (!folder) return;
    const written = await runLongWork('正在写批注后的回收表', (signal) =>
      client.returns.annotate({ returnIds: [returnId], folder: folder.ticket }, { signal }),
    );
    const [first] = written ?? [];
    if (first) showNotice('已写出批注后的回收表', first.fileName);
  } catch (reason) {
    showError(toAppError(reason));
  }
}

async function doStep(done: string, call: () => Promise<StepReport>): Promise<boolean> {
  const outcome = await runStep(call);
  if (!succeeded(outcome)) {
    // It may have been refused because something had changed since it was shown.
    await refreshReturns();
    return false;
  }
  showNotice(done, outcome.label, { label: '撤销', run: () => void undo(outcome.stepId) });
  return true;
}
