import type { BackendContext } from '#backend/calls/context.ts';
import { listReturns, type ReturnRow } from '#db/queries/return.queries.ts';
import type { PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, ReturnSummary } from '#shared/domain/return-review.ts';
import type { WeekCard, WeekReturn } from '#shared/domain/week-card.ts';
import { summarizeReturns } from '../returns/list-returns.ts';
import { reviewReturns } from '../returns/review-returns.ts';
import { reviewableOf } from '../returns/reviewable.ts';

/** What returns say is looked at for so many of them; of more the card tells only that they wait. */
const LOOKED_AT = 60;

/**
 * Returns that wait to be reviewed; those among them that what they say asks to be sent back; and those that were sent
 * back and have not come again.
 */
export function weekReturns(
  context: Pick<BackendContext, 'db' | 'today'>,
  planId: PlanId,
): Pick<WeekCard, 'toReview' | 'toSendBack'> {
  const { db } = context;
  const all = summarizeReturns(db, { planId });
  const waiting = listReturns(db, { planId, states: ['received', 'to-review'] });
  const looked = waiting.filter(({ hasReading, refusal }) => hasReading && refusal === null).slice(0, LOOKED_AT);
  const views = new Map(
    reviewReturns(
      context,
      planId,
      looked.map((row: ReturnRow) => reviewableOf(db, row)),
    ).map(({ view }) => [view.returnId, view]),
  );
  const open = all.filter(({ state }) => state === 'received' || state === 'to-review');
  const faulty = open.filter(({ returnId }) => faultsOf(views, returnId) > 0);
  return {
    toReview: open.filter((each) => !faulty.includes(each)).map((each) => lineOf(each, waitingText(each, views))),
    toSendBack: [
      ...faulty.map((each) => lineOf(each, faultText(each, views))),
      ...all
        .filter((each) => each.state === 'sent-back' && !all.some((other) => cameAfter(other, each)))
        .map((each) => lineOf(each, `已退回，还没有重报${each.reasons[0] ? `：${each.reasons[0]}` : ''}`)),
    ],
  };
}

type Views = ReadonlyMap<ReturnId | null, ReturnFileReview>;

function faultsOf(views: Views, returnId: ReturnId): number {
  return views.get(returnId)?.faults.length ?? 0;
}

function faultText({ returnId }: ReturnSummary, views: Views): string {
  const faults = views.get(returnId)?.faults ?? [];
  const more = faults.length > 1 ? `等${faults.length}处` : '';
  return `待退回：${faults[0]?.sentence ?? ''}${more}`;
}

function waitingText({ returnId, state }: ReturnSummary, views: Views): string {
  const held = views.get(returnId)?.held;
  if (held) return held.sentence;
  return state === 'received' ? '收到，待辨认' : '待核对';
}

function cameAfter(other: ReturnSummary, each: ReturnSummary): boolean {
  return (
    other.agencyId === each.agencyId &&
    other.periodId === each.periodId &&
    other.state !== 'refused' &&
    other.returnId > each.returnId
  );
}

function lineOf(each: ReturnSummary, because: string): WeekReturn {
  const { returnId, fileName, agencyName, periodLabel, state } = each;
  return { returnId, fileName, agency: agencyName, period: periodLabel, state, because };
}
