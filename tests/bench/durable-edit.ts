import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { createDataFile, openDataFile } from '#db/open.ts';
import { setPragmas } from '#db/pragmas.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { AT, createTestDb, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { type Figure, figure } from './figure.ts';
import { median, percentile, timed } from './stats.ts';

const EDITS = 400;

/** Longest a cell edit may take at p99 on SSD (design, section 8). */
const EDIT_P99_LIMIT_MS = 16;

/**
 * One role changed and durable on disk, with its step and its log row, against raw better-sqlite3 updating one
 * row of one table under the same pragmas. Edits alternate between both, on the same disk.
 */
export async function benchDurableEdit(): Promise<readonly Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-bench-'));
  try {
    const file = path.join(folder, 'ours.db');
    createDataFile(file, (db) => {
      createTestDb({ tasks: 53, agencies: 25 }, db);
    });
    const db = openDataFile(file);
    const taskIds = listTasks(db, PLAN).map((task) => task.id);
    const agencyIds = listAgencies(db).map((agency) => agency.id);

    const raw = new Database(path.join(folder, 'raw.db'));
    setPragmas(raw);
    raw.exec('CREATE TABLE cell (id INTEGER PRIMARY KEY, role TEXT NOT NULL) STRICT');
    const insert = raw.prepare('INSERT INTO cell (role) VALUES (?)');
    raw.transaction(() => {
      for (const _ of taskIds) insert.run('lead');
    })();
    const update = raw.prepare('UPDATE cell SET role = ? WHERE id = ?');

    const ours: number[] = [];
    const peer: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const role = edit % 2 === 0 ? 'cooperating' : 'lead';
      const taskId = nth(taskIds, Math.floor(edit / 2) % taskIds.length);
      peer.push(await timed(() => update.run(role, (edit % taskIds.length) + 1)));
      ours.push(
        await timed(() =>
          setRoles(db, [{ taskId, agencyId: nth(agencyIds, 0), role }], { client: 'window', manner: 'typed', at: AT }),
        ),
      );
    }
    db.close();
    raw.close();
    const p99 = percentile(ours, 0.99);
    return [
      figure({
        name: 'one durable edit, median',
        unit: 'ms',
        ours: median(ours),
        peer: median(peer),
        against: 'raw better-sqlite3, one row, same pragmas',
        atMost: null,
        note: `p99 ${p99.toFixed(2)} ms (limit ${EDIT_P99_LIMIT_MS}), ${EDITS} edits`,
      }),
      figure({
        name: 'one durable edit, p99 against a frame',
        unit: 'ms',
        ours: p99,
        peer: EDIT_P99_LIMIT_MS,
        against: 'one frame',
        atMost: 1,
        note: '',
      }),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
