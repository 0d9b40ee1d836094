import type { BackendContext } from '#backend/calls/context.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getTask } from '#db/queries/plan.queries.ts';
import { findSummary } from '#db/queries/summary.queries.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import type { SUMMARY_PARTS, Summary, SummarySentence, SummarySource } from '#shared/domain/summary.ts';
import { AppError } from '#shared/errors.ts';
import { draftSentences, staleOf } from './draft-sentences.ts';

export type SummaryPlace = {
  readonly taskId: TaskId;
  readonly periodId: PeriodId;
  /** The lead; left out, the first of the task. */
  readonly agencyId?: AgencyId | undefined;
};

const PARTS = ['owed', 'places', 'agencies', 'agencyNames', 'memberships', 'progress'] as const;

/**
 * The lead's summary of a task for a period: the saved one with what has become of its sentences, or a draft.
 *
 * @param fresh a draft made now, whatever was saved
 * @throws AppError TASK_GONE | PERIOD_UNKNOWN | SUMMARY_NO_LEAD
 */
export function readSummary(
  { db }: Pick<BackendContext, 'db'>,
  { taskId, periodId, agencyId }: SummaryPlace,
  fresh: boolean,
): Summary {
  const task = getTask(db, taskId);
  const period = findPeriod(db, periodId);
  if (!period || period.planId !== task.planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const state = loadPlanState(db, task.planId, { taskIds: [taskId], periodId, parts: PARTS });
  const agencies = new Map(state.agencies.map((agency) => [agency.id, agency]));
  const duties = dutiesByTask(owedIn(state.owed, period), state).get(taskId) ?? [];
  // A task of 按职责分工负责 alone has no lead: whoever the document names first puts it together, or another of them.
  const named = duties.filter(({ role }) => role === 'lead');
  const leads = named.length > 0 ? named : duties;
  const lead = leads.find((duty) => agencyId === undefined || duty.agencyId === agencyId);
  if (!lead) throw new AppError('SUMMARY_NO_LEAD', { number: task.number });

  const entries = new Map(state.progress.map((entry) => [entry.agencyId, entry]));
  const sources = duties.flatMap(({ agencyId: sayer, role }): SummarySource[] => {
    const entry = entries.get(sayer);
    const agency = agencies.get(sayer);
    if (!entry || !agency) return [];
    const { narrative, problems, nextSteps } = entry;
    if (narrative + problems + nextSteps === '') return [];
    const words = { narrative, problems, nextSteps };
    return [{ taskId, agencyId: sayer, agency: agency.name, shortName: agency.shortName, role, ...words }];
  });
  const kept = findSummary(db, taskId, lead.agencyId, periodId);
  const draft = draftSentences(
    draftSources(sources, lead.agencyId, entries.get(lead.agencyId)?.origin, kept?.sentences),
  );
  const shown = kept && !fresh ? kept.sentences : draft;
  const groups = new Set(state.memberships.map(({ groupId }) => groupId));
  const nameOf = (id: AgencyId) => agencies.get(id)?.name ?? '';
  const own = entries.get(lead.agencyId);
  return {
    taskId,
    task: task.number,
    title: task.title,
    periodId,
    period: period.label,
    agencyId: lead.agencyId,
    agency: nameOf(lead.agencyId),
    leads: leads.map((duty) => ({ agencyId: duty.agencyId, agency: nameOf(duty.agencyId) })),
    hasLead: named.length > 0,
    closed: period.closedOn !== null,
    saved: kept !== undefined && !fresh,
    adopted: kept !== undefined && !fresh && kept.adopted,
    sentences: shown.map((sentence) => ({ ...sentence, stale: staleOf(sentence, sources) })),
    added: kept && !fresh ? sentencesNotIn(draft, kept.sentences) : [],
    sources: sources.toSorted((one, other) => rankOf(one.role) - rankOf(other.role)),
    silent: duties
      .filter((duty) => duty.agencyId !== lead.agencyId && !groups.has(duty.agencyId))
      .filter((duty) => !sources.some((source) => source.agencyId === duty.agencyId))
      .map((duty) => ({ agencyId: duty.agencyId, agency: nameOf(duty.agencyId) })),
    entry: { narrative: own?.narrative ?? '', problems: own?.problems ?? '', nextSteps: own?.nextSteps ?? '' },
  };
}

function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}

/**
 * What a draft is drawn from: first the lead's own words, then the co-responsible, then the cooperating. An entry of
 * the lead that is a summary itself is not drawn from again; what the lead had said of its own stands in that summary.
 */
function draftSources(
  sources: readonly SummarySource[],
  leadId: AgencyId,
  origin: string | undefined,
  kept: readonly SummarySentence[] = [],
): readonly SummarySource[] {
  return sources
    .map((source): SummarySource => {
      if (source.agencyId !== leadId) return source;
      if (origin !== 'summary') return { ...source, role: 'lead' };
      const said = (field: (typeof SUMMARY_PARTS)[number]): string =>
        kept
          .flatMap((sentence) => sentence.sources)
          .filter((pointer) => pointer.agencyId === leadId && pointer.field === field)
          .map(({ verbatim }) => verbatim)
          .join('\n');
      return { ...source, narrative: said('narrative'), problems: said('problems'), nextSteps: said('nextSteps') };
    })
    .toSorted(
      (one, other) =>
        Number(other.agencyId === leadId) - Number(one.agencyId === leadId) || rankOf(one.role) - rankOf(other.role),
    );
}

/** Quoted sentences of a draft that point at nothing a saved one points at. */
function sentencesNotIn(
  draft: readonly SummarySentence[],
  saved: readonly SummarySentence[],
): readonly SummarySentence[] {
  const known = new Set(saved.flatMap(({ sources }) => sources.map(({ field, verbatim }) => `${field}/${verbatim}`)));
  return draft.filter(
    ({ kind, sources }) =>
      kind === 'quoted' && !sources.some(({ field, verbatim }) => known.has(`${field}/${verbatim}`)),
  );
}
