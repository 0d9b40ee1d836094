import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Backend, openBackend } from '#backend/backend.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { FileTicketSchema, type LongCallEvent } from '#shared/contract/call.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { LentIntake } from '#tests/helpers/lend-intake.ts';

const SEEDS = fileURLToPath(new URL('../../../seeds/', import.meta.url));

/** A backend on a copy of a data file, in a folder of its own. */
export type Desk = Pick<Backend, 'client' | 'dataFile'> & {
  readonly folder: string;
  readonly planId: PlanId;
  /** Closes the backend and removes the folder. */
  readonly close: () => Promise<void>;
};

/**
 * Opens a copy of a data file; opening brings it to the present format.
 *
 * @param source `null`: a new one, with the embedded plan
 * @param now what the clock shows
 */
export async function openDesk(source: string | null, now: Date, intake: LentIntake): Promise<Desk> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-returns-'));
  const dataFile = path.join(folder, '责任矩阵.db');
  if (source !== null) fs.copyFileSync(source, dataFile);
  const backend = await openBackend({
    dataFile,
    seedsFolder: SEEDS,
    createIfMissing: source === null,
    startIntake: intake.start,
    outletWorker: OUTLET_WORKER,
    clock: () => now,
    resolveTicket: (ticket) => ticket,
  });
  const { plan } = await backend.client.workspace.overview();
  const close = async (): Promise<void> => {
    await backend.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { client: backend.client, dataFile, folder, planId: plan.id, close };
}

/** The ticket of a path: the path itself. */
export function ticketOf(file: string): ReturnType<typeof FileTicketSchema.parse> {
  return FileTicketSchema.parse(file);
}

/** Runs a long call to its end. */
export async function finish<Result>(events: AsyncIterable<LongCallEvent<Result>>): Promise<Result> {
  for await (const event of events) if (event.kind === 'result') return event.result;
  throw new Error('the call ended without a result');
}
