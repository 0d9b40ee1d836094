import { expect, test } from 'vitest';
import { brokenPromises } from '#backend/cases/page/week-promises.ts';
import type { PageReminder } from '#shared/domain/agency-page.ts';
import { AgencyIdSchema, PeriodIdSchema, RowIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { WeekDuty } from '#shared/domain/week-card.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';

const agencyId = AgencyIdSchema.parse(7);
const periodId = PeriodIdSchema.parse(10);
const task = TaskIdSchema.parse(5);

const reminder = (id: number, promisedOn: string | null, of: Partial<PageReminder> = {}): PageReminder => ({
  id: RowIdSchema.parse(id),
  planId: PLAN,
  agencyId,
  agency: '县农业农村局',
  periodId,
  manner: 'call',
  slip: null,
  slipNumber: '',
  tasks: [],
  text: '',
  told: '',
  madeOn: '2021-10-08',
  answer: '',
  answeredOn: null,
  promisedOn,
  ...of,
});

const missing: readonly WeekDuty[] = [
  {
    ...{ agencyId, agency: '县农业农村局', periodId, period: '2021-10', dueOn: '2021-10-15', days: 1 },
    ...{ taskIds: [task], tasks: [5], because: '' },
  },
];

const CASES: readonly (readonly [string, readonly PageReminder[], number])[] = [
  ['promised for a day that has passed', [reminder(1, '2021-10-11')], 1],
  ['promised for today', [reminder(1, '2021-10-12')], 0],
  ['nothing was promised', [reminder(1, null)], 0],
  ['promised anew since', [reminder(2, '2021-10-20'), reminder(1, '2021-10-10')], 0],
  ['about a task that is reported', [reminder(1, '2021-10-10', { tasks: [TaskIdSchema.parse(9)] })], 0],
  ['about a task that is not', [reminder(1, '2021-10-10', { tasks: [task] })], 1],
  ['about no period of its own', [reminder(1, '2021-10-10', { periodId: null })], 1],
  ['about another period', [reminder(1, '2021-10-10', { periodId: PeriodIdSchema.parse(3) })], 0],
];

test.each(CASES)('%s', (_, reminders, broken) => {
  expect(brokenPromises(reminders, missing, '2021-10-12')).toHaveLength(broken);
});
