import { type BackendContext, made } from '#backend/calls/context.ts';
import { type PlanRevision, revisePlan } from '#db/commands/revise-plan.commands.ts';
import type { CommittedStep } from '#db/log/commit-step.ts';
import { highestTaskNumber } from '#db/queries/plan.queries.ts';
import { type DirectoryAgency, isNamed } from '#shared/domain/agency.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { PlanChange, PlanComparison } from '#shared/domain/plan-comparison.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import { checkReviewedPlan } from '../check-reviewed-plan.ts';
import { addPinyin } from '../pinyin-keys.ts';
import { comparePlans } from './compare-plans.ts';
import { type PlanPair, pairPlans, type RevisedAgency } from './pair-plans.ts';
import { type PresentPlan, readPresentPlan } from './present-plan.ts';
import { type SettledRevision, settleRevision } from './settle-revision.ts';

/** A newer version of the plan as a person has reviewed it. */
export type ReviewedVersion = {
  readonly planId: PlanId;
  readonly reviewId: string;
  readonly reading: PlanReading;
  readonly agencies: readonly DirectoryAgency[];
};

/** Compares a plan with a newer version of it. Reads only. */
export function compareRevision(
  { db }: BackendContext,
  { planId, reading, agencies }: ReviewedVersion,
): PlanComparison {
  const present = readPresentPlan(db, planId);
  return comparePlans(present, reading, pairPlans(present, reading, agencies));
}

/**
 * Takes the chosen changes of a newer version into the plan, as one step.
 *
 * @param accept ids of the changes, as {@link compareRevision} gave them
 * @throws AppError PLAN_REVIEW_GONE | NOTHING_TO_CHANGE, and those of check-reviewed-plan.ts
 */
export async function reviseByReview(
  context: BackendContext,
  version: ReviewedVersion & { readonly accept: readonly string[] },
): Promise<CommittedStep> {
  const { db, planReviews } = context;
  const { planId, reviewId, reading, agencies } = version;
  const source = planReviews.get(reviewId);
  checkReviewedPlan(reading, agencies, source.text);
  const present = readPresentPlan(db, planId);
  const pair = pairPlans(present, reading, agencies);
  const accepted = new Set(version.accept);
  const { changes } = comparePlans(present, reading, pair);
  const settled = settleRevision(present, reading, pair, accepted, highestTaskNumber(db, planId));
  const revision: PlanRevision = {
    ...settled,
    planId,
    source,
    label: labelOf(
      reading.title,
      changes.filter((change) => accepted.has(change.id)),
    ),
    ...(await newNames(present, pair, settled)),
  };
  const step = revisePlan(db, revision, made(context, 'document', source.name));
  planReviews.drop(reviewId);
  return step;
}

/** Units that come in with a role, and other writings that were confirmed in the review. */
async function newNames(
  present: PresentPlan,
  pair: PlanPair,
  { tasks }: SettledRevision,
): Promise<Pick<PlanRevision, 'newAgencies' | 'newAliases'>> {
  const used = new Set(tasks.flatMap((task) => task.assignments.map((row) => row.agency)));
  const named = pair.agencies.filter((agency) => used.has(agency.id ?? agency.name));
  const last = Math.max(0, ...present.agencies.map((agency) => agency.position));
  const added = await addPinyin(named.filter((agency) => agency.id === null).map(({ draft }) => draft));
  return {
    newAgencies: added.map((agency, index) => ({ ...agency, position: last + index + 1 })),
    newAliases: named.flatMap((agency) => newAliases(agency, present)),
  };
}

function newAliases({ id, name, writings }: RevisedAgency, present: PresentPlan): PlanRevision['newAliases'] {
  const isFree = (alias: string): boolean =>
    alias !== name && !present.agencies.some((agency) => isNamed(agency, alias));
  return writings.filter(isFree).map((alias) => ({ agency: id ?? name, alias }));
}

function labelOf(title: string, changes: readonly PlanChange[]): string {
  const count = (kind: PlanChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  const parts = [
    ['新增', count('added')],
    ['移出', count('removed')],
    ['改文字', count('text')],
    ['改责任', count('roles')],
  ] as const;
  const words = parts.filter(([, number]) => number > 0).map(([word, number]) => `${word} ${number} 项`);
  return `按修订版更新《${title}》${words.length === 0 ? '' : `：${words.join('、')}`}`;
}
