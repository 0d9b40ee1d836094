import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBackend } from '#backend/backend.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { type BackendMessage, readBackendMessage } from '#electron/backend/backend-messages.ts';
import { BackendSession } from '#electron/backend/backend-session.ts';
import { FileTicketSchema, type TicketPurpose } from '#shared/contract/call.ts';
import type { Contract } from '#shared/contract/contract.ts';
import { damageTable } from '#tests/helpers/damage-table.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let said: BackendMessage[];
let session: BackendSession;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), '会话 '));
  said = [];
  const silent = () => undefined;
  session = new BackendSession({
    open: openBackend,
    outletWorker: OUTLET_WORKER,
    post: (message) => void said.push(message),
    log: { info: silent, warn: silent, error: silent },
  });
});
afterEach(async () => {
  await session.receive({ type: 'close' }, undefined);
  rmSync(folder, { recursive: true });
});

function open(name: string, createIfMissing: boolean): Promise<void> {
  const dataFile = path.join(folder, name);
  const seedsFolder = path.join(root, 'seeds');
  return session.receive({ type: 'open', dataFile, createIfMissing, seedsFolder }, undefined);
}

async function aWindow(): Promise<ContractRouterClient<Contract>> {
  const { port1, port2 } = new MessageChannel();
  void session.receive({ type: 'connect' }, port1);
  port2.start();
  return createORPCClient(new RPCLink({ port: port2 }));
}

test('the first start makes the folder and the file, and says that it is ready', async () => {
  await open('责任矩阵/责任矩阵.db', true);
  expect(said).toEqual([{ type: 'ready' }]);
  expect(readFileSync(path.join(folder, '责任矩阵/责任矩阵.db')).toString('latin1', 0, 15)).toBe('SQLite format 3');
});

test('a window that connects before the file is open has its calls answered afterwards', async () => {
  const opening = open('a.db', true);
  const client = await aWindow();
  const overview = await client.workspace.overview();
  await opening;
  expect(overview.agencies.length).toBeGreaterThan(0);
});

test('a reloaded window gets a channel of its own', async () => {
  await open('a.db', true);
  await (await aWindow()).workspace.overview();
  const reloaded = await aWindow();
  expect((await reloaded.workspace.overview()).sections).toHaveLength(10);
});

test.each([
  ['a file that is gone', undefined, 'DATA_FILE_MISSING'],
  ['a damaged file', 'garbage'.repeat(100), 'DATA_FILE_DAMAGED'],
])('%s is told by code and stays as it is', async (_name, content, code) => {
  const file = path.join(folder, 'a.db');
  if (content !== undefined) writeFileSync(file, content);
  await open('a.db', false);
  expect(said).toMatchObject([{ type: 'open-failed', code }]);
  expect(readBackendMessage(said[0])).toEqual(said[0]);
  if (content !== undefined) expect(readFileSync(file, 'utf8')).toBe(content);
});

test('a damaged log is told when the first picture has been asked for; the file stays as it is', async () => {
  await open('a.db', true);
  await session.receive({ type: 'close' }, undefined);
  const file = path.join(folder, 'a.db');
  damageTable(file, 'change');
  const bytes = readFileSync(file);
  said.length = 0;
  await open('a.db', false);
  const client = await aWindow();
  const { currentPeriodId: periodId } = await client.workspace.overview();
  await client.matrix.read({ periodId });
  await expect(client.history.list({})).rejects.toMatchObject({ code: 'DATA_FILE_DAMAGED' });
  expect(said).toMatchObject([{ type: 'ready' }, { type: 'open-failed', code: 'DATA_FILE_DAMAGED' }]);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a ticket is confirmed once the backend knows it', async () => {
  await session.receive({ type: 'grant', ticket: 't1', path: '/a.xlsx', purpose: 'export' }, undefined);
  expect(said).toEqual([{ type: 'granted', ticket: 't1' }]);
});

// A ticket was only a path: a page gone wrong could have written a table over the workbook that a person chose to be
// read, or read one that was chosen to be written.
test('a ticket that was given for reading is no target for writing, and the other way round', async () => {
  await open('a.db', true);
  const client = await aWindow();
  const returned = path.join(folder, '交回.xlsx');
  writeFileSync(returned, 'PK');
  const ticketFor = async (purpose: TicketPurpose) => {
    await session.receive({ type: 'grant', ticket: purpose, path: returned, purpose }, undefined);
    return FileTicketSchema.parse(purpose);
  };
  const { currentPeriodId: periodId, plan } = await client.workspace.overview();
  const planId = plan.id;
  const refused = { code: 'FILE_NOT_GRANTED' };
  for (const purpose of ['read', 'forms', 'data-file'] as const) {
    const file = await ticketFor(purpose);
    await expect(client.exports.table({ planId, layout: 'ledger', periodId, file }).then(first)).rejects.toMatchObject(
      refused,
    );
    const content = new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf');
    await expect(client.exports.pdf({ file, content })).rejects.toMatchObject(refused);
  }
  for (const purpose of ['export', 'forms', 'data-file'] as const) {
    const files = [{ ticket: await ticketFor(purpose) }];
    await expect(client.returns.receive({ planId, files }).then(first)).rejects.toMatchObject(refused);
  }
  for (const purpose of ['read', 'export'] as const) {
    const sent = client.forms.send({ periodId, folder: await ticketFor(purpose) });
    await expect(sent.then(first)).rejects.toMatchObject(refused);
  }
  expect(readFileSync(returned, 'utf8')).toBe('PK');
});

const first = async (events: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of events) return;
};

test('after closing a call is refused with a code, and the file opens again', async () => {
  await open('a.db', true);
  const client = await aWindow();
  await client.workspace.overview();
  await session.receive({ type: 'close' }, undefined);
  expect(said.at(-1)).toEqual({ type: 'closed' });
  await expect(client.workspace.overview()).rejects.toMatchObject({ code: 'CLOSING' });
  await open('a.db', false);
  expect(said.at(-1)).toEqual({ type: 'ready' });
});
