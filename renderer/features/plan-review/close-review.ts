import { undo } from '#renderer/steps/undo.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { choosePlan } from '../../state/choose-plan.ts';
import { planIdShown } from '../../state/queries.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { planOf } from './draft/draft.ts';
import type { ReviewStore } from './review-store.ts';
import { takenChanges } from './revision/change-choices.ts';

/** A file name a folder can show; the rest of a long title is in the plan. */
const NAME_LENGTH_MAX = 60;

/**
 * Asks where the new data file shall be, makes it and opens it: the page is then loaded anew, with the new plan.
 * When that fails the review stays open, so that no correction is lost.
 */
export async function createPlan(store: ReviewStore): Promise<void> {
  try {
    const { review, history } = store.getState();
    const suggestedName = `${history.present.head.title.slice(0, NAME_LENGTH_MAX) || '新计划'}.db`;
    const file = await getShell().pickSaveFile({ purpose: 'data-file', suggestedName });
    if (!file) return;
    await client.plan.create({ reviewId: review.reviewId, ...planOf(history.present), file: file.ticket });
    await getShell().openDataFile({ ticket: file.ticket });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Adds the plan to the open data file as one step, and shows it. When that fails the review stays open. */
export async function addPlan(store: ReviewStore): Promise<void> {
  let added: PlanId | undefined;
  const outcome = await runStep(async () => {
    const { review, history } = store.getState();
    const report = await client.plan.addToFile({ reviewId: review.reviewId, ...planOf(history.present) });
    added = report.planId;
    return report;
  });
  if (!succeeded(outcome) || added === undefined) return;
  closeDialog();
  choosePlan(added);
  showNotice('已加入本文件', '点左上角的计划名称，可在各计划之间切换。', {
    label: '撤销',
    run: () => void undo(outcome.stepId),
  });
}

/** Adds the plan as that of the year after the one on show, whose tasks it goes on with; one step. */
export async function beginYear(store: ReviewStore): Promise<void> {
  let begun: PlanId | undefined;
  const outcome = await runStep(async () => {
    const { review, history } = store.getState();
    const planId = planIdShown();
    const report = await client.year.begin({ planId, reviewId: review.reviewId, ...planOf(history.present) });
    begun = report.planId;
    return report;
  });
  if (!succeeded(outcome) || begun === undefined) return;
  closeDialog();
  choosePlan(begun);
  showNotice('已建立新年度计划', '“数据 › 与上年度对照”里可看延续、新增和不再列入的任务。', {
    label: '撤销',
    run: () => void undo(outcome.stepId),
  });
}

/**
 * Takes the chosen changes into the open plan as one step. When that fails the review stays open.
 * The draft is compared once more: the comparison on show may be older than the last correction.
 */
export async function revisePlan(store: ReviewStore): Promise<void> {
  const outcome = await runStep(async () => {
    const { review, history, choices } = store.getState();
    const version = { planId: planIdShown(), reviewId: review.reviewId, ...planOf(history.present) };
    const accept = takenChanges(await client.plan.compareRevision(version), choices);
    if (accept.length === 0) throw new AppError('NOTHING_TO_CHANGE');
    return client.plan.revise({ ...version, accept });
  });
  if (!succeeded(outcome)) return;
  closeDialog();
  showNotice('已应用修订', outcome.label, { label: '撤销', run: () => void undo(outcome.stepId) });
}

/** Ends a review without a trace. */
export async function dismissPlanReview(reviewId: string): Promise<void> {
  closeDialog();
  try {
    await client.plan.dismiss({ reviewId });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
