import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyWorld, WORLD_TODAY } from '#tests/worlds/write-world.ts';
import type { Figure } from './figure.ts';
import { openOurs } from './our-backend.ts';
import { benchYearEdits } from './year-edits.ts';
import { benchYearPaint } from './year-paint.ts';
import { benchYearReads } from './year-reads.ts';

/**
 * A year's data file: 500 tasks, 120 agencies, 12 months, a log of a million changes. What a clerk does in it, against
 * raw better-sqlite3 doing the same to a file of the same size in the same run, taking turns.
 */
export async function benchYear(): Promise<readonly Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-bench-'));
  try {
    const ours = await copyWorld('million', path.join(folder, '我们.db'));
    const raw = await copyWorld('million', path.join(folder, '对照.db'));
    const backend = await openOurs(ours, WORLD_TODAY);
    const figures = [...(await benchYearReads(backend, raw)), ...(await benchYearEdits(backend, raw))];
    const findings = await backend.client.workspace.check();
    if (findings.length > 0) throw new Error(`the file is not healthy afterwards: ${JSON.stringify(findings)}`);
    await backend.close();
    fs.rmSync(raw);
    return [...figures, ...(await benchYearPaint(folder))];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
