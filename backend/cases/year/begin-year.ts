import { type BackendContext, made } from '#backend/calls/context.ts';
import { beginYear, copyYear } from '#db/commands/year.commands.ts';
import type { CommittedStep } from '#db/log/commit-step.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import type { CopiedYear } from '#shared/contract/year.contract.ts';
import type { DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import { wordsOfYear } from '#shared/domain/next-year.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { YearComparison } from '#shared/domain/year.ts';
import { AppError } from '#shared/errors.ts';
import { draftReviewedPlan } from '../plan/create-data-file.ts';
import { type PlanPair, pairPlans } from '../plan/revision/pair-plans.ts';
import { type PresentPlan, readPresentPlan } from '../plan/revision/present-plan.ts';
import { compareYears } from './compare-years.ts';
import { comparedTasks, headOf, refuseEarlier, tasksToCopy } from './read-years.ts';
import { yearEndings } from './year-endings.ts';

/** The document of a new year as a person has reviewed it. */
export type ReviewedYear = {
  readonly planId: PlanId;
  readonly reviewId: string;
  readonly reading: PlanReading;
  readonly agencies: readonly DirectoryAgency[];
  readonly links: readonly { readonly number: number; readonly taskId: TaskId | null }[];
};

/**
 * The document of a new year beside the plan of the year before. Reads only.
 *
 * @throws AppError PLAN_GONE | YEAR_NOT_LATER | YEAR_TASK_FOREIGN | PLAN_ALREADY_IN_FILE when it was made already
 */
export function proposeYear({ db }: BackendContext, reviewed: ReviewedYear): YearComparison {
  const { planId, reading } = reviewed;
  const present = readPresentPlan(db, planId);
  refuseEarlier(present.plan, reading.year);
  const pair = pairPlans(present, reading, reviewed.agencies);
  const carried = carriedTasks(present, pair, reviewed.links);
  const after = pair.tasks.map(({ read, roles }) => ({
    taskId: null,
    number: read.number,
    title: read.title,
    content: read.content,
    leadLeader: read.leadLeader ?? '',
    leaderInCharge: read.leaderInCharge ?? '',
    personInCharge: read.personInCharge ?? '',
    roles: roles.map(({ agency, read: { role } }) => ({ role, name: agency.name })),
    targets: read.targets,
    dues: read.dues,
  }));
  const earlierOf = ({ number }: { readonly number: number }): TaskId | null => carried.get(number) ?? null;
  const compared = compareYears(comparedTasks(present), after, earlierOf, yearEndings(db, planId).ofTask);
  return { ...headOf(present), title: reading.title, year: reading.year, ...compared };
}

/** By number, the task of last year that each of the new document goes on with: as a person said, else as they match. */
function carriedTasks(
  { plan, tasks }: PresentPlan,
  pair: PlanPair,
  links: ReviewedYear['links'],
): ReadonlyMap<number, TaskId> {
  const said = new Map(links.map(({ number, taskId }) => [number, taskId]));
  const known = new Set(tasks.map(({ id }) => id));
  const taken = new Set([...said.values()].filter((id) => id !== null));
  if ([...taken].some((id) => !known.has(id))) throw new AppError('YEAR_TASK_FOREIGN', { title: plan.title });
  const found = pair.tasks.map(({ read, present }) => {
    const matched = present && !taken.has(present.id) ? present.id : null;
    const chosen = said.get(read.number);
    return [read.number, chosen === undefined ? matched : chosen] as const;
  });
  return new Map(found.flatMap(([number, id]) => (id === null ? [] : [[number, id] as const])));
}

/**
 * Adds the reviewed document of a new year to the data file, as one step.
 *
 * @throws AppError PLAN_REVIEW_GONE | PLAN_ALREADY_IN_FILE, and those of {@link proposeYear} and check-reviewed-plan.ts
 */
export async function beginReviewedYear(
  context: BackendContext,
  reviewed: ReviewedYear,
): Promise<CommittedStep & { readonly planId: PlanId }> {
  const { db, planReviews } = context;
  const { planId, reviewId, reading, agencies, links } = reviewed;
  const source = planReviews.get(reviewId);
  const draft = await draftReviewedPlan({ source, reading, agencies });
  const present = readPresentPlan(db, planId);
  refuseEarlier(present.plan, reading.year);
  const carried = carriedTasks(present, pairPlans(present, reading, agencies), links);
  const begun = beginYear(db, { previousId: planId, draft, carried }, made(context, 'document', source.name));
  planReviews.drop(reviewId);
  return begun;
}

/**
 * Makes the plan of another year out of one, without a document, as one step.
 *
 * @throws AppError PLAN_GONE | YEAR_NOT_LATER | YEAR_TASK_FOREIGN
 */
export function beginCopiedYear(
  context: BackendContext,
  { planId, year, title, taskIds }: CopiedYear,
): CommittedStep & { readonly planId: PlanId } {
  const { db } = context;
  const present = readPresentPlan(db, planId);
  const chosen = tasksToCopy(present, yearEndings(db, planId), year, taskIds);
  const { title: before, year: yearBefore } = present.plan;
  const moved = wordsOfYear(before, yearBefore, year);
  const words = title ?? (moved === before ? `${before}（${year}年）` : moved);
  if (listPlans(db).some((plan) => plan.year === year && plan.title === words))
    throw new AppError('PLAN_ALREADY_IN_FILE', { title: words });
  return copyYear(db, { planId, year, title: words, taskIds: chosen }, made(context, 'carried'));
}
