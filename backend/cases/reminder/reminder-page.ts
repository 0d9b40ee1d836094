import type { BackendContext } from '#backend/calls/context.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { findReminder } from '#db/queries/reminder.queries.ts';
import type { RowId } from '#shared/domain/ids.ts';
import { dayWords } from '#shared/domain/late-text.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { REMINDER_MANNER_LABELS, SLIP_LABELS, SLIP_TITLES } from '#shared/domain/reminder.ts';
import { AppError } from '#shared/errors.ts';

/** Lines left for what is written by hand. */
const BLANK = '\n\n\n';

/**
 * A reminder as a form on paper: whose, about what, its text as it was kept, and room for the answer.
 *
 * @throws AppError REMINDER_GONE
 */
export function reminderPage({ db }: Pick<BackendContext, 'db'>, reminderId: RowId): PrintTable {
  const reminder = findReminder(db, reminderId);
  if (!reminder) throw new AppError('REMINDER_GONE');
  const { slip, slipNumber, text, madeOn, told, answer } = reminder;
  const plan = getPlan(db, reminder.planId);
  const period = reminder.periodId === null ? undefined : findPeriod(db, reminder.periodId);
  const row = (head: string, words: string) =>
    ({ kind: 'row', cells: [head, words], joined: [], lights: [] }) satisfies PrintTable['items'][number];
  const about = `${plan.title}${period ? `（${periodTitle(period.label)}）` : ''}`;
  return {
    title: slip === null ? '催办通知' : `${SLIP_TITLES[slip]}（${SLIP_LABELS[slip]}）`,
    unitLine: {
      left: slipNumber === '' ? '' : `编号：${slipNumber}`,
      right: `${plan.issuer}　${dayWords(madeOn)}`,
    },
    columns: [
      { head: '项目', groups: [], width: 14, align: 'center', verticalHead: false },
      { head: '内容', groups: [], width: 86, align: 'left', verticalHead: false },
    ],
    repeated: 1,
    items: [
      row('主送单位', getAgency(db, reminder.agencyId).name),
      row('事由', about),
      row('督办内容', text),
      row('送达方式', [REMINDER_MANNER_LABELS[reminder.manner], told].filter(Boolean).join('　')),
      row('办理情况\n（承办单位填写）', answer === '' ? BLANK : answer),
      row('承办单位签收', '签收人：　　　　　　　　电话：　　　　　　　　　　　年　　月　　日'),
    ],
    notes: [],
  };
}
