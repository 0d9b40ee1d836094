import { recordDuties } from '#db/commands/duty.commands.ts';
import { addReminders, type ReminderSending } from '#db/commands/reminder.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listDuties } from '#db/queries/duty.queries.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { LivedGround } from './lived-ground.ts';
import { dayAfter, type Happening, momentOf } from './month-timeline.ts';

/** Share of the pieces that come in a month by which they are owed. */
const SENT_IN = 0.85;

/** Pieces of regular duties come in before they are due; the day after, those who have not reported are called. */
export function livedReminders(db: WritableDb, ground: LivedGround, period: PeriodView): readonly Happening[] {
  return [
    { at: momentOf(dayAfter(period.dueOn, -3), 0.95), happen: (at) => piecesCame(db, ground, period, at) },
    { at: momentOf(dayAfter(period.dueOn, 1), 0.1), happen: (at) => remind(db, ground, period, at) },
  ];
}

function piecesCame(db: WritableDb, { planId, duties, chance }: LivedGround, period: PeriodView, at: string): void {
  const monthly = listDuties(db, planId).filter(({ cadence }) => cadence === 'month');
  const records = monthly.flatMap((duty) =>
    duties
      .filter(({ taskId, agencyId }) => taskId === duty.taskId && chance('piece', agencyId, period.id) < SENT_IN)
      .map(({ agencyId }) => ({
        dutyId: duty.id,
        agencyId,
        period: period.startsOn,
        title: `${periodTitle(period.label)}工作信息`,
        receivedOn: at.slice(0, 10),
        pieces: 1,
        note: '',
      })),
  );
  if (records.length > 0) recordDuties(db, records, { at, client: 'window', manner: 'typed' });
}

function remind(db: WritableDb, { planId, duties, chance }: LivedGround, period: PeriodView, at: string): void {
  const said = new Set(listProgress(db, planId, { periodId: period.id }).map((row) => `${row.taskId}/${row.agencyId}`));
  const missing = Map.groupBy(
    duties.filter(({ taskId, agencyId }) => !said.has(`${taskId}/${agencyId}`)),
    ({ agencyId }) => agencyId,
  );
  const reminders = listAgencies(db).flatMap(({ id, name }): ReminderSending['reminders'] => {
    const owed = missing.get(id);
    if (owed === undefined) return [];
    const numbers = owed.map(({ number }) => number);
    const answered = chance('answered', id, period.id) < 0.7;
    return [
      {
        agencyId: id,
        manner: 'call',
        slip: null,
        text: `${name}：${periodTitle(period.label)}进展尚有 ${numbers.length} 项未报送（第 ${numbers.join('、')} 项），请尽快报送。`,
        told: '',
        answer: answered ? '近日报送。' : '',
        promisedOn: answered ? dayAfter(at.slice(0, 10), 3) : null,
        tasks: owed.map(({ taskId }) => taskId),
      },
    ];
  });
  if (reminders.length === 0) return;
  const sending = { planId, periodId: period.id, madeOn: at.slice(0, 10), reminders };
  addReminders(db, sending, { at, client: 'window', manner: 'typed' });
}
