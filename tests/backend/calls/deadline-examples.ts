// Examples of calls about periods, deadlines and the calendar, for the test that makes each call once.
import fs from 'node:fs';
import path from 'node:path';
import { laterPeriod } from '#shared/domain/carry.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish, ticket } from '#tests/helpers/an-office.ts';
import type { ExamplesOf, World } from './a-world.ts';

const NATIONAL_DAY = [{ name: '国庆节', from: '2027-10-01', to: '2027-10-07' }];
const YEAR = { year: 2027, source: '通知', holidays: NATIONAL_DAY, workdays: ['2027-10-09'] };

const place = ({ taskId, agencyId }: World) => ({ taskId, agencyId });
const until = { periodId: null, dueOn: '2021-12-20', reason: '汛期影响', approver: '张三' } as const;

async function nextPeriod({ client, periodId }: World) {
  const { periods } = await client.workspace.overview();
  const period = periods.find(({ id }) => id === periodId);
  return (period && laterPeriod(periods, period)?.id) ?? periodId;
}

/** The cell has an entry since an earlier example. */
async function carriedOver(world: World) {
  const intoPeriodId = await nextPeriod(world);
  return { fromPeriodId: world.periodId, intoPeriodId, fields: ['narrative' as const] };
}

export const periodExamples: ExamplesOf<'period'> = {
  list: async (w) => () => w.client.period.list({ planId: PLAN }),
  gaps: async (w) => () => w.client.period.gaps({ periodId: w.periodId }),
  close: async (w) => () => w.client.period.close({ periodId: w.periodId }),
  // What the example before it has closed; the examples after it write into the period again.
  reopen: async (w) => () => w.client.period.reopen({ periodId: w.periodId, reason: '更正' }),
  rules: async (w) => () => w.client.period.rules({ planId: PLAN }),
  make: async (w) => () => w.client.period.make({ planId: PLAN, kinds: ['quarter'], years: [2021] }),
  addOwn: async (w) => () =>
    w.client.period.addOwn({ planId: PLAN, label: '专项行动', startsOn: '2021-07-01', endsOn: '2021-08-31' }),
  setDue: async (w) => async () =>
    w.client.period.setDue({ periodId: await nextPeriod(w), dueOn: '2021-12-01', onHoliday: 'next-workday' }),
  remove: async (w) => async () => {
    const { periods } = await w.client.workspace.overview();
    const own = periods.find(({ kind }) => kind === 'own');
    return w.client.period.remove({ periodId: own?.id ?? w.periodId });
  },
  setPlanCadence: async (w) => {
    await w.client.period.setPlanCadence({ planId: PLAN, cadence: 'quarter' });
    return () => w.client.period.setPlanCadence({ planId: PLAN, cadence: 'month' });
  },
  setTaskCadence: async (w) => {
    await w.client.period.setTaskCadence({ taskIds: [w.taskId], cadence: 'quarter' });
    return () => w.client.period.setTaskCadence({ taskIds: [w.taskId], cadence: null });
  },
  previewCarry: async (w) => {
    const order = await carriedOver(w);
    return () => w.client.period.previewCarry(order);
  },
  carry: async (w) => {
    const order = await carriedOver(w);
    return () => w.client.period.carry(order);
  },
  confirmCarried: async (w) => {
    const periodId = await nextPeriod(w);
    return () => w.client.period.confirmCarried({ periodId, cells: [place(w)] });
  },
};

export const deadlineExamples: ExamplesOf<'deadline'> = {
  overdue: async (w) => () => w.client.deadline.overdue({ planId: PLAN, within: 5 }),
  list: async (w) => () => w.client.deadline.list({ planId: PLAN }),
  setDues: async (w) => () =>
    w.client.deadline.setDues({
      taskId: w.taskId,
      dues: [{ kind: 'date', text: '汛期前', date: '2021-06-01', day: null, count: null }],
    }),
  extend: async (w) => () => w.client.deadline.extend({ places: [place(w)], ...until }),
  removeExtension: async (w) => async () => {
    const [task] = await w.client.deadline.list({ planId: PLAN, taskIds: [w.taskId] });
    return w.client.deadline.removeExtension({ id: task?.extensions[0]?.id ?? (1 as never) });
  },
  close: async (w) => () => w.client.deadline.close({ places: [place(w)], basis: '验收报告' }),
  closeWithFiles: async (w) => {
    await w.client.deadline.reopen({ places: [place(w)], reason: '补充材料' });
    const file = path.join(w.office.folder, '验收意见.pdf');
    fs.writeFileSync(file, '验收意见');
    const files = [{ file: ticket(file) }];
    return async () => finish(await w.client.deadline.closeWithFiles({ places: [place(w)], basis: '验收意见', files }));
  },
  reopen: async (w) => () => w.client.deadline.reopen({ places: [place(w)], reason: '复查未通过' }),
};

export const calendarExamples: ExamplesOf<'calendar'> = {
  list: async (w) => () => w.client.calendar.list({}),
  readText: async (w) => () => w.client.calendar.readText({ text: '2027年10月1日至7日放假，10月9日上班' }),
  readFile: async (w) => {
    const file = path.join(w.office.folder, '节假日.csv');
    fs.writeFileSync(file, '国庆节,2027-10-01,2027-10-07,休\n调休,2027-10-09,,班\n');
    return () => w.client.calendar.readFile({ file: ticket(file) });
  },
  set: async (w) => () => w.client.calendar.set({ years: [YEAR] }),
  reset: async (w) => () => w.client.calendar.reset({ year: 2027 }),
};
