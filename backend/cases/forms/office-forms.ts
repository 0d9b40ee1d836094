import type { BackendContext } from '#backend/calls/context.ts';
import { listContacts } from '#db/queries/contact.queries.ts';
import { listFormVersions } from '#db/queries/form.queries.ts';
import { findPeriod, listPeriods } from '#db/queries/period.queries.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import { listRuleSwitches } from '#db/queries/return.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { FormCandidates } from '#shared/domain/form-sending.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { FORM_RULES, type FormRule } from '#shared/domain/report-needs.ts';
import { RETURN_RULES } from '#shared/domain/return-rules.ts';
import { AppError } from '#shared/errors.ts';
import { type GatheredPlan, gatherForms } from './gather-forms.ts';
import { type ReportingState, readReporting } from './who-is-missing.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar' | 'today'>;

/** What is wanted of a sending. */
export type SendingWish = {
  readonly periodId: PeriodId;
  readonly agencyIds?: readonly AgencyId[] | undefined;
  readonly missingOnly?: boolean | undefined;
  readonly allPlans?: boolean | undefined;
  readonly recipients?: readonly { readonly agencyId: AgencyId; readonly name: string }[] | undefined;
};

/** The form of one agency: what each plan asks of it. */
export type OfficeForm = {
  readonly agency: AgencyView;
  readonly parts: readonly (Omit<GatheredPlan, 'forms'> & Pick<GatheredPlan['forms'][number], 'rows'>)[];
  readonly version: number;
  readonly sentTo: string;
  /** Of a sending to those missing only. */
  readonly reason: string | undefined;
};

export type OfficeForms = {
  /** Of the plan that was asked for. */
  readonly period: PeriodView;
  readonly forms: readonly OfficeForm[];
  readonly rules: readonly FormRule[];
};

/** The period that is asked for. @throws AppError PERIOD_UNKNOWN */
function periodOf({ db }: Pick<Asked, 'db'>, periodId: PeriodId): PeriodView {
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}

/** Periods of the other plans that are worked on, of the same kind and days, and not closed. */
function samePeriods({ db }: Pick<Asked, 'db'>, period: PeriodView): readonly PeriodView[] {
  return listPlans(db)
    .filter(({ id, archivedOn }) => id !== period.planId && archivedOn === null)
    .flatMap(({ id }) =>
      listPeriods(db, id).filter(
        ({ kind, startsOn, endsOn, closedOn }) =>
          kind === period.kind && startsOn === period.startsOn && endsOn === period.endsOn && closedOn === null,
      ),
    );
}

/** The rules of the return check that are on and that a form can tell beforehand. */
function formRules({ db }: Pick<Asked, 'db'>): readonly FormRule[] {
  const switches = listRuleSwitches(db);
  return FORM_RULES.filter((rule) => switches.get(rule) ?? RETURN_RULES.some(({ name, on }) => name === rule && on));
}

/** Whom to send to, by agency, as last known: 张三 0356-3032345. */
function contactsBy({ db }: Pick<Asked, 'db'>): ReadonlyMap<AgencyId, string> {
  return new Map(listContacts(db).map(({ agencyId, reporter, phone }) => [agencyId, `${reporter} ${phone}`.trim()]));
}

/** Reasons of several plans in one: the plans' own, where there is more than one. */
function isMissingIn(states: readonly ReadonlyMap<AgencyId, ReportingState>[], agencyId: AgencyId): string | undefined {
  const said = states.flatMap((state) => state.get(agencyId)?.missing?.says ?? []);
  return said.length === 0 ? undefined : [...new Set(said)].join('；');
}

/**
 * Everything that a sending says, of one moment: which agencies, what each of the plans asks of them, the version and
 * whom it goes to. Reads only.
 *
 * @throws AppError PERIOD_UNKNOWN, AGENCY_GONE
 */
export function gatherOffice(context: Asked, wish: SendingWish): OfficeForms {
  const { db } = context;
  const period = periodOf(context, wish.periodId);
  const periods = [period, ...(wish.allPlans === true ? samePeriods(context, period) : [])];
  const plans = periods.map((each) => gatherForms(db, each, wish.agencyIds));
  const reporting = wish.missingOnly === true ? periods.map((each) => readReporting(context, each)) : null;
  const agencies = new Map(plans.flatMap(({ forms }) => forms.map(({ agency }) => [agency.id, agency] as const)));
  const contacts = contactsBy(context);
  const typed = new Map(wish.recipients?.map(({ agencyId, name }) => [agencyId, name]));
  const versions = listFormVersions(db);
  const forms = [...agencies.values()].flatMap((agency): OfficeForm[] => {
    const reason = reporting === null ? undefined : isMissingIn(reporting, agency.id);
    if (reporting !== null && reason === undefined) return [];
    const parts = plans.flatMap(({ forms: ofPlan, ...part }) => {
      const own = ofPlan.find((each) => each.agency.id === agency.id);
      return own ? [{ ...part, rows: own.rows }] : [];
    });
    const sent = parts.map((part) => versions.get(`${agency.id}/${part.period.id}`)?.version ?? 0);
    const sentTo = typed.get(agency.id) ?? contacts.get(agency.id) ?? '';
    return [{ agency, parts, version: Math.max(0, ...sent) + 1, sentTo, reason }];
  });
  return { period, forms, rules: formRules(context) };
}

/** Who owes something in a period, for choosing to whom forms go. @throws AppError PERIOD_UNKNOWN */
export function readCandidates(context: Asked, periodId: PeriodId): FormCandidates {
  const period = periodOf(context, periodId);
  const own = gatherForms(context.db, period);
  const others = samePeriods(context, period).map((each) => gatherForms(context.db, each));
  const reporting = readReporting(context, period);
  const contacts = contactsBy(context);
  const versions = listFormVersions(context.db);
  return {
    agencies: own.forms.map(({ agency, rows }) => {
      const elsewhere = others.flatMap(({ forms }) => forms.filter((form) => form.agency.id === agency.id));
      const last = versions.get(`${agency.id}/${period.id}`);
      const { missing = null, isUnderReview = false } = reporting.get(agency.id) ?? {};
      return {
        agencyId: agency.id,
        name: agency.name,
        duties: rows.length,
        otherPlans: elsewhere.length,
        otherDuties: elsewhere.reduce((sum, form) => sum + form.rows.length, 0),
        contact: contacts.get(agency.id) ?? '',
        lastSent: last ? { at: last.sentAt, version: last.version, to: last.sentTo } : null,
        missing,
        isUnderReview,
      };
    }),
    otherPlans: others.map(({ plan }) => plan.title),
  };
}
