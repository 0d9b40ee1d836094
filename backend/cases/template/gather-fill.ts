import type { BackendContext } from '#backend/calls/context.ts';
import { type FillRow, rowsOfForm, type TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listContacts } from '#db/queries/contact.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { findSummary } from '#db/queries/summary.queries.ts';
import { periodBefore } from '#shared/domain/carry.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import { matterDueText, matterMark, matterOrigin } from '#shared/domain/matter.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import { LEDGER_FACT_PARTS, ledgerFacts } from '../ledger/ledger-facts.ts';
import { GatheringNotes } from './fill-notes.ts';
import {
  asksOf,
  type FormAsks,
  type TaskOfForm,
  unitsLeftOut,
  valuesOfAgency,
  valuesOfOneTarget,
  valuesOfTask,
  valuesOfTold,
} from './fill-values.ts';
import { type RowTold, type Sayer, toldBySummary, toldTogether } from './told-of-task.ts';

/** Whose reports a form is filled with. */
export type FillScope = 'all' | 'lead' | { readonly agencyId: AgencyId };

export type FillRequest = {
  readonly planId: PlanId;
  readonly periodId: PeriodId;
  readonly scope: FillScope;
};

export type GatheredFill = Omit<TemplateFillInput, 'template' | 'fileName' | 'mapping' | 'isSettled'>;

const PARTS = [
  'sections',
  'tasks',
  'dues',
  'assignments',
  'agencies',
  'agencyNames',
  'memberships',
  'places',
  'owed',
  'progress',
  'matters',
  ...LEDGER_FACT_PARTS,
] as const;

type State = Pick<PlanState, (typeof PARTS)[number]>;

/**
 * What a superior's form is filled with: the rows that it shall have, in the order of the plan, with all that its
 * columns ask for. One synchronous look at one state.
 *
 * @throws AppError PLAN_GONE, PERIOD_UNKNOWN, AGENCY_GONE
 */
