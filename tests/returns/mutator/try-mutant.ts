import fs from 'node:fs';
import path from 'node:path';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { type Desk, openDesk } from '../office/desk.ts';
import { progressCells } from '../office/progress-cells.ts';
import { receiveReturns, takeReturns } from '../office/take-returns.ts';
import { type JudgedMutantCell, judgeMutant } from './judge.ts';
import type { WrittenFile, WrittenMutant } from './mutant.ts';
import { RETURN_DAY } from './world.ts';

/** Takes a mutant in on a fresh copy of the world's data file, and judges every cell. */
export async function tryMutant(mutant: WrittenMutant, intake: LentIntake): Promise<readonly JudgedMutantCell[]> {
  const { draft } = mutant;
  const desk = await openDesk(draft.world.dataFile, RETURN_DAY, intake);
  try {
    await changeByHand(desk, mutant);
    if (mutant.earlier.length > 0) {
      const earlier = save(desk, 'earlier', mutant.earlier);
      await (draft.earlierIsUnread ? receiveReturns(desk, earlier) : takeReturns(desk, earlier));
    }
    const before = progressCells(desk.dataFile);
    const { review } = await takeReturns(desk, save(desk, 'now', mutant.files));
    return judgeMutant(draft, review, before, progressCells(desk.dataFile));
  } finally {
    await desk.close();
  }
}

function save(desk: Desk, name: string, files: readonly WrittenFile[]): readonly string[] {
  const folder = path.join(desk.folder, name);
  fs.mkdirSync(folder);
  return files.map((file) => {
    const target = path.join(folder, file.name);
    fs.writeFileSync(target, file.bytes);
    return target;
  });
}

/** What the clerk wrote after the form went out. */
async function changeByHand({ client }: Desk, { draft }: WrittenMutant): Promise<void> {
  const { agencyId, periodId, tasks } = draft.form;
  const entries = [...draft.clerk].map(([key, value]) => {
    const [, , number, name] = key.split('/');
    const field = PROGRESS_FIELDS.find((candidate) => candidate === name);
    const task = tasks.find((candidate) => candidate.number === Number(number));
    if (!task || field !== 'narrative') throw new Error('the clerk changes narratives of the form');
    return { taskId: task.id, agencyId, periodId, patch: { narrative: value } };
  });
  if (entries.length > 0) await client.progress.set({ entries });
}
