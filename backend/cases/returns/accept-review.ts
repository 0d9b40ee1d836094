import { type BackendContext, made } from '#backend/calls/context.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { acceptReturns, type TakenReturn } from '#db/commands/return.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { parseStatus } from '#shared/domain/status.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';

/**
 * Takes in the chosen items of a review as one step and ends the review.
 *
 * @param accept ids of the items whose value of theirs is taken
 * @throws AppError REVIEW_GONE | REVIEW_STALE when a cell has changed since it was reviewed | PERIOD_CLOSED |
 *   NOT_ASSIGNED; nothing is written then, and the review stays open
 */
export function acceptReview(context: BackendContext, reviewId: string, accept: ReadonlySet<number>): StepReport {
  const { db, reviews } = context;
  const returns = reviews.get(reviewId).flatMap(({ view, taken }): TakenReturn[] => {
    if (!taken) return [];
    const { agencyId, periodId, formId, content } = taken;
    const accepted = view.items.filter((item) => accept.has(item.id) && item.state !== 'unreadable');
    for (const item of accepted) checkFresh(context, item, agencyId, periodId);
    return [
      {
        formId,
        agencyId,
        periodId,
        file: { name: view.fileName, sha256: view.sha256, content },
        items: view.items.map((item) => ({
          taskId: item.taskId,
          field: item.field,
          base: item.base,
          theirs: item.theirs,
          ours: item.ours,
          decision: accepted.includes(item) ? 'theirs' : 'ours',
        })),
        patches: gatherPatches(accepted),
      },
    ];
  });
  if (returns.length === 0) throw new AppError('NOTHING_TO_CHANGE');
  const source = returns.length === 1 ? returns[0]?.file.name : undefined;
  const step = acceptReturns(db, returns, labelOf(returns), made(context, 'form', source));
  reviews.drop(reviewId);
  return reportStep(db, step);
}

function checkFresh({ db }: BackendContext, item: ReturnItem, agencyId: AgencyId, periodId: PeriodId): void {
  const present = findProgress(db, item.taskId, agencyId, periodId) ?? null;
  if (progressTexts(present)[item.field] !== item.ours) throw new AppError('REVIEW_STALE');
}

function gatherPatches(items: readonly ReturnItem[]): TakenReturn['patches'] {
  return [...Map.groupBy(items, (item) => item.taskId)].map(([taskId, ofTask]) => {
    const patch: ProgressPatch = Object.assign({}, ...ofTask.map((item) => patchOf(item.field, item.theirs)));
    return { taskId, patch };
  });
}

/** A field's text in canonical writing (progress-texts.ts) as a patch. */
function patchOf(field: ProgressField, text: string): ProgressPatch {
  switch (field) {
    case 'status': {
      if (text === '') return { status: null };
      const status = parseStatus(text);
      return status ? { status } : {};
    }
    case 'percent':
      return { percent: text === '' ? null : Number(text) };
    case 'reportedOn':
      return { reportedOn: text === '' ? null : text };
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return { [field]: text };
    default:
      return assertNever(field);
  }
}

function labelOf(returns: readonly TakenReturn[]): string {
  const cells = returns.reduce(
    (sum, taken) => sum + taken.items.filter((item) => item.decision === 'theirs').length,
    0,
  );
  return `收回 ${returns.length} 份填报表，写入 ${cells} 处`;
}
