import { closePeriod } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getPlan, listTasks } from '#db/queries/plan.queries.ts';
import type { AgencyId, FormId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { type Chance, chanceOf } from './chance.ts';
import { livedFacts } from './live-facts.ts';
import { type LivedForm, sendLivedForm, takeLivedForm } from './live-returns.ts';
import { comingOf, dayAfter, type Happening, momentOf, type YearHabits } from './month-timeline.ts';
import { type LivedDuty, livedReport } from './reports.ts';

export type LivedYear = {
  readonly planId: PlanId;
  /** Up to the end of which day (ISO) the year is lived. */
  readonly until: string;
  readonly habits: YearHabits;
  readonly seed: number;
  /** Called before a month is closed, at that moment. */
  readonly beforeClosing?: (period: PeriodView, at: string) => void;
};

/** Days before a form is due on which it is sent. */
const SENT_DAYS_BEFORE = 10;

/**
 * Lives a year of a plan whose months are there: forms go out every month and come back, most in time, some late, some
 * never; a few cells are corrected afterwards; targets, milestones, checks, duties and reminders go along with them;
 * every month is closed on its last day. Steps as a clerk would make them, one after another in time; the same seed
 * gives the same year, byte for byte.
 */
export function liveYear(db: WritableDb, year: LivedYear): void {
  db.transaction(() => {
    const chance = chanceOf(year.seed);
    const duties = dutiesOf(db, year.planId);
    const facts = livedFacts(db, { planId: year.planId, duties: [...duties.values()].flat(), chance });
    const months = listPeriods(db, year.planId).filter(({ kind }) => kind === 'month');
    const happenings = months
      .flatMap((period, index) => [
        ...(index === 0 ? facts.ofYear(period) : []),
        ...monthOf(db, year, { period, month: index + 1, duties, chance }),
        ...facts.ofMonth(period, index + 1),
        { at: momentOf(period.endsOn, 1), happen: (at: string) => close(db, year, { period, duties, at }) },
      ])
      .filter(({ at }) => at.slice(0, 10) <= year.until);
    for (const { at, happen } of happenings.toSorted((one, other) => one.at.localeCompare(other.at))) happen(at);
  }).immediate();
}

type Month = {
  readonly period: PeriodView;
  readonly month: number;
  readonly duties: ReadonlyMap<AgencyId, readonly LivedDuty[]>;
  readonly chance: Chance;
};

function monthOf(db: WritableDb, year: LivedYear, { period, month, duties, chance }: Month): readonly Happening[] {
  const plan = getPlan(db, year.planId);
  const sentOn = dayAfter(period.dueOn, -SENT_DAYS_BEFORE);
  return listAgencies(db).flatMap((agency, nth): Happening[] => {
    const owed = duties.get(agency.id);
    if (owed === undefined) return [];
    const rows = owed.map((duty) => ({ duty, report: livedReport(duty, month, chance) }));
    const form: LivedForm = { plan, period, agency, rows };
    let formId: FormId;
    const send = {
      at: momentOf(sentOn, nth / 1_000),
      happen: (at: string) => {
        formId = sendLivedForm(db, form, at);
      },
    };
    const coming = comingOf([agency.id, month], period, year.habits, chance);
    if (coming === null) return [send];
    const at = momentOf(coming.on, chance('hour', agency.id, month) * 0.8);
    const take = { at, happen: () => takeLivedForm(db, form, { formId, at, reportedOn: coming.on }) };
    const corrections = rows
      .filter(({ duty }) => chance('corrected', duty.taskId, duty.agencyId, month) < year.habits.corrected)
      .map(({ duty, report }) => correction(db, { period, duty, percent: report.percent, on: coming.on, chance }));
    return [send, take, ...corrections];
  });
}

type Correction = {
  readonly period: PeriodView;
  readonly duty: LivedDuty;
  readonly percent: number;
  readonly on: string;
  readonly chance: Chance;
};

/** The office telephones, and writes another share into the cell a day or two later. */
function correction(db: WritableDb, { period, duty, percent, on, chance }: Correction): Happening {
  const { taskId, agencyId } = duty;
  const day = dayAfter(on, 1 + Math.floor(chance('corrected-on', taskId, agencyId, period.id) * 2));
  const at = momentOf(day > period.endsOn ? period.endsOn : day, 0.85 + 0.1 * chance('hour', taskId, agencyId));
  const patch = { percent: percent >= 95 ? percent - 10 : percent + 5 };
  const made = { at, client: 'window', manner: 'typed' } as const;
  return { at, happen: () => void setProgress(db, [{ taskId, agencyId, periodId: period.id, patch }], made) };
}

function close(
  db: WritableDb,
  year: LivedYear,
  { period, duties, at }: Pick<Month, 'period' | 'duties'> & { readonly at: string },
): void {
  year.beforeClosing?.(period, at);
  const owed = [...duties.values()].flat().length;
  const missing = owed - listProgress(db, year.planId, { periodId: period.id }).length;
  closePeriod(db, period.id, { closedOn: period.endsOn, owed, missing }, { at, client: 'window', manner: 'typed' });
}

function dutiesOf(db: WritableDb, planId: PlanId): ReadonlyMap<AgencyId, readonly LivedDuty[]> {
  const tasks = new Map<TaskId, Omit<LivedDuty, 'agencyId'>>(
    listTasks(db, planId).map(({ id, number, title, content }) => [id, { taskId: id, number, title, content }]),
  );
  const duties = listAssignments(db, planId).flatMap(({ taskId, agencyId }): LivedDuty[] => {
    const task = tasks.get(taskId);
    return task === undefined ? [] : [{ ...task, agencyId }];
  });
  return Map.groupBy(
    duties.toSorted((one, other) => one.number - other.number),
    ({ agencyId }) => agencyId,
  );
}
