// A call that says which moment it looks at is answered from that moment, whatever it asks; what would change
// something is refused.
import fs from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, onTestFinished, test } from 'vitest';
import type { Contract } from '#shared/contract/contract.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { AS_OF_DAY_HEADER, AS_OF_STEP_HEADER } from '#shared/domain/moment.ts';
import { aCell, anOffice, finish, refusalOf, ticket } from '#tests/helpers/an-office.ts';

const DONE = { status: 'done', narrative: '已全部办结', reportedOn: '2021-10-12' } as const;

async function aChangedOffice() {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  const before = await office.client.matrix.read({ periodId: cell.periodId });
  await office.client.progress.set({ entries: [{ ...cell, patch: DONE }] });
  await office.client.matrix.setRoles({
    cells: [{ taskId: cell.taskId, agencyId: cell.agencyId, role: 'cooperating' }],
  });
  const first = await office.client.history.moment({ stepId: StepIdSchema.parse(1) });
  return { office, cell, before, first };
}

test('matrix, ledger, task and overview are those of the moment, judged on its day', async () => {
  const { office, cell, before, first } = await aChangedOffice();
  const past = office.clientAt({ stepId: first.stepId, on: '2021-12-01' });
  const { taskIds, ...asked } = { taskIds: [cell.taskId], periodId: cell.periodId };
  const rows = await past.matrix.read(asked);
  expect(rows.map(({ cells }) => cells.map(({ agencyId, role }) => [agencyId, role]))).toEqual(
    before.map(({ cells }) => cells.map(({ agencyId, role }) => [agencyId, role])),
  );
  const [ledger] = await past.ledger.read({ ...asked, taskIds });
  expect(ledger).toMatchObject({ status: null, narrative: '', light: 'overdue' });
  const task = await past.matrix.task({ taskId: cell.taskId, periodId: cell.periodId });
  expect(task.assignments.every(({ progress }) => progress === null)).toBe(true);
  const overview = await past.workspace.overview();
  expect(overview).toMatchObject({ today: '2021-12-01', undoLabel: null, redoLabel: null });
  expect((await past.workspace.dump()).progress).toEqual([]);
  // The present is still there beside it.
  expect((await office.client.workspace.dump()).progress).toMatchObject([{ narrative: '已全部办结' }]);
});

test('what would change the data file or send something out is refused', async () => {
  const { office, cell, first } = await aChangedOffice();
  const past = office.clientAt({ stepId: first.stepId, on: first.on });
  const entry = { ...cell, patch: DONE };
  expect(await refusalOf(past.progress.set({ entries: [entry] }))).toBe('PAST_READ_ONLY');
  expect(await refusalOf(past.history.undo())).toBe('PAST_READ_ONLY');
  const sending = { periodId: cell.periodId, folder: ticket(office.folder) };
  expect(await refusalOf(past.forms.send(sending).then((events) => finish(events)))).toBe('PAST_READ_ONLY');
  expect(fs.readdirSync(office.folder)).toEqual(['责任矩阵.db']);
  expect(await office.client.history.list()).toHaveLength(3);
});

test('the log itself is always read from its end', async () => {
  const { office, first } = await aChangedOffice();
  const past = office.clientAt({ stepId: first.stepId, on: first.on });
  expect(await past.history.list()).toHaveLength(3);
});

test('a step made while the past is looked at leaves the past as it was', async () => {
  const { office, cell, first } = await aChangedOffice();
  const past = office.clientAt({ stepId: first.stepId, on: first.on });
  const dump = await past.workspace.dump();
  await office.client.note.set({ notes: [{ taskId: cell.taskId, agencyId: null, text: '后来的批注' }] });
  expect(await past.workspace.dump()).toEqual(dump);
  expect((await past.matrix.read({ periodId: cell.periodId })).flatMap(({ notes }) => notes)).toEqual([]);
  await past.history.leavePast();
  expect(await past.workspace.dump()).toEqual(dump);
});

test('over the port of the window the moment goes with each call', async () => {
  const { office, first } = await aChangedOffice();
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  office.serve(port2);
  let headers: Record<string, string> = {};
  const window: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1, headers: () => headers }));
  expect((await window.workspace.dump()).progress).toHaveLength(1);
  headers = { [AS_OF_STEP_HEADER]: String(first.stepId), [AS_OF_DAY_HEADER]: '2021-10-09' };
  expect((await window.workspace.dump()).progress).toEqual([]);
  expect((await window.workspace.overview()).today).toBe('2021-10-09');
  expect(await refusalOf(window.history.undo())).toBe('PAST_READ_ONLY');
  headers = { [AS_OF_STEP_HEADER]: 'abc', [AS_OF_DAY_HEADER]: '2021-10-09' };
  expect(await refusalOf(window.workspace.dump())).toBe('BAD_PARAMS');
  headers = { [AS_OF_STEP_HEADER]: '999', [AS_OF_DAY_HEADER]: '2021-10-09' };
  expect(await refusalOf(window.workspace.dump())).toBe('STEP_UNKNOWN');
  headers = {};
  expect((await window.workspace.dump()).progress).toHaveLength(1);
});
