import type { WritableDb } from '#db/handle.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listDuties } from '#db/queries/duty.queries.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { LivedGround } from './lived-ground.ts';
import { dayAfter, type Happening, momentOf } from './month-timeline.ts';
import { writeSome } from './write-some.ts';

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
  const writes = monthly.flatMap((duty) =>
    duties
      .filter(({ taskId, agencyId }) => taskId === duty.taskId && chance('piece', agencyId, period.id) < SENT_IN)
      .map(
        ({ taskId, agencyId }): RowWrite => ({
          table: 'duty_record',
          id: null,
          values: {
            duty_id: duty.id,
            task_id: taskId,
            agency_id: agencyId,
            starts_on: period.startsOn,
            title: `${periodTitle(period.label)}食品安全工作信息`,
            received_on: at.slice(0, 10),
            pieces: 1,
            note: '',
          },
        }),
      ),
  );
  writeSome(db, { code: 'duty.record', label: `登记 ${writes.length} 篇报送信息`, at }, writes);
}

function remind(db: WritableDb, { planId, duties, chance }: LivedGround, period: PeriodView, at: string): void {
  const said = new Set(listProgress(db, planId, { periodId: period.id }).map((row) => `${row.taskId}/${row.agencyId}`));
  const missing = Map.groupBy(
    duties.filter(({ taskId, agencyId }) => !said.has(`${taskId}/${agencyId}`)),
    ({ agencyId }) => agencyId,
  );
  const writes = listAgencies(db).flatMap(({ id, name }): RowWrite[] => {
    const owed = missing.get(id);
    if (owed === undefined) return [];
    const numbers = owed.map(({ number }) => number);
    const answered = chance('answered', id, period.id) < 0.7;
    const values = {
      plan_id: planId,
      agency_id: id,
      period_id: period.id,
      manner: 'call',
      slip: null,
      slip_number: '',
      tasks: JSON.stringify(owed.map(({ taskId }) => taskId)),
      text: `${name}：${periodTitle(period.label)}进展尚有 ${numbers.length} 项未报送（第 ${numbers.join('、')} 项），请尽快报送。`,
      told: '',
      made_on: at.slice(0, 10),
      answer: answered ? '近日报送。' : '',
      answered_on: answered ? at.slice(0, 10) : null,
      promised_on: answered ? dayAfter(at.slice(0, 10), 3) : null,
    };
    return [{ table: 'reminder', id: null, values }];
  });
  writeSome(
    db,
    { code: 'reminder.add', label: `催办 ${writes.length} 个单位（${periodTitle(period.label)}）`, at },
    writes,
  );
}
