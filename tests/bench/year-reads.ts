import Database from 'better-sqlite3';
import type { Backend } from '#backend/backend.ts';
import { nth, PLAN } from '#tests/helpers/a-plan.ts';
import { type Figure, figure } from './figure.ts';
import { median, timed } from './stats.ts';

const CELLS = 40;
const CELL_HISTORY_LIMIT_MS = 20;

const STATISTICS_RUNS = 5;
const STATISTICS_LIMIT_MS = 200;
/** Ends of days across the year; none is asked for twice. */
const PAST_DAYS = ['2021-11-30', '2021-09-15', '2021-06-30', '2021-03-31', '2021-01-20'] as const;
const PAST_LIMIT_MS = 500;

/** What is looked up in a year's file and log, against plain SQL fetching the rows that are needed. */
export async function benchYearReads(backend: Backend, rawFile: string): Promise<readonly Figure[]> {
  const raw = new Database(rawFile, { readonly: true });
  try {
    return [
      await benchCellHistory(backend.client, raw),
      await benchStatistics(backend.client, raw),
      await benchPast(backend, raw),
    ];
  } finally {
    raw.close();
  }
}

async function benchCellHistory(client: Backend['client'], raw: Database.Database): Promise<Figure> {
  const { currentPeriodId } = await client.workspace.overview();
  const tasks = await client.matrix.read({ periodId: currentPeriodId });
  const rows = raw.prepare(
    `SELECT change.*, step.label, step.at FROM change JOIN step ON step.id = step_id
     WHERE table_name = 'progress' AND row_id IN (SELECT id FROM progress WHERE task_id = ? AND agency_id = ?)
     ORDER BY change.id DESC`,
  );
  const ours: number[] = [];
  const peer: number[] = [];
  let entries = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    const task = nth(tasks, (cell * 41) % tasks.length);
    const { agencyId } = nth(task.cells, cell % task.cells.length);
    peer.push(await timed(() => rows.all(task.id, agencyId)));
    ours.push(
      await timed(async () => {
        entries += (await client.history.ofCell({ taskId: task.id, agencyId })).length;
      }),
    );
  }
  return figure({
    name: 'year: history of a cell against 20 ms',
    unit: 'ms',
    ours: median(ours),
    peer: CELL_HISTORY_LIMIT_MS,
    against: '20 ms',
    atMost: 1,
    note: `raw SQL ${median(peer).toFixed(1)} ms; ${Math.round(entries / CELLS)} steps of a cell; longest ${Math.max(...ours).toFixed(1)} ms`,
  });
}

async function benchStatistics(client: Backend['client'], raw: Database.Database): Promise<Figure> {
  const rows = raw.prepare('SELECT * FROM progress');
  const ours: number[] = [];
  const peer: number[] = [];
  for (let run = 0; run < STATISTICS_RUNS; run++) {
    peer.push(await timed(() => rows.all()));
    ours.push(await timed(() => client.statistics.read({ planId: PLAN })));
  }
  return figure({
    name: 'year: statistics over all periods against 200 ms',
    unit: 'ms',
    ours: median(ours),
    peer: STATISTICS_LIMIT_MS,
    against: '200 ms',
    atMost: 1,
    note: `raw SQL reading the reports alone ${median(peer).toFixed(0)} ms; first ${nth(ours, 0).toFixed(0)} ms; median of ${STATISTICS_RUNS}`,
  });
}

/** Overview and matrix as they were when a day ended, as the window asks for them. */
async function benchPast({ client, clientAt }: Backend, raw: Database.Database): Promise<Figure> {
  const later = raw.prepare('SELECT count(*) FROM change WHERE step_id > (SELECT max(id) FROM step WHERE at <= ?)');
  const ours: number[] = [];
  const peer: number[] = [];
  for (const day of PAST_DAYS) {
    peer.push(await timed(() => later.get(`${day}T24`)));
    ours.push(
      await timed(async () => {
        const past = clientAt(await client.history.moment({ at: day }));
        const { currentPeriodId } = await past.workspace.overview();
        await past.matrix.read({ periodId: currentPeriodId });
      }),
    );
  }
  return figure({
    name: 'year: the plan at a past date against 500 ms',
    unit: 'ms',
    ours: median(ours),
    peer: PAST_LIMIT_MS,
    against: 'half a second',
    atMost: 1,
    note: `counting the later changes in raw SQL ${median(peer).toFixed(0)} ms; longest ${Math.max(...ours).toFixed(0)} ms of ${PAST_DAYS.length} dates`,
  });
}
