import type { BackendContext } from '#backend/calls/context.ts';
import { type TargetGround, targetCellOf } from '#backend/returns/comparing/compare-targets.ts';
import type { ToldTexts } from '#backend/returns/comparing/judge-cell.ts';
import { type EntryKey, entryKey } from '#backend/returns/entry-key.ts';
import type { Assignment } from '#backend/returns/matching/match-rows.ts';
import { type ProgressTexts, progressTexts, targetText } from '#backend/returns/progress-texts.ts';
import { type NameBook, nameBook } from '#backend/returns/words/name-book.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { findForm } from '#db/queries/form.queries.ts';
import { listTold, stepOfSending } from '#db/queries/told.queries.ts';
import { type AgencyId, type FormId, type ReturnId, TargetIdSchema } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';

/** What returns of one period are compared with, read once for all of them. */
export type GatheredPeriod = {
  readonly period: PeriodView;
  readonly plan: PlanState['plan'];
  readonly tasks: PlanState['tasks'];
  readonly targets: PlanState['targets'];
  readonly names: NameBook;
  readonly agencyNames: ReadonlyMap<AgencyId, string>;
  /** What an agency owes in the period, also through a group; with `null` what everybody owes. In the order of the plan. */
  readonly assignmentsOf: (agencyId: AgencyId | null) => readonly Assignment[];
  /** What stands, and what stood at the end of the period before. */
  readonly ours: ReadonlyMap<EntryKey, ProgressTexts>;
  readonly last: ReadonlyMap<EntryKey, ProgressTexts>;
  /** The values a form was sent with; `null` when no form is known. */
  readonly sentIn: (formId: FormId | null) => ReadonlyMap<EntryKey, ProgressTexts> | null;
  /** Values of targets as they stand, and as a form was sent with them. */
  readonly targetsFor: (formId: FormId | null) => TargetGround;
  /** What returns that were taken in told us since the form was sent, all but the one named. */
  readonly toldSince: (formId: FormId | null, except: ReturnId | null) => ReadonlyMap<EntryKey, ToldTexts>;
};

/** Reads what returns of a period are compared with. */
export function gatherPeriod({ db }: Pick<BackendContext, 'db'>, period: PeriodView): GatheredPeriod {
  const state = loadPlanState(db, period.planId, {
    periodId: period.id,
    parts: ['plan', 'tasks', 'targets', 'agencies', 'owed', 'periods', 'progress', 'targetValues'],
  });
  const agencyNames = new Map(state.agencies.map(({ id, name }) => [id, name]));
  const assignments = assignmentsIn(state, period, agencyNames);
  const byAgency = Map.groupBy(assignments, ({ agencyId }) => agencyId);
  const before = state.periods.findLast(({ kind, endsOn }) => kind === period.kind && endsOn < period.startsOn);
  const told = listTold(db, period.id);
  const values = new Map(
    state.targetValues
      .filter(({ periodId }) => periodId === period.id)
      .map(({ targetId, agencyId, value }) => [targetCellOf(targetId, agencyId), targetText(value)]),
  );
  return {
    period,
    plan: state.plan,
    tasks: state.tasks,
    targets: state.targets,
    names: nameBook(state.agencies, [state.plan.issuer, state.plan.title]),
    agencyNames,
    assignmentsOf: (agencyId) => (agencyId === null ? assignments : (byAgency.get(agencyId) ?? [])),
    ours: textsByEntry(state.progress),
    last: before ? textsByEntry(listProgress(db, period.planId, { periodId: before.id })) : new Map(),
    sentIn: (formId) => {
      const form = formId === null ? undefined : findForm(db, formId);
      if (!form) return null;
      return new Map([...form.bases].map(([taskId, texts]) => [entryKey(taskId, form.agencyId), texts]));
    },
    targetsFor: (formId) => {
      const form = formId === null ? undefined : findForm(db, formId);
      const bases = form ? [...form.bases.values()].flatMap(({ targets }) => Object.entries(targets ?? {})) : [];
      return {
        known: state.targets,
        ours: values,
        sent: bases.length === 0 ? null : new Map(bases.map(([id, text]) => [TargetIdSchema.parse(Number(id)), text])),
      };
    },
    toldSince: (formId, except) => {
      const sentBy = formId === null ? 0 : stepOfSending(db, formId);
      const cells = new Map<EntryKey, ToldTexts>();
      for (const { returnId, taskId, agencyId, field, theirs, taken, takenBy } of told) {
        if (returnId === except || takenBy < sentBy) continue;
        const key = entryKey(taskId, agencyId);
        const known = cells.get(key)?.[field];
        const lastTaken = taken === 1 ? theirs : known?.lastTaken;
        const replaced = taken === 1 && known?.lastTaken !== undefined ? [known.lastTaken] : [];
        const earlier = [...(known?.earlier ?? []), ...replaced];
        cells.set(key, { ...cells.get(key), [field]: { text: theirs, taken: taken === 1, lastTaken, earlier } });
      }
      return cells;
    },
  };
}

function textsByEntry(entries: PlanState['progress']): ReadonlyMap<EntryKey, ProgressTexts> {
  return new Map(entries.map((entry) => [entryKey(entry.taskId, entry.agencyId), progressTexts(entry)]));
}

function assignmentsIn(
  { tasks, owed }: Pick<PlanState, 'tasks' | 'owed'>,
  period: PeriodView,
  names: ReadonlyMap<AgencyId, string>,
): readonly Assignment[] {
  const byTask = Map.groupBy(owedIn(owed, period), ({ taskId }) => taskId);
  return tasks.flatMap(({ id: taskId, number, title, content }) =>
    (byTask.get(taskId) ?? []).map(({ agencyId }) => ({
      taskId,
      number,
      title,
      content,
      agencyId,
      agencyName: names.get(agencyId) ?? '',
    })),
  );
}
