import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { contactsOf } from '#db/queries/contact.queries.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import type { Dump } from '#shared/domain/dump.ts';
import type { AgencyId, PlanId } from '#shared/domain/ids.ts';

const PARTS = [
  'plan',
  'agencies',
  'tasks',
  'assignments',
  'periods',
  'progress',
  'targets',
  'targetValues',
  'milestones',
  'subItems',
  'verifications',
  'evidence',
  'extensions',
  'closings',
  'duties',
  'dutyRecords',
  'matters',
] as const;

/** A plan's whole state by names instead of ids, in a stable order: two equal files give equal dumps. */
export function dump(db: ReadableDb, planId: PlanId): Dump {
  const state = loadPlanState(db, planId, { parts: PARTS });
  const taskNumber = lookup(state.tasks, (task) => task.number);
  const agencyName = lookup(state.agencies, (agency) => agency.name);
  const periodLabel = lookup(state.periods, (period) => period.label);
  const targetName = lookup(state.targets, (target) => target.name);
  const dutyTitle = lookup(state.duties, (duty) => duty.title);
  const closedOn = lookup(state.closings, (closing) => closing.closedOn);
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  const whose = (id: AgencyId | null) => (id === null ? null : agencyName(id));
  return {
    plan: state.plan,
    agencies: state.agencies,
    assignments: state.assignments.map(({ taskId, agencyId, role, position, origin, writtenAs, span }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      role,
      position,
      origin,
      writtenAs,
      span,
    })),
    periods: state.periods,
    progress: state.progress.map(({ id: _, taskId, agencyId, periodId, ...progress }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      period: periodLabel(periodId),
      ...progress,
    })),
    tasks: state.tasks.map(({ number, title, sectionTitle, cadence, leadLeader, leaderInCharge, personInCharge }) => ({
      task: number,
      title,
      section: sectionTitle,
      leadLeader,
      leaderInCharge,
      personInCharge,
      cadence,
    })),
    targets: state.targets.map(({ id: _, taskId, ...target }) => ({ task: taskNumber(taskId), ...target })),
    targetValues: state.targetValues.map(({ targetId, taskId, agencyId, periodId, value, cumulative }) => ({
      task: taskNumber(taskId),
      target: targetName(targetId),
      agency: agencyName(agencyId),
      period: periodLabel(periodId),
      value,
      cumulative,
    })),
    milestones: state.milestones.map(({ id: _, taskId, agencyId, ...milestone }) => ({
      task: taskNumber(taskId),
      agency: whose(agencyId),
      ...milestone,
    })),
    subItems: state.subItems.map(({ id: _, taskId, agencyId, ...subItem }) => ({
      task: taskNumber(taskId),
      agency: whose(agencyId),
      ...subItem,
    })),
    verifications: state.verifications.map(({ id: _, taskId, agencyId, periodId, ...verification }) => ({
      task: taskNumber(taskId),
      agency: agencyName(agencyId),
      period: periodLabel(periodId),
      ...verification,
    })),
    evidence: state.evidence.map(({ id: _, taskId, agencyId, periodId, closingId, fileName, ...evidence }) => ({
      task: taskNumber(taskId),
      agency: whose(agencyId),
      period: periodId === null ? null : periodLabel(periodId),
      closedOn: closingId === null ? null : closedOn(closingId),
      file: fileName,
      ...evidence,
    })),
    extensions: state.extensions.map(({ id: _, taskId, agencyId, periodId, ...extension }) => ({
      task: taskNumber(taskId),
      agency: whose(agencyId),
      period: periodId === null ? null : periodLabel(periodId),
      ...extension,
    })),
    closings: state.closings.map(({ id: _, taskId, agencyId, ...closing }) => ({
      task: taskNumber(taskId),
      agency: whose(agencyId),
      ...closing,
    })),
    duties: state.duties.map(({ id: _, planId: __, taskId, ...duty }) => ({ task: taskNumber(taskId), ...duty })),
    dutyRecords: state.dutyRecords.map(({ id: _, dutyId, taskId, agencyId, ...record }) => ({
      task: taskNumber(taskId),
      duty: dutyTitle(dutyId),
      agency: agencyName(agencyId),
      ...record,
    })),
    reminders: listReminders(db, planId).map(({ id: _, planId: __, agencyId, periodId, tasks, ...reminder }) => ({
      agency: agencyName(agencyId),
      period: periodId === null ? null : periodLabel(periodId),
      // A task that was taken out since has no number any more.
      tasks: tasks.flatMap((id) => numbers.get(id) ?? []),
      ...reminder,
    })),
    matters: state.matters.map(({ taskId, ...matter }) => ({ task: taskNumber(taskId), ...matter })),
    contacts: state.agencies.flatMap(({ id, name }) =>
      contactsOf(db, id).map(({ reporter, phone, post, note, since }) => {
        return { agency: name, reporter, phone, post, note, since };
      }),
    ),
  };
}

function lookup<Row extends { readonly id: number }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): (id: Row['id']) => Value {
  const values = new Map(rows.map((row) => [row.id, value(row)]));
  return (id) => {
    const found = values.get(id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };
}
