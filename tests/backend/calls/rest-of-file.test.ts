import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Backend, openBackend } from '#backend/backend.ts';
import { RestOfFile } from '#backend/calls/rest-of-file.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { createDataFile } from '#db/open.ts';
import type { AgencyId, StepId, TaskId } from '#shared/domain/ids.ts';
import { createTestDb } from '#tests/helpers/a-plan.ts';
import { damageTable } from '#tests/helpers/damage-table.ts';

let folder = '';
let file = '';
let told: unknown[] = [];
let backend: Backend | undefined;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  file = path.join(folder, '责任矩阵.db');
  told = [];
  createDataFile(file, (db) => {
    createTestDb({ tasks: 3, agencies: 4 }, db);
  });
});
afterEach(async () => {
  await backend?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Backend['client']> {
  backend = await openBackend({
    dataFile: file,
    seedsFolder: folder,
    createIfMissing: false,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    resolveTicket: () => undefined,
    onDamageLater: (error) => told.push(error),
  });
  return backend.client;
}

const CELL = { taskId: 1 as TaskId, agencyId: 2 as AgencyId, role: 'cooperating' } as const;
const DAMAGED = { code: 'DATA_FILE_DAMAGED' };

test('a damaged log: the first picture is shown, then the window is told, and nothing more is read or written', async () => {
  damageTable(file, 'change');
  const bytes = fs.readFileSync(file);
  const client = await open();
  const { currentPeriodId: periodId } = await client.workspace.overview();
  const [task] = await client.matrix.read({ periodId });
  expect(task?.cells.length).toBeGreaterThan(0);
  await expect(client.matrix.setRoles({ cells: [CELL] })).rejects.toMatchObject(DAMAGED);
  await expect(client.history.list({})).rejects.toMatchObject(DAMAGED);
  await expect(client.matrix.read({ periodId })).rejects.toMatchObject(DAMAGED);
  expect(told).toMatchObject([DAMAGED]);
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
});

test('a look at the past is made from the log and waits for its check', async () => {
  damageTable(file, 'change');
  await open();
  const past = backend?.clientAt({ stepId: 1 as StepId, on: '2021-11-20' });
  await expect(past?.workspace.overview()).rejects.toMatchObject(DAMAGED);
});

test('a step that comes before any picture waits for the check and is made', async () => {
  const client = await open();
  const { touched } = await client.matrix.setRoles({ cells: [CELL] });
  expect(touched.length).toBeGreaterThan(0);
  expect(told).toEqual([]);
});

test('a step that still waits when the file is closed is checked for and made', async () => {
  let checked = false;
  const rest = new RestOfFile(
    () => {
      checked = true;
    },
    (error) => told.push(error),
  );
  const step = rest.run('matrix.setRoles', () => checked);
  rest.leave();
  expect(await step).toBe(true);
});

test('nothing is checked any more after closing, and nobody is told of a file that is closed', async () => {
  const rest = new RestOfFile(
    () => {
      throw new Error('the file is closed');
    },
    (error) => told.push(error),
  );
  await rest.run('matrix.read', () => 'picture');
  rest.leave();
  await new Promise(setImmediate);
  expect(told).toEqual([]);
});
