import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import type { IntakeFile } from '#backend/intake/intake.ts';
import { compareReturn, type ProgressTexts } from '#backend/returns/compare-return.ts';
import type { MatchableTask } from '#backend/returns/match-rows.ts';
import type { ParsedReturn } from '#backend/returns/parsed-return.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import type { ReviewedFile } from '#backend/returns/reviewed-file.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { findAgency, findAgencyByName } from '#db/queries/agency.queries.ts';
import { type FormRow, findForm, findLatestForm, isReturnTakenIn } from '#db/queries/form.queries.ts';
import { findPeriod, listPeriods } from '#db/queries/period.queries.ts';
import { findPlansByHead } from '#db/queries/plan.queries.ts';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { currentPeriod, isoDate } from '#shared/domain/period.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';

/**
 * Compares one returned workbook with what was sent and what stands. Reads only.
 *
 * @param planId the open plan, for a workbook that does not say its own
 * @param fileName for the clerk
 * @param read the workbook as parsed by the intake
 * @param firstId number of its first item; items are numbered on through the files of a review
 * @throws AppError RETURN_OTHER_PLAN | AGENCY_UNKNOWN | PERIOD_CLOSED | RETURN_NO_ROWS
 */
export function reviewReturn(
  context: BackendContext,
  planId: PlanId,
  fileName: string,
  read: IntakeFile,
  firstId: number,
): ReviewedFile {
  const { db } = context;
  const { sha256, parsed } = read;
  const { agency, period, form, notes } = identify(context, planId, parsed, fileName);
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  const { assignments, ours } = gatherOwed(context, agency.id, period);
  if (assignments.length === 0 || parsed.rows.length === 0) throw new AppError('RETURN_NO_ROWS', { file: fileName });
  const compared = compareReturn({
    parsed,
    base: form?.bases ?? null,
    ours,
    assignments,
    firstId,
  });
  const view: ReturnFileReview = {
    fileName,
    sha256,
    agencyId: agency.id,
    agencyName: agency.name,
    periodLabel: period.label,
    formId: form?.id ?? null,
    seenBefore: isReturnTakenIn(db, sha256),
    items: compared.items,
    unchangedCells: compared.unchangedCells,
    notes: [...notes, ...compared.notes],
    refusal: null,
  };
  return { view, taken: { formId: form?.id ?? null, agencyId: agency.id, periodId: period.id, content: read.bytes } };
}

/** The review of a file that could not be read or does not belong here: its sentence, and nothing to take in. */
export function refusedReturn(file: string, error: AppError): ReviewedFile {
  const view: ReturnFileReview = {
    fileName: path.basename(file),
    sha256: '',
    agencyId: null,
    agencyName: '',
    periodLabel: '',
    formId: null,
    seenBefore: false,
    items: [],
    unchangedCells: 0,
    notes: [],
    refusal: { code: error.code, message: error.message },
  };
  return { view, taken: null };
}

type Identity = {
  readonly agency: AgencyView;
  readonly period: PeriodView;
  readonly form: FormRow | null;
  readonly notes: readonly string[];
};

/** Whose form it is and for which period: by the hidden ids, else by the unit's name and the current period. */
function identify({ db, clock }: BackendContext, openPlan: PlanId, parsed: ParsedReturn, fileName: string): Identity {
  const { ids } = parsed;
  let planId = openPlan;
  if (ids) {
    const plans = findPlansByHead(db, ids.planTitle, ids.documentNumber);
    const [first] = plans;
    if (first === undefined) throw new AppError('RETURN_OTHER_PLAN', { file: fileName, title: ids.planTitle });
    if (!plans.includes(planId)) planId = first;
    // Ids are only trusted together with the names they had when the form was sent: another data file of the
    // same plan numbers its rows differently. An agency renamed or merged since then still answers to its old name.
    const form = findForm(db, ids.formId) ?? null;
    const agency = form ? findAgency(db, form.agencyId) : undefined;
    const period = findPeriod(db, ids.periodId);
    if (form && agency && period && form.periodId === period.id && plans.includes(form.planId)) {
      if (isNamed(agency, ids.agencyName) && period.label === ids.periodLabel)
        return { agency, period, form, notes: [] };
    }
  }
  const name = ids?.agencyName ?? parsed.agencyName;
  const agency = findAgencyByName(db, name);
  if (!agency) throw new AppError('AGENCY_UNKNOWN', { name: name || '（未填写填报单位）' });
  const periods = listPeriods(db, planId);
  const period =
    periods.find((candidate) => candidate.label === ids?.periodLabel) ?? currentPeriod(periods, isoDate(clock()));
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: ids?.periodLabel ?? '' });
  const form = findLatestForm(db, agency.id, period.id) ?? null;
  const found = form ? '按最近一次发出的填报表比较' : '没有找到发出记录，只能与现有数据比较';
  return {
    agency,
    period,
    form,
    notes: [`文件中的标识缺失或不符，按填报单位“${agency.name}”和 ${period.label} 期识别，${found}。`],
  };
}

/** What the agency owes in the period, by itself or through a group, and what stands there now. */
function gatherOwed(
  { db }: BackendContext,
  agencyId: AgencyId,
  period: PeriodView,
): { readonly assignments: readonly MatchableTask[]; readonly ours: ReadonlyMap<TaskId, ProgressTexts> } {
  const state = loadPlanState(db, period.planId, {
    agencyId,
    periodId: period.id,
    parts: ['tasks', 'owed', 'progress'],
  });
  const owed = new Set(owedIn(state.owed, period).map(({ taskId }) => taskId));
  const entries = new Map(state.progress.map((entry) => [entry.taskId, entry]));
  const assignments = state.tasks
    .filter(({ id }) => owed.has(id))
    .map(({ id: taskId, number, title, content }) => ({ taskId, number, title, content }));
  return {
    assignments,
    ours: new Map(assignments.map(({ taskId }) => [taskId, progressTexts(entries.get(taskId) ?? null)])),
  };
}