export function gatherFill(context: BackendContext, request: FillRequest, mapping: TemplateMapping): GatheredFill {
  const { db } = context;
  const { planId, periodId, scope } = request;
  const period = findPeriod(db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const state = loadPlanState(db, planId, { periodId, parts: PARTS });
  const agency = typeof scope === 'object' ? state.agencies.find(({ id }) => id === scope.agencyId) : undefined;
  if (typeof scope === 'object' && agency === undefined) throw new AppError('AGENCY_GONE');
  const rowsAre = rowsOfForm(mapping);
  const notes = new GatheringNotes();
  const rows = gatherRows(context, state, period, scope, rowsAre, asksOf(mapping), notes);
  if (agency && rows.length === 0) notes.say(`${agency.name}在本期没有任务，表样中没有填写任何行。`);
  return {
    rows,
    rowsAre,
    agencies: state.agencies,
    home: [state.plan.issuer, state.plan.title],
    period: { kind: period.kind, title: periodTitle(period.label), startsOn: period.startsOn, endsOn: period.endsOn },
    year: state.plan.year,
    today: context.today(),
    unit: agency?.name ?? state.plan.issuer,
    notes: notes.sentences(),
  };
}

function gatherRows(
  context: BackendContext,
  state: State,
  period: PeriodView,
  scope: FillScope,
  rowsAre: 'task' | 'duty',
  asks: FormAsks,
  notes: GatheringNotes,
): readonly FillRow[] {
  const { db } = context;
  const duties = dutiesByTask(owedIn(state.owed, period), state);
  const before = periodBefore(state.periods, period);
  const last = before && asks.fields.has('earlier') ? listProgress(db, period.planId, { periodId: before.id }) : [];
  const sayersNow = sayersOf(state, state.progress);
  const sayersBefore = sayersOf(state, last);
  const judge = asks.fields.has('light')
    ? judgeOfPeriod(context, period, { reports: () => reportsOf(state, period.id), memberships: state.memberships })
    : undefined;
  const facts = ledgerFacts(state, period, context.today(), [], () => undefined);
  const phones = new Map(
    asks.fields.has('telephone') ? listContacts(db).map((each) => [each.agencyId, each.phone]) : [],
  );
  const factsOfTask = taskFacts(context, state);

  const toldOf = (sayers: readonly Sayer[]): RowTold => {
    const [lead] = sayers;
    const summary =
      scope === 'lead' && lead && sayers.length === 1
        ? findSummary(db, lead.taskId, lead.agencyId, period.id)
        : undefined;
    if (lead === undefined || summary === undefined || summary.adopted) return toldTogether(sayers);
    notes.summaries++;
    return toldBySummary(lead, summary.sentences);
  };
  const row = (
    task: State['tasks'][number],
    own: readonly OwedRow[],
    duty: OwedRow | null,
    target: TargetView | null = null,
  ): FillRow => {
    const whole = factsOfTask(task);
    const about = target === null ? whole : { ...whole, title: target.name, content: target.text, targets: [target] };
    const told = toldOf(sayersNow(own));
    const [first] = own;
    const judged = first && judge?.(first);
    const by = told.by?.agencyId ?? first?.agencyId;
    const reached = (by === undefined ? [] : facts(task.id, by).targets).filter(
      ({ id }) => target === null || id === target.id,
    );
    const agency = duty && state.agencies.find(({ id }) => id === duty.agencyId);
    notes.look(task.number, told, own.length, sayersNow(own)[0]);
    return {
      taskId: task.id,
      number: task.number,
      title: about.title,
      content: about.content,
      section: about.section,
      agency: agency ? { id: agency.id, name: agency.name } : null,
      values: {
        ...valuesOfTask(about, asks),
        ...valuesOfTold(told, reached),
        ...(target === null ? {} : valuesOfOneTarget(reached)),
        ...valuesOfAgency(agency?.name ?? unitsInOneCell(about), duty?.role ?? null),
        light: judged?.word ?? '',
        earlier: asks.fields.has('earlier') ? toldTogether(sayersBefore(own)).narrative : '',
        telephone: by === undefined ? '' : (phones.get(by) ?? ''),
      },
    };
  };
  const rows = state.tasks.flatMap((task): readonly FillRow[] => {
    const owed = duties.get(task.id) ?? [];
    const own = inScope(owed, scope);
    if (typeof scope === 'object' && own.length === 0) return [];
    if (asks.ofTargets) return factsOfTask(task).targets.map((target) => row(task, own, null, target));
    const leftOut = unitsLeftOut(factsOfTask(task), asks);
    if (leftOut) notes.leftOut.add(ROLE_LABELS[leftOut]);
    if (rowsAre === 'task') return [row(task, own, null)];
    return own.length === 0 ? [row(task, [], null)] : own.map((duty) => row(task, [duty], duty));
  });
  return asks.ofTargets ? rows.map(counted) : rows;
}

/** Rows of targets are counted themselves: a task may have several. */
function counted(row: FillRow, index: number): FillRow {
  return { ...row, number: index + 1, values: { ...row.values, number: { number: index + 1 } } };
}

/** Of a task without a lead whoever the document names first stands for it. */
function inScope(owed: readonly OwedRow[], scope: FillScope): readonly OwedRow[] {
  if (scope === 'all') return owed;
  if (typeof scope === 'object') return owed.filter(({ agencyId }) => agencyId === scope.agencyId);
  const leads = owed.filter(({ role }) => role === 'lead');
  return leads.length > 0 ? leads : owed.slice(0, 1);
}

function unitsInOneCell({ units }: TaskOfForm): string {
  return [...units.lead, ...units['co-responsible']].join('、');
}

function sayersOf(state: State, progress: State['progress']): (owed: readonly OwedRow[]) => readonly Sayer[] {
  const entries = new Map(progress.map((entry) => [`${entry.taskId}/${entry.agencyId}`, entry]));
  const agencies = new Map(state.agencies.map((agency) => [agency.id, agency]));
  return (owed) =>
    owed.flatMap(({ taskId, agencyId, role }): Sayer[] => {
      const agency = agencies.get(agencyId);
      if (agency === undefined) return [];
      const { name, shortName } = agency;
      return [{ taskId, agencyId, name, shortName, role, entry: entries.get(`${taskId}/${agencyId}`) }];
    });
}

function taskFacts({ calendar }: BackendContext, state: State): (task: State['tasks'][number]) => TaskOfForm {
  const of = <Row extends { readonly taskId: TaskId }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ taskId }) => taskId);
  const [targets, dues, assigned] = [of(state.targets), of(state.dues), of(state.assignments)];
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter]));
  const known = new Map<TaskId, TaskOfForm>();
  return (task) => {
    const before = known.get(task.id);
    if (before) return before;
    const matter = matters.get(task.id);
    const due = matter ? matterDueText(matter, matterDueOn(calendar, matter)) : '';
    const { leadLeader, leaderInCharge, personInCharge } = task;
    const holders = Map.groupBy(assigned.get(task.id) ?? [], ({ role }) => role);
    const units = ROLES.map((role) => [
      role,
      (holders.get(role) ?? []).map(({ agencyId }) => names.get(agencyId) ?? ''),
    ]);
    const facts: TaskOfForm = {
      number: task.number,
      section: task.sectionTitle,
      title: matterMark(matter) + task.title,
      content: matterOrigin(matter) + task.content,
      targets: targets.get(task.id) ?? [],
      dues: [...(dues.get(task.id) ?? []), ...(due === '' ? [] : [{ text: due }])],
      // Every role is named once.
      units: Object.fromEntries(units) as TaskOfForm['units'],
      people: { leadLeader, leaderInCharge, personInCharge },
    };
    known.set(task.id, facts);
    return facts;
  };
}
