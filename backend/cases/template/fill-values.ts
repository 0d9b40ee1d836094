import { distinctLines } from '#backend/excel/layouts/table-words.ts';
import type { FillValue, FillValues } from '#backend/excel/template/fill-input.ts';
import type { LedgerTarget } from '#shared/domain/ledger.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { statusText } from '#shared/domain/status.ts';
import type { TaskPeople } from '#shared/domain/task-people.ts';
import { fieldsAsked, type TemplateField, type TemplateMapping } from '#shared/domain/template.ts';
import type { RowTold } from './told-of-task.ts';

/** A task as a form tells it, whatever the period. */
export type TaskOfForm = {
  readonly number: number;
  readonly section: string;
  readonly title: string;
  readonly content: string;
  readonly targets: readonly TargetView[];
  readonly dues: readonly Pick<DueView, 'text'>[];
  readonly units: Readonly<Record<Role, readonly string[]>>;
  readonly people: TaskPeople;
};

/** What of a form's columns decides where things go. */
export type FormAsks = {
  readonly fields: ReadonlySet<TemplateField>;
  /** The column of leaders asks for 分管领导. */
  readonly asksInCharge: boolean;
  /** Its rows are targets: it asks for them and for no task. */
  readonly ofTargets: boolean;
};

export function asksOf({ columns }: TemplateMapping): FormAsks {
  const fields = new Set(columns.flatMap(({ field }) => fieldsAsked(field)));
  const leader = columns.find(({ field }) => fieldsAsked(field).includes('leader'));
  const ofTargets = (fields.has('targetName') || fields.has('target')) && !fields.has('task') && !fields.has('group');
  return { fields, asksInCharge: /分管/u.test(leader?.head ?? ''), ofTargets };
}

/** Between units in one cell. */
const BETWEEN = '、';

/**
 * The units of a task by the columns a form has: 责任单位 alone holds who leads and who shares; beside 牵头 and 配合 those
 * who share stand with the lead where there is none, else with those who help.
 */
export function unitsOf({ units }: Pick<TaskOfForm, 'units'>, { fields }: FormAsks): FillValues {
  const lead = units.lead;
  const shared = units['co-responsible'];
  const hasLead = fields.has('lead');
  const hasOwn = fields.has('responsible');
  const leads = hasOwn || lead.length > 0 ? lead : shared;
  const helps = !hasOwn && hasLead && lead.length > 0 ? [...shared, ...units.cooperating] : units.cooperating;
  return {
    lead: leads.join(BETWEEN),
    responsible: (hasLead ? shared : [...lead, ...shared]).join(BETWEEN),
    cooperating: helps.join(BETWEEN),
  };
}

/** Units that the form has no column for: of which kind, for a note. */
export function unitsLeftOut({ units }: Pick<TaskOfForm, 'units'>, { fields }: FormAsks): Role | null {
  const names = fields.has('lead') || fields.has('responsible') || fields.has('cooperating');
  if (!names || fields.has('unit') || fields.has('agency')) return null;
  if (units.cooperating.length > 0 && !fields.has('cooperating')) return 'cooperating';
  const shares = fields.has('responsible') || fields.has('cooperating') || units.lead.length === 0;
  return units['co-responsible'].length > 0 && !shares ? 'co-responsible' : null;
}

export function valuesOfTask(task: TaskOfForm, asks: FormAsks): FillValues {
  const { people, targets } = task;
  const each = (words: (target: TargetView) => string): string => targets.map(words).join('\n');
  return {
    number: { number: task.number },
    section: task.section,
    group: task.title,
    task: task.content,
    ...unitsOf(task, asks),
    target: distinctLines(targets),
    targetName: each(({ name }) => name),
    targetValue: each(({ value, unit }) => `${value}${unit}`),
    due: distinctLines(task.dues),
    leader: asks.asksInCharge ? people.leaderInCharge : people.leadLeader || people.leaderInCharge,
    person: people.personInCharge,
  };
}

/** What changes with the period. */
export function valuesOfTold(told: RowTold, targets: readonly LedgerTarget[]): FillValues {
  const { status, percent, narrative, problems, nextSteps, reportedOn, reporter } = told;
  const done = targets.filter(({ cumulative }) => cumulative !== null);
  return {
    status: statusText(status),
    ...optional('percent', percent === null ? undefined : { percent }),
    narrative,
    problems,
    nextSteps,
    ...optional('reportedOn', reportedOn === null ? undefined : { date: reportedOn }),
    reporter,
    targetActual: done.map(({ cumulative, unit }) => `${cumulative}${unit}`).join('\n'),
  };
}

/** In a row that is one target the percentage is how far it is reached. */
export function valuesOfOneTarget([reached]: readonly LedgerTarget[]): FillValues {
  const share = reached?.share ?? null;
  return { percent: share === null ? undefined : { percent: Math.round(share * 1000) / 10 } };
}

function optional(field: TemplateField, value: FillValue | undefined): FillValues {
  return value === undefined ? {} : { [field]: value };
}

export function valuesOfAgency(name: string, role: Role | null): FillValues {
  return { unit: name, agency: name, role: role === null ? '' : ROLE_LABELS[role] };
}
