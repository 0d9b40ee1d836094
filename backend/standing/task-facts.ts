import type { DutyRecord, RegularDuty } from '#shared/domain/duty.ts';
import { type DutyStretch, dutyStretches } from '#shared/domain/duty-stretches.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { Role } from '#shared/domain/role.ts';
import { type PeriodValue, targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { ClosingRow, ExtensionRow, MilestoneRow, SubItemRow, VerificationRow } from '#shared/domain/year-facts.ts';
import type { Late } from './duty-facts.ts';
import type { PlanState } from './plan-state.ts';

/** Parts of a plan's state that lights may look at besides reports; what a rule set does not ask about is left out. */
export type FactParts = Partial<
  Pick<
    PlanState,
    | 'dues'
    | 'duties'
    | 'dutyRecords'
    | 'matters'
    | 'extensions'
    | 'closings'
    | 'targets'
    | 'targetValues'
    | 'milestones'
    | 'subItems'
    | 'verifications'
  >
>;

/** What is known of a task besides its reports. Most tasks have nothing, and no entry. */
export type TaskFacts = {
  /** Days the task itself is due (ISO), as the document or the matter says. */
  readonly dates: readonly string[];
  /** It came up beside the plan, and may be older than it. */
  readonly isMatter: boolean;
  /** 定期报送 of the task: each stretch with the day by which it is due. */
  readonly rhythm: readonly Rhythm[];
  readonly extensions: readonly ExtensionRow[];
  readonly closings: readonly ClosingRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly subItems: readonly SubItemRow[];
  /** Each with the first day of its period. */
  readonly verifications: readonly (VerificationRow & { readonly startsOn: string })[];
  /** Those for which an agency has reported a value. */
  readonly targets: PlanState['targets'];
  /** Those that some of it is about alone. Duties of all others with like reports stand alike. */
  readonly apart: ReadonlySet<AgencyId>;
  /** Whether anything is about all of them. If not, the duties of agencies that are not apart stand as if nothing were known. */
  readonly shared: boolean;
};

/** A stretch of a regular duty. */
type Rhythm = DutyStretch &
  Pick<RegularDuty, 'cadence' | 'owedBy'> & {
    /** Agencies that have sent in all that it asks of them. */
    readonly servedBy: ReadonlySet<AgencyId>;
  };

/** Whose duty it is: the agency, and the group it owes through where it does. */
export type Holder = { readonly agencyId: AgencyId; readonly through?: AgencyId | null; readonly role?: Role };

export type FactIndex = {
  readonly tasks: ReadonlyMap<TaskId, TaskFacts>;
  readonly valuesOf: (target: PlanState['targets'][number], agencyId: AgencyId) => readonly PeriodValue[];
};

/** Sorts the rows of a plan's state by task, once for all its periods. */
export function indexFacts(
  parts: FactParts,
  periods: PlanState['periods'],
  { year, calendar }: { readonly year: number; readonly calendar: WorkCalendar },
): FactIndex {
  const tasks = new Map<TaskId, { -readonly [Part in keyof TaskFacts]: TaskFacts[Part] }>();
  const of = (taskId: TaskId) => {
    const known = tasks.get(taskId) ?? { ...NOTHING };
    tasks.set(taskId, known);
    return known;
  };
  for (const { taskId, date } of parts.dues ?? []) if (date !== null) of(taskId).dates = [...of(taskId).dates, date];
  for (const duty of parts.duties ?? []) {
    const { cadence, owedBy } = duty;
    const records = parts.dutyRecords?.filter(({ dutyId }) => dutyId === duty.id) ?? [];
    const stretches = dutyStretches(duty, year, calendar).map((stretch) => {
      return { ...stretch, cadence, owedBy, servedBy: servedBy(duty, stretch, records) };
    });
    of(duty.taskId).rhythm = [...of(duty.taskId).rhythm, ...stretches];
  }
  for (const matter of parts.matters ?? []) {
    const dueOn = matterDueOn(calendar, matter);
    of(matter.taskId).isMatter = true;
    if (dueOn !== null) of(matter.taskId).dates = [dueOn];
  }
  for (const [taskId, rows] of byTask(parts.extensions)) of(taskId).extensions = rows;
  for (const [taskId, rows] of byTask(parts.closings)) of(taskId).closings = rows;
  for (const [taskId, rows] of byTask(parts.milestones)) of(taskId).milestones = rows;
  for (const [taskId, rows] of byTask(parts.subItems)) of(taskId).subItems = rows;
  const starts = new Map(periods.map(({ id, startsOn }) => [id, startsOn]));
  for (const [taskId, rows] of byTask(parts.verifications)) {
    of(taskId).verifications = rows.map((row) => ({ ...row, startsOn: starts.get(row.periodId) ?? '' }));
  }
  const valued = new Set(parts.targetValues?.map(({ targetId }) => targetId));
  for (const [taskId, rows] of byTask(parts.targets?.filter(({ id }) => valued.has(id)))) of(taskId).targets = rows;
  const valuesOf = byTask(parts.targetValues);
  for (const [taskId, known] of tasks) {
    const rows = rowsOf(known);
    const { dates, rhythm, targets, isMatter } = known;
    const served = rhythm.flatMap((stretch) => [...stretch.servedBy]);
    known.apart = new Set([...served, ...agenciesApart([...rows, ...(valuesOf.get(taskId) ?? [])])]);
    const ofAll = dates.length + rhythm.length + targets.length > 0 || isMatter;
    known.shared = ofAll || rows.some(({ agencyId }) => agencyId === null);
  }
  const values = valuesByTarget(parts.targetValues ?? [], periods);
  return { tasks, valuesOf: (target, agencyId) => values.get(targetKey(target.id, agencyId)) ?? [] };
}

const NOTHING: TaskFacts = {
  dates: [],
  isMatter: false,
  rhythm: [],
  extensions: [],
  closings: [],
  milestones: [],
  subItems: [],
  verifications: [],
  targets: [],
  apart: new Set(),
  shared: false,
};

function servedBy(
  { needed }: RegularDuty,
  { startsOn, endsOn }: DutyStretch,
  records: readonly DutyRecord[],
): ReadonlySet<AgencyId> {
  const pieces = new Map<AgencyId, number>();
  for (const record of records) {
    if (record.startsOn < startsOn || record.startsOn > endsOn) continue;
    pieces.set(record.agencyId, (pieces.get(record.agencyId) ?? 0) + record.pieces);
  }
  return new Set([...pieces].flatMap(([agencyId, count]) => (count >= needed ? [agencyId] : [])));
}

type PerhapsOfOne = { readonly agencyId: AgencyId | null };

function rowsOf({ verifications, extensions, closings, milestones, subItems }: TaskFacts): readonly PerhapsOfOne[] {
  return [...verifications, ...extensions, ...closings, ...milestones, ...subItems];
}

function agenciesApart(rows: readonly PerhapsOfOne[]): ReadonlySet<AgencyId> {
  return new Set(rows.flatMap(({ agencyId }) => agencyId ?? []));
}

function byTask<Row extends { readonly taskId: TaskId }>(rows: readonly Row[] = []): ReadonlyMap<TaskId, Row[]> {
  return Map.groupBy(rows, ({ taskId }) => taskId);
}

/**
 * 延期: the day that stands for a period, or with `null` for the task itself. What was given to the agency counts
 * before what was given to its group, and that before what was given to all; of several the last.
 */
export function extendedTo(
  extensions: readonly ExtensionRow[],
  { agencyId, through }: Holder,
  periodId: PeriodId | null,
): string | undefined {
  const given = (to: AgencyId | null) =>
    extensions.findLast((row) => row.agencyId === to && row.periodId === periodId)?.dueOn;
  return given(agencyId) ?? (through == null ? undefined : given(through)) ?? given(null);
}

/** The day since which it is closed on a day, for the agency, its group or all; `null` when no closing is in force. */
export function closedSince(closings: readonly ClosingRow[], holder: Holder, on: string): string | null {
  const inForce = closings.filter(
    ({ agencyId, closedOn, reopenedOn }) =>
      isHeldBy(agencyId, holder) && closedOn <= on && (reopenedOn === null || reopenedOn > on),
  );
  return inForce.reduce<string | null>(
    (first, { closedOn }) => (first === null || closedOn < first ? closedOn : first),
    null,
  );
}

/** Milestones, or sub-items with a day, that were to be done before a day and are not. */
export function lateOnes(
  rows: readonly Pick<MilestoneRow, 'agencyId' | 'title' | 'plannedOn' | 'doneOn'>[],
  holder: Holder,
  on: string,
): Late | null {
  const late = rows.filter(
    ({ agencyId, plannedOn, doneOn }) => doneOn === null && plannedOn < on && isBorneBy(agencyId, holder),
  );
  const [first] = late;
  return first ? { count: late.length, title: first.title, plannedOn: first.plannedOn } : null;
}

/** Sub-items as {@link lateOnes} takes them: one that is done or not concerned is not late. */
export function datedSubItems(rows: readonly SubItemRow[]): Parameters<typeof lateOnes>[0] {
  return rows.flatMap(({ dueOn, status, doneOn, agencyId, title }) => {
    const isOver = doneOn !== null || status === 'done' || status === 'not-applicable';
    return dueOn === null || isOver ? [] : [{ agencyId, title, plannedOn: dueOn, doneOn }];
  });
}

function isHeldBy(agencyId: AgencyId | null, holder: Holder): boolean {
  return agencyId === null || agencyId === holder.agencyId || agencyId === holder.through;
}

/** What is the whole task's is borne by those who lead it or share in it, not by those who only cooperate. */
function isBorneBy(agencyId: AgencyId | null, holder: Holder): boolean {
  return agencyId === null ? holder.role !== 'cooperating' : isHeldBy(agencyId, holder);
}
