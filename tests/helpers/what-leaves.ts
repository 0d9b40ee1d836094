import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { FileTicketSchema, type LongCallEvent } from '#shared/contract/call.ts';
import { STATISTICS_VIEWS } from '#shared/domain/figure-table.ts';
import { LAYOUTS } from '#shared/domain/layout.ts';
import { copyWorld, WORLD_TODAY, type WorldName } from '#tests/worlds/write-world.ts';

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** A workbook that the program wrote. */
export type Leaving = {
  /** Which of its doors: `layout ledger`, `form`, `statistics targets`. */
  readonly kind: string;
  readonly file: string;
};

export type LeavingChoice = {
  /** Left out: the last month that is closed, of which everything is known. */
  readonly period?: string;
  /** At most so many forms; left out, all. */
  readonly forms?: number;
  /** Only kinds that begin so. */
  readonly only?: string;
};

/** Opens a copy of a world on its own day. */
export async function openWorld(world: WorldName, folder: string) {
  const dataFile = await copyWorld(world, path.join(folder, `${world}.db`));
  return openBackend({
    dataFile,
    seedsFolder: SEEDS,
    createIfMissing: false,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    clock: () => new Date(`${WORLD_TODAY}T09:00:00`),
    resolveTicket: (ticket) => ticket,
  });
}

async function ended<Result>(call: Promise<AsyncIterable<LongCallEvent<Result>>>): Promise<Result> {
  for await (const event of await call) if (event.kind === 'result') return event.result;
  throw new Error('the call ended without a result');
}

/**
 * Writes everything of a world that leaves as a workbook: every layout there is, every form, the tables of figures, the
 * tables of regular duties, the catalogue of evidence. A layout that is added joins by itself.
 *
 * @param folder where the copy of the world and the workbooks go
 */
export async function writeWhatLeaves(
  world: WorldName,
  folder: string,
  { period = '2021-11', forms = Infinity, only = '' }: LeavingChoice = {},
): Promise<readonly Leaving[]> {
  const backend = await openWorld(world, folder);
  const { client } = backend;
  const leaving: Leaving[] = [];
  try {
    const { plan, periods, agencies } = await client.workspace.overview();
    const periodId = periods.find(({ label }) => label === period)?.id;
    if (periodId === undefined) throw new Error(`no period ${period}`);
    const planId = plan.id;
    const write = async (
      kind: string,
      call: (ticket: ReturnType<typeof FileTicketSchema.parse>) => Promise<AsyncIterable<LongCallEvent<unknown>>>,
    ) => {
      if (!kind.startsWith(only)) return;
      const file = path.join(folder, `${kind.replaceAll(' ', '-')}.xlsx`);
      await ended(call(FileTicketSchema.parse(file)));
      leaving.push({ kind, file });
    };
    for (const layout of LAYOUTS) {
      await write(`layout ${layout}`, (file) => client.exports.table({ planId, layout, periodId, file }));
    }
    await write('layout matrix of duties alone', (file) =>
      client.exports.table({ planId, layout: 'matrix', paper: 'A4', file }),
    );
    for (const view of STATISTICS_VIEWS) {
      const days = { from: '2021-10-31', to: '2021-11-30' };
      await write(`statistics ${view}`, (file) => client.statistics.export({ planId, view, periodId, file }));
      if (view === STATISTICS_VIEWS[0])
        await write('statistics comparison', (file) =>
          client.statistics.export({ planId, view: 'comparison', ...days, file }),
        );
    }
    for (const { id: dutyId, title } of await client.duty.list({ planId })) {
      await write(`duty ${dutyId} ${title}`, (file) => client.duty.export({ dutyId, file }));
    }
    await addEvidence(client, periodId, folder);
    await write('evidence', (file) => client.evidence.catalogue({ planId, file }));
    if (!'form'.startsWith(only)) return leaving;
    const to = path.join(folder, 'forms');
    fs.mkdirSync(to);
    const some = forms === Infinity ? {} : { agencyIds: (await owing(client, periodId, agencies)).slice(0, forms) };
    await ended(client.forms.send({ periodId, ...some, folder: FileTicketSchema.parse(to) }));
    leaving.push(
      ...fs
        .readdirSync(to, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xlsx'))
        .map((name) => ({ kind: 'form', file: path.join(to, name) })),
    );
    return leaving;
  } finally {
    await backend.close();
  }
}

type World = Awaited<ReturnType<typeof openWorld>>['client'];
type Overview = Awaited<ReturnType<World['workspace']['overview']>>;

/** A world has no evidence: one piece, so that there is a catalogue. */
async function addEvidence(client: World, periodId: Overview['periods'][number]['id'], folder: string): Promise<void> {
  const photo = path.join(folder, '现场照片.txt');
  fs.writeFileSync(photo, '现场照片');
  const [task] = await client.matrix.read({ periodId });
  if (!task) throw new Error('a plan without tasks');
  const files = [{ file: FileTicketSchema.parse(photo), title: '夜间联合检查现场照片' }];
  await ended(client.evidence.add({ taskId: task.id, agencyId: null, periodId, files }));
}

/** Agencies with rows of their own in the ledger, those with most of them first: the longest forms. */
async function owing(
  client: World,
  periodId: Overview['periods'][number]['id'],
  agencies: Overview['agencies'],
): Promise<readonly Overview['agencies'][number]['id'][]> {
  const tasks = await client.matrix.read({ periodId });
  const counts = new Map<number, number>();
  for (const { cells } of tasks)
    for (const { agencyId } of cells) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  return agencies
    .filter(({ id, kind }) => counts.has(id) && kind !== 'group')
    .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0))
    .map(({ id }) => id);
}
