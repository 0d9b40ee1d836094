import { closeTasks } from '#db/commands/closing.commands.ts';
import { addExtensions } from '#db/commands/extension.commands.ts';
import { addVerifications } from '#db/commands/verification.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listClosings } from '#db/queries/closing.queries.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { pick } from './chance.ts';
import type { LivedGround } from './lived-ground.ts';
import { dayAfter, type Happening, momentOf } from './month-timeline.ts';

/** Shares of what was reported as done that are looked at on the spot, and of that which is closed. */
const VERIFIED = 0.2;
const CLOSED = 0.3;
/** Share of the stuck duties whose task is put off. */
const PUT_OFF = 0.25;

const MANNERS = ['实地查看', '查阅资料', '电话核实'] as const;
const RESULTS = ['confirmed', 'confirmed', 'confirmed', 'partly', 'not-confirmed'] as const;
const CHECKER = '县食品安全委员会办公室';

/** What the office does about reports in the last days of a month: looks for itself, closes what is done, puts off what is stuck. */
export function livedChecks(db: WritableDb, ground: LivedGround, period: PeriodView): readonly Happening[] {
  const day = dayAfter(period.endsOn, -2);
  return [
    { at: momentOf(day, 0.3), happen: (at) => verify(db, ground, period, at) },
    { at: momentOf(day, 0.6), happen: (at) => closeDone(db, ground, period, at) },
    { at: momentOf(day, 0.7), happen: (at) => putOff(db, ground, period, at) },
  ];
}

function verify(db: WritableDb, { planId, chance }: LivedGround, period: PeriodView, at: string): void {
  const edits = listProgress(db, planId, { periodId: period.id })
    .filter(({ status, id }) => status === 'done' && chance('verified', id) < VERIFIED)
    .map(({ id, taskId, agencyId }) => ({
      taskId,
      agencyId,
      periodId: period.id,
      result: pick(RESULTS, chance('result', id)),
      manner: pick(MANNERS, chance('manner', id)),
      checker: CHECKER,
      checkedOn: at.slice(0, 10),
      note: '',
    }));
  if (edits.length > 0) addVerifications(db, edits, { at, client: 'window', manner: 'typed' });
}

function closeDone(db: WritableDb, { planId, chance }: LivedGround, period: PeriodView, at: string): void {
  const closed = new Set(listClosings(db, planId).map(({ taskId, agencyId }) => `${taskId}/${agencyId}`));
  const drafts = listProgress(db, planId, { periodId: period.id })
    .filter(({ status, id, taskId, agencyId }) => {
      return status === 'done' && !closed.has(`${taskId}/${agencyId}`) && chance('closed', id) < CLOSED;
    })
    .map(({ taskId, agencyId }) => ({
      taskId,
      agencyId,
      closedOn: at.slice(0, 10),
      basis: '年度任务已完成，材料齐全。',
      approver: CHECKER,
    }));
  if (drafts.length > 0) closeTasks(db, drafts, { at, client: 'window', manner: 'typed' });
}

function putOff(db: WritableDb, { planId, chance }: LivedGround, period: PeriodView, at: string): void {
  const drafts = listProgress(db, planId, { periodId: period.id })
    .filter(({ status, id }) => status === 'blocked' && chance('put-off', id) < PUT_OFF)
    .map(({ taskId, agencyId }) => ({
      taskId,
      agencyId,
      periodId: null,
      dueOn: `${period.endsOn.slice(0, 4)}-12-31`,
      reason: '需有关单位配合，推进受阻。',
      approver: CHECKER,
      approvedOn: at.slice(0, 10),
    }));
  if (drafts.length > 0) addExtensions(db, drafts, { at, client: 'window', manner: 'typed' });
}
