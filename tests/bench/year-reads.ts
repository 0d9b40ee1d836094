import Database from 'better-sqlite3';
import type { Backend } from '#backend/backend.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { type Figure, figure } from './figure.ts';
import { median, timed } from './stats.ts';

const CELLS = 40;
const CELL_HISTORY_LIMIT_MS = 20;

/** What is looked up in a year's log, against plain SQL fetching the same rows. */
export async function benchYearReads({ client }: Backend, rawFile: string): Promise<readonly Figure[]> {
  const raw = new Database(rawFile, { readonly: true });
  try {
    return [await benchCellHistory(client, raw)];
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
