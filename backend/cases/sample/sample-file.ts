import fs from 'node:fs';
import path from 'node:path';
import { draftBeside, moveInPlace, removeDraft } from '#backend/files/save-file.ts';
import { liveYear } from '#backend/sample/live-year.ts';
import { markAsSample } from '#db/commands/sample.commands.ts';
import { hasErrno, writeWhole } from '#db/files/write-whole.ts';
import { openDataFile } from '#db/open.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { isSampleFile } from '#db/sample-file.ts';
import { AppError } from '#shared/errors.ts';
import { createPlanFile } from '../plan/create-data-file.ts';

/** The day on which the sample stands for ever: the reports of October were due five days ago. */
export const SAMPLE_TODAY = '2021-10-20';

/** What happened on the day itself is for whoever tries the sample. */
const LIVED_UNTIL = '2021-10-19';
const SAMPLE_HABITS = { late: 0.25, missing: 0.02, corrected: 0.05 } as const;
const SAMPLE_SEED = 14;
const SAMPLE_BEGINS = '2021-01-04T01:00:00.000Z';

export type SampleFile = {
  /** Full path. */
  readonly file: string;
  /** Folder of the embedded plan and agency directory. */
  readonly seedsFolder: string;
};

/**
 * Makes the sample: the plan that comes with the program in its own year, with progress up to the day before {@link SAMPLE_TODAY}.
 * Whole under its name or not there at all; the same every time.
 *
 * @throws AppError DATA_FILE_EXISTS | FOLDER_MISSING | FOLDER_READ_ONLY | DISK_FULL
 */
export async function createSample({ file, seedsFolder }: SampleFile): Promise<void> {
  if (fs.existsSync(file)) throw new AppError('DATA_FILE_EXISTS', { file: path.basename(file) });
  await withDraft({ file, seedsFolder }, async (draft) => {
    try {
      writeWhole(file, (whole) => fs.renameSync(draft, whole));
    } catch (error) {
      if (hasErrno(error, 'EEXIST'))
        throw new AppError('DATA_FILE_EXISTS', { file: path.basename(file) }, { cause: error });
      throw error;
    }
  });
}

/**
 * Makes the sample as it was at first, in the place of what has become of it. The file is closed.
 *
 * @throws AppError NOT_THE_SAMPLE when the file holds somebody's work, which stays as it is; FILE_OPEN_ELSEWHERE,
 *   DATA_FILE_MISSING and the others of {@link createSample}
 */
export async function resetSample({ file, seedsFolder }: SampleFile): Promise<void> {
  refuseRealWork(file);
  await withDraft({ file, seedsFolder }, async (draft) => {
    await moveInPlace(draft, file);
  });
}

/** Makes the sample when it is not there. @throws AppError NOT_THE_SAMPLE, and those of {@link createSample} */
export async function ensureSample(sample: SampleFile): Promise<void> {
  if (fs.existsSync(sample.file)) refuseRealWork(sample.file);
  else await createSample(sample);
}

function refuseRealWork(file: string): void {
  if (!isSampleFile(file)) throw new AppError('NOT_THE_SAMPLE', { file: path.basename(file) });
}

async function withDraft({ file, seedsFolder }: SampleFile, place: (draft: string) => Promise<void>): Promise<void> {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new AppError('FOLDER_MISSING', { folder });
  const draft = draftBeside(file);
  try {
    const made = { at: SAMPLE_BEGINS, client: 'window', manner: 'document' } as const;
    await createPlanFile({ file: draft, seedsFolder, made });
    const db = openDataFile(draft);
    try {
      const planId = defaultPlanId(db);
      liveYear(db, { planId, until: LIVED_UNTIL, habits: SAMPLE_HABITS, seed: SAMPLE_SEED });
      markAsSample(db, SAMPLE_TODAY);
    } finally {
      db.close();
    }
    await place(draft);
  } finally {
    await removeDraft(draft);
  }
}
