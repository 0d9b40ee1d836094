import type { CommonEntries, DataFileReturn } from '#backend/returns/data-file/data-file-returns.ts';
import { dataFileReturns, groupEntries, groupKey } from '#backend/returns/data-file/data-file-returns.ts';
import type { DataFileSide, SharedIds, SideEntry } from '#backend/returns/data-file/data-file-side.ts';
import { lineageOf, markOfLineage } from '#backend/returns/data-file/lineage.ts';
import { pairDataFiles } from '#backend/returns/data-file/pair-data-files.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { loadPlanState, loadPlanStateAfter, type PlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { findPlansByHead, getPlan, listPlans } from '#db/queries/plan.queries.ts';
import { hashOfStep, lastCommonStep, logEnd, stepAt } from '#db/queries/two-logs.queries.ts';
import type { AgencyId, PeriodId, PlanId, StepId } from '#shared/domain/ids.ts';
import type { PlanSummary } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';

/** A version of another data file that came before, and what of it was settled since. */
export type EarlierVersion = {
  /** As lineage.ts names it. */
  readonly lineage: string;
  /** Whether all it said of an agency and a period was decided on; also when it said nothing new of them. */
  readonly isSettled: (agencyId: AgencyId, periodId: PeriodId) => boolean;
};

/**
 * Compares a plan with its like in another data file. Reads only.
 *
 * @param file name of the other file, for the sentence of a refusal
 * @param earlier versions of other files that came before, the newest first; those of this file are found among them
 * @throws AppError DATA_FILE_OTHER_PLAN
 */
export function compareDataFile(
  own: ReadableDb,
  other: ReadableDb,
  planId: PlanId,
  file: string,
  earlier: readonly EarlierVersion[],
): { readonly returns: readonly DataFileReturn[]; readonly notes: readonly string[] } {
  const fork = lastCommonStep(own, other);
  const atFork = fork && loadPlanStateAfter(own, planId, fork, { parts: ['tasks', 'agencies', 'periods', 'progress'] });
  const isOldPlan = atFork !== undefined && atFork.tasks.length > 0;
  const theirPlan = isOldPlan && hasPlan(other, planId) ? planId : planLike(own, other, planId, file);
  const ours = sideOf(own, planId);
  const theirs = sideOf(other, theirPlan);
  const pairs = pairDataFiles(theirs, ours, atFork ? sharedIds(atFork, theirPlan === planId) : null);

  const stateAfter = new Map<StepId, ReadonlyMap<string, CommonEntries>>();
  const entriesAfter = (step: StepId): ReadonlyMap<string, CommonEntries> => {
    const known = stateAfter.get(step);
    if (known) return known;
    const { progress } = loadPlanStateAfter(other, theirPlan, step, { parts: ['progress'] });
    const groups = groupEntries(progress.map(asEntry));
    stateAfter.set(step, groups);
    return groups;
  };
  const versions = earlier.flatMap((version) => {
    const step = stepOfLineage(other, version.lineage);
    return step !== undefined && (fork === undefined || step >= fork) ? [{ ...version, step }] : [];
  });
  const forkEntries = atFork && groupEntries(atFork.progress.map(asEntry));

  const commonOf = (agencyId: AgencyId, periodId: PeriodId): CommonEntries | null => {
    const [agency, period] = [pairs.agencies.get(agencyId), pairs.periods.get(periodId)];
    const seen = agency && period && versions.find(({ isSettled }) => isSettled(agency.id, period.id));
    const entries = seen ? entriesAfter(seen.step) : forkEntries;
    return entries ? (entries.get(groupKey(agencyId, periodId)) ?? new Map()) : null;
  };
  return dataFileReturns({ theirs, ours, pairs, commonOf, lineage: lineageNow(other) });
}

function lineageNow(other: ReadableDb): string {
  const { steps, last } = logEnd(other);
  return lineageOf({ steps, hash: last === null ? '' : hashOfStep(other, last) });
}

/** The step at which an earlier version of this very file stood; `undefined` when it was a version of another one. */
function stepOfLineage(other: ReadableDb, lineage: string): StepId | undefined {
  const mark = markOfLineage(lineage);
  const step = mark === null ? undefined : stepAt(other, mark.steps - 1);
  return step !== undefined && hashOfStep(other, step) === mark?.hash ? step : undefined;
}

function hasPlan(db: ReadableDb, planId: PlanId): boolean {
  return listPlans(db).some(({ id }) => id === planId);
}

/** The plan of the other file that has, or had, the same title and document number; else the same number alone. */
function planLike(own: ReadableDb, other: ReadableDb, planId: PlanId, file: string): PlanId {
  const { title, documentNumber } = getPlan(own, planId);
  const plans = listPlans(other);
  const [byHead] = findPlansByHead(other, title, documentNumber);
  const wasOurs = plans.find((plan) => findPlansByHead(own, plan.title, plan.documentNumber).includes(planId));
  const byNumber = plans.filter((plan) => documentNumber !== '' && plan.documentNumber === documentNumber);
  const found = byHead ?? wasOurs?.id ?? (byNumber.length === 1 ? byNumber[0]?.id : undefined);
  if (found === undefined) throw new AppError('DATA_FILE_OTHER_PLAN', { file, title, plans: named(plans) });
  return found;
}

function named(plans: readonly PlanSummary[]): string {
  return plans.map(({ title }) => `《${title}》`).join('、');
}

/** The plan of the two may have been added to each file after they were two: then only agencies are the same. */
function sharedIds(atFork: Pick<PlanState, 'tasks' | 'agencies' | 'periods'>, isSamePlan: boolean): SharedIds {
  return {
    agencies: new Set(atFork.agencies.map(({ id }) => id)),
    tasks: new Set(isSamePlan ? atFork.tasks.map(({ id }) => id) : []),
    periods: new Set(isSamePlan ? atFork.periods.map(({ id }) => id) : []),
  };
}

function asEntry(entry: PlanState['progress'][number]): SideEntry {
  const { taskId, agencyId, periodId } = entry;
  return { taskId, agencyId, periodId, texts: progressTexts(entry) };
}

function sideOf(db: ReadableDb, planId: PlanId): DataFileSide {
  const { tasks, agencies, periods, assignments, progress } = loadPlanState(db, planId, {
    parts: ['tasks', 'agencies', 'periods', 'assignments', 'progress'],
  });
  return { tasks, agencies, periods, roles: assignments, progress: progress.map(asEntry) };
}
