import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';
import { liveYear } from '#backend/sample/live-year.ts';
import { openDataFile } from '#db/open.ts';
import { writeBigPlan } from '#tests/bench/big-plan.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { manyEdits } from './many-edits.ts';
import { sourcesOf } from './sources-of.ts';

/**
 * Lifelike years, the same in every run: `seed` the embedded plan, 53 tasks; `big` 500 tasks of 120 agencies; `million`
 * the big one in which cells were edited so often that the log holds a million changes. Twelve months each: 20 % of the
 * forms come late, 5 % of the cells are corrected afterwards, all months but the last are closed.
 */
export const WORLDS = ['seed', 'big', 'million'] as const;
export type WorldName = (typeof WORLDS)[number];

export function isWorldName(name: string): name is WorldName {
  return WORLDS.some((world) => world === name);
}

/** The day on which a world stands: the last month is open, its forms were due yesterday. */
export const WORLD_TODAY = '2021-12-16';

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** How often things go wrong in a year. */
const HABITS = { late: 0.2, missing: 0.03, corrected: 0.05 } as const;
const SEED = 20211007;
const DAY_MS = 24 * 60 * 60 * 1_000;
export const MILLION = 1_000_000;

/**
 * A data file of a world, in a place where it is kept for the next run as long as nothing that makes it has changed.
 * Never write to it: copy it, or take {@link copyWorld}.
 *
 * @returns path of the file
 */
export async function worldFile(name: WorldName): Promise<string> {
  const folder = path.join(os.tmpdir(), 'zeren-worlds');
  fs.mkdirSync(folder, { recursive: true });
  const version = createHash('sha256')
    .update(sourcesOf('backend/sample', 'tests/worlds', 'db', 'seeds'))
    .digest('hex');
  const file = path.join(folder, `${name}-${version.slice(0, 16)}.db`);
  if (fs.existsSync(file)) return file;
  const draft = `${file}.${process.pid}.new`;
  try {
    await writeWorld(name, draft);
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  forgetOthers(folder, name, file);
  return file;
}

/** Worlds of other versions that nobody made or used today: one takes up to 700 MB. */
function forgetOthers(folder: string, name: WorldName, kept: string): void {
  for (const entry of fs.readdirSync(folder)) {
    const file = path.join(folder, entry);
    if (file === kept || !entry.startsWith(`${name}-`)) continue;
    if (Date.now() - fs.statSync(file).mtimeMs > DAY_MS) fs.rmSync(file, { force: true });
  }
}

/** A copy of a world that one may write to. @param to path where nothing is yet */
export async function copyWorld(name: WorldName, to: string): Promise<string> {
  fs.copyFileSync(await worldFile(name), to, fs.constants.COPYFILE_EXCL);
  return to;
}

/** Makes a world. @param file path where nothing is yet */
export async function writeWorld(name: WorldName, file: string): Promise<void> {
  const made = { at: '2021-01-04T01:00:00.000Z', client: 'window', manner: 'document' } as const;
  if (name === 'seed') await createPlanFile({ file, seedsFolder: SEEDS, made });
  else writeBigPlan(file, { tasks: 500, agencies: 120 });
  const db = openDataFile(file);
  try {
    // Nobody's work is in it: a power cut costs a minute.
    db.pragma('synchronous = OFF');
    db.pragma('journal_mode = MEMORY');
    const edits = name === 'million' ? manyEdits(db, MILLION) : undefined;
    liveYear(db, { planId: PLAN, until: WORLD_TODAY, habits: HABITS, seed: SEED, ...edits });
  } finally {
    db.close();
  }
}
