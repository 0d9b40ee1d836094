import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { type Backend, openBackend } from '#backend/backend.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { FileTicketSchema, type LongCallEvent } from '#shared/contract/call.ts';
import { fromWireError } from '#shared/contract/wire-error.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { keptIntake } from './kept-intake.ts';

export const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** The day the test's clock shows. */
export const TODAY = new Date('2021-10-12T09:00:00');

export type Office = Backend & {
  /** A folder of its own, in Chinese and with a blank. */
  readonly folder: string;
  /** Opens the same data file again, as after a restart. */
  readonly reopen: () => Promise<Office>;
};

/** The real backend on a new data file with the embedded plan; gone when the test ends. */
export async function anOffice(clock: () => Date = () => TODAY): Promise<Office> {
  return open(aFolder(), clock);
}

/** The same on a copy of a data file. */
export async function anOfficeOn(dataFile: string, clock: () => Date = () => TODAY): Promise<Office> {
  const folder = aFolder();
  fs.copyFileSync(dataFile, path.join(folder, '责任矩阵.db'));
  return open(folder, clock);
}

function aFolder(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  const folder = path.join(root, '办公室 文档');
  fs.mkdirSync(folder);
  return folder;
}

async function open(folder: string, clock: () => Date): Promise<Office> {
  const backend = await openBackend({
    dataFile: path.join(folder, '责任矩阵.db'),
    seedsFolder: SEEDS,
    createIfMissing: true,
    startIntake: keptIntake,
    outletWorker: OUTLET_WORKER,
    clock,
    resolveTicket: (ticket) => ticket,
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= backend.close();
    return closed;
  };
  onTestFinished(close);
  const reopen = async () => {
    await close();
    return open(folder, clock);
  };
  return { ...backend, close, folder, reopen };
}

/** The ticket of a path: in tests, the path itself. */
export function ticket(file: string) {
  return FileTicketSchema.parse(file);
}

/** Runs a long call to its end. */
export async function finish<Result>(events: AsyncIterable<LongCallEvent<Result>>): Promise<Result> {
  for await (const event of events) if (event.kind === 'result') return event.result;
  throw new Error('the call ended without a result');
}

/** The code with which a call is refused; a call that succeeds fails the test. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorCode> {
  try {
    await call;
  } catch (error) {
    return fromWireError(error).code;
  }
  throw new Error('expected a refusal, the call succeeded');
}

/** Ids of a cell of the embedded plan by what a person sees: task number, agency's name, period's label. */
export async function aCell(office: Backend, taskNumber: number, agencyName: string, label = '2021-10') {
  const overview = await office.client.workspace.overview();
  const periodId = overview.periods.find((period) => period.label === label)?.id;
  const agencyId = overview.agencies.find((agency) => agency.name === agencyName)?.id;
  if (periodId === undefined || agencyId === undefined) throw new Error('no such cell');
  const tasks = await office.client.matrix.read({ periodId });
  const taskId = tasks.find((task) => task.number === taskNumber)?.id;
  if (taskId === undefined) throw new Error('no such task');
  return { taskId, agencyId, periodId };
}

/** What the data file keeps of the workbooks that came back, read from outside the program. */
export function keptFiles({ dataFile }: Pick<Backend, 'dataFile'>) {
  const db = new Database(dataFile, { readonly: true });
  try {
    return db.prepare('SELECT name, sha256, size, content FROM stored_file ORDER BY name').all() as readonly {
      readonly name: string;
      readonly sha256: string;
      readonly size: number;
      readonly content: Buffer;
    }[];
  } finally {
    db.close();
  }
}

/** The row in which a file must be kept: its very bytes, and the hash of them. */
export function asKept(file: string): ReturnType<typeof keptFiles>[number] {
  const content = fs.readFileSync(file);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name: path.basename(file), sha256, size: content.byteLength, content };
}
