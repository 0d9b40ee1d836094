// A ledger of 5,000 rows took the backend one to two seconds, in which no cell was saved and no call answered: rows
// were built on the thread that owns the data file. Only order is looked at here, no time: machines differ.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Backend, openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { fromWireError } from '#shared/contract/wire-error.ts';
import { writeBigPlan } from '#tests/bench/big-plan.ts';
import { SEEDS, TODAY, ticket } from '#tests/helpers/an-office.ts';

/** A plan whose ledger has 5,000 rows: 625 tasks with eight agencies each. */
async function aGreatOffice(): Promise<{ readonly backend: Backend; readonly folder: string; readonly file: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), '大县 '));
  const dataFile = path.join(folder, '大县.db');
  writeBigPlan(dataFile, { tasks: 625, agencies: 80 });
  const backend = await openBackend({
    dataFile,
    seedsFolder: SEEDS,
    createIfMissing: false,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    clock: () => TODAY,
    resolveTicket: (asked) => asked,
  });
  onTestFinished(async () => {
    await backend.close();
    fs.rmSync(folder, { recursive: true });
  });
  return { backend, folder, file: path.join(folder, '台账.xlsx') };
}

test('cells are saved while 5,000 rows are exported, and their rows are told on the way', async () => {
  const { backend, file } = await aGreatOffice();
  const { client } = backend;
  const { currentPeriodId: periodId, plan } = await client.workspace.overview();
  const [task] = await client.matrix.read({ periodId });
  if (!task) throw new Error('a plan without tasks');
  const seen: string[] = [];
  const saveOne = async (): Promise<void> => {
    await client.task.setText({ edits: [{ taskId: task.id, title: `改了 ${seen.length}` }] });
    seen.push('saved');
  };
  let saving: Promise<void> | undefined;
  for await (const event of await client.exports.table({
    planId: plan.id,
    layout: 'ledger',
    periodId,
    file: ticket(file),
  })) {
    seen.push(event.kind === 'result' ? 'result' : `${event.done}/${event.total}`);
    if (event.kind === 'result') expect(event.result).toMatchObject({ rows: 5_000, fileName: '台账.xlsx' });
    else saving ??= saveOne();
  }
  await saving;
  // Saved before the file stood, though it came after the export; and the export told of its rows all the while.
  expect(seen.indexOf('saved')).toBeLessThan(seen.indexOf('result'));
  expect(seen.filter((event) => /^\d+00\//.test(event)).length).toBeGreaterThan(30);
  expect(seen.at(-1)).toBe('result');
});

test('the backend is never busy with rows: its own timers run between any two words of the export', async () => {
  const { backend, file } = await aGreatOffice();
  const { client } = backend;
  const { currentPeriodId: periodId, plan } = await client.workspace.overview();
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  onTestFinished(() => clearInterval(timer));
  let afterGathering = 0;
  for await (const event of await client.exports.table({
    planId: plan.id,
    layout: 'ledger',
    periodId,
    file: ticket(file),
  })) {
    if (event.kind === 'progress' && event.done === 0) afterGathering = turns;
  }
  // Built in the program itself, the rows left room for three or four turns.
  expect(turns - afterGathering).toBeGreaterThan(50);
});

test('a great export that is cancelled among its rows leaves no file and no temporary one', async () => {
  const { backend, folder, file } = await aGreatOffice();
  const { client } = backend;
  const { currentPeriodId: periodId, plan } = await client.workspace.overview();
  const cancel = new AbortController();
  const work = async (): Promise<void> => {
    const input = { planId: plan.id, layout: 'ledger', periodId, file: ticket(file) } as const;
    for await (const event of await client.exports.table(input, { signal: cancel.signal })) {
      if (event.kind === 'progress' && event.done >= 1_000) cancel.abort();
    }
  };
  const code = await work().then(
    () => 'written',
    (error: unknown) => fromWireError(error).code,
  );
  expect(code).toBe('CANCELLED');
  expect(fs.readdirSync(folder)).toEqual(['大县.db']);
});

test('a client that simply looks away from a great export leaves nothing either', async () => {
  const { backend, folder, file } = await aGreatOffice();
  const { client } = backend;
  const { currentPeriodId: periodId, plan } = await client.workspace.overview();
  for await (const event of await client.exports.table({
    planId: plan.id,
    layout: 'ledger',
    periodId,
    file: ticket(file),
  })) {
    if (event.kind === 'progress' && event.done >= 1_000) break;
  }
  expect(fs.readdirSync(folder)).toEqual(['大县.db']);
});
