import type { BackendContext } from '#backend/calls/context.ts';
import { type ContactRow, listContacts } from '#db/queries/contact.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { type OwedItem, type OwingAgency, proposedSlip, type ReminderRow, type Slip } from '#shared/domain/reminder.ts';
import { reminderLetter } from '#shared/domain/reminder-text.ts';
import { addWorkdays } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { loadOwedState, owedItems, type PlacedItem } from './owed-items.ts';

type Asked = Pick<BackendContext, 'db' | 'calendar'>;

/** Workdays that a reminder leaves for an answer. */
const REPLY_WORKDAYS = 3;

/**
 * Agencies that owe something of a period, or will within days, in the order of the directory: what, how late, how
 * often they were reminded, what they promised, and the text to tell them.
 *
 * @param on ISO date
 * @throws AppError PERIOD_UNKNOWN
 */
export function readOwing(context: Asked, planId: PlanId, periodId: PeriodId, on: string): readonly OwingAgency[] {
  const period = findPeriod(context.db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: period?.label ?? '' });
  const state = loadOwedState(context, period);
  const items = Map.groupBy(owedItems(context, state, period, on), ({ agencyId }) => agencyId);
  const contacts = new Map(listContacts(context.db).map((contact) => [contact.agencyId, contact]));
  const reminders = Map.groupBy(
    listReminders(context.db, planId).filter((reminder) => reminder.periodId === periodId && reminder.madeOn <= on),
    ({ agencyId }) => agencyId,
  );
  return state.agencyNames.flatMap(({ id, name }) => {
    const own = items.get(id);
    if (!own) return [];
    const agency = { id, name, contact: contacts.get(id), reminders: reminders.get(id) ?? [] };
    return [owingAgency(context, { plan: state.plan, on }, agency, own)];
  });
}

/**
 * The text for one agency, in the words of a slip or as a plain reminder.
 *
 * @param replyBy ISO date; left out, {@link REPLY_WORKDAYS} from the day
 * @throws AppError PERIOD_UNKNOWN | REMINDER_NOTHING_OWED
 */
export function readLetter(
  context: Asked,
  asked: {
    readonly planId: PlanId;
    readonly periodId: PeriodId;
    readonly agencyId: AgencyId;
    readonly slip: Slip | null;
    readonly replyBy?: string | undefined;
  },
  on: string,
): { readonly text: string; readonly replyBy: string } {
  const { planId, periodId, agencyId, slip, replyBy = addWorkdays(context.calendar, on, REPLY_WORKDAYS) } = asked;
  const period: PeriodView | undefined = findPeriod(context.db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: period?.label ?? '' });
  const state = loadOwedState(context, period);
  const items = owedItems(context, state, period, on).filter((item) => item.agencyId === agencyId);
  const agencyName = state.agencyNames.find(({ id }) => id === agencyId)?.name ?? '';
  if (items.length === 0) throw new AppError('REMINDER_NOTHING_OWED', { agency: agencyName });
  const reminded = listReminders(context.db, planId).filter(
    (reminder) => reminder.periodId === periodId && reminder.agencyId === agencyId && reminder.madeOn <= on,
  ).length;
  const { title: planTitle, issuer } = state.plan;
  return {
    text: reminderLetter({ agencyName, planTitle, issuer, items, today: on, replyBy, reminded, slip }),
    replyBy,
  };
}

type KnownAgency = {
  readonly id: AgencyId;
  readonly name: string;
  readonly contact: ContactRow | undefined;
  /** Of this period, the newest first. */
  readonly reminders: readonly ReminderRow[];
};

function owingAgency(
  { calendar }: Asked,
  { plan, on }: { readonly plan: PlanView; readonly on: string },
  { id, name, contact, reminders }: KnownAgency,
  placed: readonly PlacedItem[],
): OwingAgency {
  const items = placed.map(({ agencyId: _, ...item }): OwedItem => item);
  const daysLate = Math.max(...items.map((item) => item.daysLate));
  const taskIds = [...new Set(items.flatMap(({ taskId }) => taskId ?? []))];
  const numbers = new Set(items.flatMap(({ taskNumber }) => taskNumber ?? []));
  const promisedOn = reminders.find((reminder) => reminder.promisedOn !== null)?.promisedOn ?? null;
  const letter = { agencyName: name, planTitle: plan.title, issuer: plan.issuer, items, today: on, slip: null };
  const replyBy = addWorkdays(calendar, on, REPLY_WORKDAYS);
  return {
    agencyId: id,
    agencyName: name,
    reporter: contact?.reporter ?? '',
    phone: contact?.phone ?? '',
    items,
    tasks: [...numbers].toSorted((one, other) => one - other),
    taskIds,
    daysLate,
    reminded: reminders.length,
    remindedOn: reminders[0]?.madeOn ?? null,
    promise: promisedOn === null ? null : { on: promisedOn, passed: promisedOn < on },
    proposed: proposedSlip({ daysLate, reminded: reminders.length }),
    text: reminderLetter({ ...letter, replyBy, reminded: reminders.length }),
  };
}
