import Database from 'better-sqlite3';
import type { Backend } from '#backend/backend.ts';
import { setPragmas } from '#db/pragmas.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { type Figure, figure } from './figure.ts';
import { median, percentile, timed } from './stats.ts';

const EDITS = 300;
const EDIT_AT_MOST = 2;
const FRAME_MS = 16;
const UNDONE_CELLS = 10_000;
const UNDOS = 3;
const UNDO_LIMIT_MS = 1_000;

/** One edit to disk, and ten thousand cells undone, against the same rows written with plain SQL under the same pragmas. */
export async function benchYearEdits({ client }: Backend, rawFile: string): Promise<readonly Figure[]> {
  const raw = new Database(rawFile);
  setPragmas(raw);
  try {
    return [...(await benchEdit(client, raw)), ...(await benchUndo(client, raw))];
  } finally {
    raw.close();
  }
}

async function benchEdit(client: Backend['client'], raw: Database.Database): Promise<readonly Figure[]> {
  const { periods } = await client.workspace.overview();
  const open = nth(
    periods.filter(({ closedOn }) => closedOn === null),
    0,
  );
  const rows = raw.prepare('SELECT * FROM progress WHERE period_id = ? ORDER BY id').all(open.id) as ProgressRow[];
  const ours: number[] = [];
  const peer: number[] = [];
  const commit = rawCommit(raw);
  for (let edit = 0; edit < EDITS; edit++) {
    const row = nth(rows, (edit * 37) % rows.length);
    const narrative = `第 ${edit} 次修改：${row.narrative}`;
    const { task_id: taskId, agency_id: agencyId, period_id: periodId } = row;
    const entry = { taskId, agencyId, periodId, patch: { narrative } };
    peer.push(await timed(() => commit([row], narrative)));
    ours.push(await timed(() => client.progress.set({ entries: [entry] })));
  }
  const p99 = percentile(ours, 0.99);
  const note = `${EDITS} edits, taking turns`;
  return [
    figure({
      name: 'year: one edit on disk, median',
      unit: 'ms',
      ours: median(ours),
      peer: median(peer),
      against: 'raw better-sqlite3: the row, a step and a change in one commit',
      atMost: EDIT_AT_MOST,
      note,
    }),
    figure({
      name: 'year: one edit on disk, p99 against a frame',
      unit: 'ms',
      ours: p99,
      peer: FRAME_MS,
      against: 'one frame',
      atMost: 1,
      note: `raw p99 ${percentile(peer, 0.99).toFixed(2)} ms`,
    }),
  ];
}

async function benchUndo(client: Backend['client'], raw: Database.Database): Promise<readonly Figure[]> {
  const { agencies, currentPeriodId } = await client.workspace.overview();
  const tasks = await client.matrix.read({ periodId: currentPeriodId });
  const cells = tasks
    .flatMap((task) =>
      agencies.map((agency) => ({ taskId: task.id, agencyId: agency.id, role: 'cooperating' as const })),
    )
    .slice(0, UNDONE_CELLS);
  const ours: number[] = [];
  const peer: number[] = [];
  const rows = raw.prepare('SELECT * FROM progress ORDER BY id LIMIT ?').all(UNDONE_CELLS) as ProgressRow[];
  const commit = rawCommit(raw);
  for (let run = 0; run < UNDOS; run++) {
    peer.push(await timed(() => commit(rows, `第 ${run} 次`)));
    await client.matrix.setRoles({ cells });
    ours.push(await timed(() => client.history.undo({})));
  }
  const against = `raw better-sqlite3: as many rows and changes in one commit, ${median(peer).toFixed(0)} ms`;
  return [
    figure({
      name: 'year: undo of 10,000 cells against a second',
      unit: 'ms',
      ours: median(ours),
      peer: UNDO_LIMIT_MS,
      against: 'one second',
      atMost: 1,
      note: `${against}; median of ${UNDOS}`,
    }),
  ];
}

// Ids of one file: what the rows say they are is what the calls want.
type ProgressRow = {
  readonly id: number;
  readonly task_id: never;
  readonly agency_id: never;
  readonly period_id: never;
  readonly narrative: string;
};

/** One commit as a plain program would make it: rows changed, and what was changed noted beside them. */
function rawCommit(raw: Database.Database): (rows: readonly ProgressRow[], narrative: string) => void {
  const step = raw.prepare(
    `INSERT INTO step (kind, code, label, client, manner, at, actor, undoable)
     VALUES ('do', 'progress.set', '填写进展', 'window', 'typed', '2021-12-16T01:00:00.000Z', '', 1)`,
  );
  const change = raw.prepare(
    `INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (?, 'progress', ?, ?, ?)`,
  );
  const update = raw.prepare('UPDATE progress SET narrative = ? WHERE id = ?');
  return raw.transaction((rows: readonly ProgressRow[], narrative: string) => {
    const { lastInsertRowid } = step.run();
    for (const row of rows) {
      update.run(narrative, row.id);
      change.run(lastInsertRowid, row.id, JSON.stringify(row), JSON.stringify({ ...row, narrative }));
    }
  }).immediate;
}
