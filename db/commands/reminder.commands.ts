import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, PeriodId, PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import { nextSlipNumber, REMINDER_MANNER_LABELS, type ReminderRow, SLIP_LABELS } from '#shared/domain/reminder.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getPlan, planOfTask } from '../queries/plan.queries.ts';
import { findReminder, listSlipNumbers } from '../queries/reminder.queries.ts';
import { given } from './duty-rows.ts';

export type NewReminder = Pick<
  ReminderRow,
  'agencyId' | 'manner' | 'slip' | 'text' | 'told' | 'answer' | 'promisedOn'
> & { readonly tasks: readonly TaskId[] };

export type ReminderSending = {
  readonly planId: PlanId;
  readonly periodId: PeriodId | null;
  /** ISO date. */
  readonly madeOn: string;
  readonly reminders: readonly NewReminder[];
};

/**
 * Keeps that agencies were told, all as one step. Slips get the next numbers of their colour in the year they are made.
 *
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN | AGENCY_GONE | TASK_GONE when a task is of another plan
 */
export function addReminders(db: WritableDb, sending: ReminderSending, made: Made): CommittedStep {
  const { planId, periodId, madeOn, reminders } = sending;
  getPlan(db, planId);
  if (periodId !== null && findPeriod(db, periodId)?.planId !== planId) {
    throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  }
  const taken = [...listSlipNumbers(db)];
  const writes = reminders.map((reminder): RowWrite => {
    const { agencyId, manner, slip, text, told, answer, promisedOn, tasks } = reminder;
    getAgency(db, agencyId);
    for (const taskId of tasks) if (planOfTask(db, taskId) !== planId) throw new AppError('TASK_GONE');
    const slipNumber = slip === null ? '' : nextSlipNumber(taken, Number(madeOn.slice(0, 4)), slip);
    taken.push(slipNumber);
    const place = { plan_id: planId, agency_id: agencyId, period_id: periodId, made_on: madeOn };
    const said = { manner, slip, slip_number: slipNumber, tasks: JSON.stringify(tasks), text, told };
    const answered = { answer, answered_on: answer === '' ? null : madeOn, promised_on: promisedOn };
    return { table: 'reminder', id: null, values: { ...place, ...said, ...answered } };
  });
  const numbers = writes.map(({ values }) => String(values?.['slip_number'] ?? ''));
  return commitStep(db, { code: 'reminder.add', label: labelOf(db, reminders, numbers), ...made }, writes);
}

/**
 * Keeps what was answered to a reminder.
 *
 * @param patch what is left out stays
 * @throws AppError REMINDER_GONE | NOTHING_TO_CHANGE
 */
export function answerReminder(
  db: WritableDb,
  reminderId: RowId,
  patch: {
    readonly answer?: string | undefined;
    readonly answeredOn?: string | null | undefined;
    readonly promisedOn?: string | null | undefined;
  },
  made: Made,
): CommittedStep {
  const reminder = getReminder(db, reminderId);
  const label = `记录催办答复：${getAgency(db, reminder.agencyId).shortName}`;
  const { answer, answeredOn, promisedOn } = patch;
  return commitStep(db, { code: 'reminder.answer', label, ...made }, [
    { table: 'reminder', id: reminderId, values: given({ answer, answered_on: answeredOn, promised_on: promisedOn }) },
  ]);
}

/**
 * Takes a reminder away that was kept by mistake. Its slip number, when it is the last of its colour, is given again.
 *
 * @throws AppError REMINDER_GONE
 */
export function removeReminder(db: WritableDb, reminderId: RowId, made: Made): CommittedStep {
  const { agencyId, slipNumber } = getReminder(db, reminderId);
  const label = `删除催办记录：${getAgency(db, agencyId).shortName}${slipNumber}`;
  return commitStep(db, { code: 'reminder.remove', label, ...made }, [
    { table: 'reminder', id: reminderId, values: null },
  ]);
}

function getReminder(db: WritableDb, reminderId: RowId): ReminderRow {
  const reminder = findReminder(db, reminderId);
  if (!reminder) throw new AppError('REMINDER_GONE');
  return reminder;
}

function labelOf(db: WritableDb, reminders: readonly NewReminder[], numbers: readonly string[]): string {
  const [first] = reminders;
  if (reminders.length === 1 && first) {
    const name = nameOf(db, first.agencyId);
    return first.slip === null
      ? `催办：${name}（${REMINDER_MANNER_LABELS[first.manner]}）`
      : `开${SLIP_LABELS[first.slip]}：${name} ${numbers[0] ?? ''}`;
  }
  const slips = numbers.filter((number) => number !== '').length;
  return slips === 0 ? `催办 ${reminders.length} 家单位` : `催办 ${reminders.length} 家单位（开单 ${slips} 份）`;
}

function nameOf(db: WritableDb, agencyId: AgencyId): string {
  return getAgency(db, agencyId).shortName;
}
