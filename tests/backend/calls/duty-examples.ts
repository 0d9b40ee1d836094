import path from 'node:path';
import { RowIdSchema } from '#shared/domain/ids.ts';
import { MONTHLY } from '#tests/helpers/a-duty.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish, ticket } from '#tests/helpers/an-office.ts';
import type { ExamplesOf, World } from './a-world.ts';

/** The seed's own: 信息报送 of task 52. */
async function theDuty({ client }: World) {
  const [duty] = await client.duty.list({ planId: PLAN });
  if (!duty) throw new Error('the seed has a regular duty');
  return duty;
}

async function aPiece(w: World, title: string) {
  const { id: dutyId } = await theDuty(w);
  const piece = { dutyId, agencyId: w.agencyId, period: '2021-10', title };
  return () => w.client.duty.record({ records: [piece] });
}

export const dutyExamples: ExamplesOf<'duty'> = {
  list: async (w) => () => w.client.duty.list({ planId: PLAN }),
  expected: async (w) => () => w.client.duty.expected({ planId: PLAN }),
  table: async (w) => {
    const { id: dutyId } = await theDuty(w);
    return () => w.client.duty.table({ dutyId });
  },
  export: async (w) => {
    const { id: dutyId } = await theDuty(w);
    const file = ticket(path.join(w.office.folder, '信息报送.xlsx'));
    return async () => finish(await w.client.duty.export({ dutyId, file }));
  },
  printTable: async (w) => {
    const { id: dutyId } = await theDuty(w);
    return () => w.client.duty.printTable({ dutyId });
  },
  set: async (w) => () => w.client.duty.set({ duty: { taskId: w.taskId }, definition: MONTHLY }),
  remove: async (w) => {
    await w.client.duty.set({ duty: { taskId: w.taskId }, definition: MONTHLY });
    const own = (await w.client.duty.list({ planId: PLAN })).find(({ taskId }) => taskId === w.taskId);
    if (!own) throw new Error('no such duty');
    return () => w.client.duty.remove({ dutyId: own.id });
  },
  record: async (w) => aPiece(w, '冷链检查'),
  setRecords: async (w) => {
    await (await aPiece(w, '再报一篇'))();
    const { records } = await w.client.duty.table({ dutyId: (await theDuty(w)).id });
    const recordId = RowIdSchema.parse(records.at(-1)?.id);
    return () => w.client.duty.setRecords({ edits: [{ recordId, patch: null }] });
  },
};

function aCall({ client, agencyId, periodId, taskId }: World) {
  return () => {
    const reminder = { agencyId, manner: 'call' as const, tasks: [taskId], text: '请报送' };
    return client.reminder.add({ planId: PLAN, periodId, reminders: [reminder] });
  };
}

async function aReminder(w: World) {
  await aCall(w)();
  const [newest] = await w.client.reminder.list({ planId: PLAN });
  return RowIdSchema.parse(newest?.id);
}

export const reminderExamples: ExamplesOf<'reminder'> = {
  owed: async (w) => () => w.client.reminder.owed({ planId: PLAN, periodId: w.periodId }),
  letter: async (w) => () =>
    w.client.reminder.letter({ planId: PLAN, periodId: w.periodId, agencyId: w.agencyId, slip: 'blue' }),
  list: async (w) => () => w.client.reminder.list({ planId: PLAN }),
  add: async (w) => aCall(w),
  answer: async (w) => {
    const reminderId = await aReminder(w);
    return () => w.client.reminder.answer({ reminderId, patch: { answer: '本周报' } });
  },
  remove: async (w) => {
    const reminderId = await aReminder(w);
    return () => w.client.reminder.remove({ reminderId });
  },
  printTable: async (w) => {
    const reminderId = await aReminder(w);
    return () => w.client.reminder.printTable({ reminderId });
  },
};
