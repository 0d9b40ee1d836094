import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createPlan, type PlanDraft } from '#db/commands/create-plan.commands.ts';
import { createDataFile } from '#db/open.ts';
import { type AgencyDirectory, AgencyDirectorySchema } from '#shared/domain/agency.ts';
import { monthsOf } from '#shared/domain/period.ts';
import type { PlanDocument } from '../../documents/plan-document.ts';
import type { Intake } from '../../intake/intake.ts';
import { decodeText } from '../../plan/decode-text.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { draftAgencies } from './agency-draft.ts';

const SEED_PLAN = 'zezhou-2021-food-safety.txt';
const SEED_DIRECTORY = 'zezhou-agencies.json';

/**
 * Reads an official document and makes a data file of it; nothing is left behind when either fails.
 *
 * @param file path of the data file to make
 * @param source the document, and the intake that reads it beside the program because it is from outside; left out,
 *   the plan that comes with the program
 * @param seedsFolder folder of the embedded plan and agency directory
 * @throws AppError DATA_FILE_EXISTS | FOLDER_MISSING, and those of backend/intake/intake.ts readDocument
 */
export async function createPlanFile(options: {
  readonly file: string;
  readonly source?: { readonly file: string; readonly intake: Pick<Intake, 'readDocument'> };
  readonly seedsFolder: string;
  readonly at: string;
}): Promise<void> {
  const { file, source, seedsFolder, at } = options;
  const directory = readDirectory(seedsFolder);
  const document = source
    ? await source.intake.readDocument(source.file, { directory })
    : readEmbeddedPlan(seedsFolder, directory);
  const draft = await draftPlan(document, directory);
  createDataFile(file, (db) => createPlan(db, draft, at));
}

/** The plan that comes with the program: no foreign file, so it is read at once. */
function readEmbeddedPlan(seedsFolder: string, directory: AgencyDirectory): PlanDocument {
  const bytes = fs.readFileSync(path.join(seedsFolder, SEED_PLAN));
  const text = decodeText(bytes, SEED_PLAN);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: SEED_PLAN, sha256, text, reading: readPlan(text, { directory }) };
}

/** The agency directory that comes with the program. */
export function readDirectory(seedsFolder: string): AgencyDirectory {
  const text = fs.readFileSync(path.join(seedsFolder, SEED_DIRECTORY), 'utf8');
  return AgencyDirectorySchema.parse(JSON.parse(text));
}

/** Everything a new plan is made of: agencies with their pinyin keys, the months of its year. */
async function draftPlan({ reading, ...source }: PlanDocument, directory: AgencyDirectory): Promise<PlanDraft> {
  // The dictionary is large and only needed when a plan is created.
  const { pinyin } = await import('pinyin-pro');
  const agencies = draftAgencies(reading, directory).map((agency) => ({
    ...agency,
    pinyin: pinyin(agency.name, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
  }));
  const monthly = reading.tasks
    .flatMap((task) => task.dues)
    .find((due) => due.kind === 'monthly' && due.day !== undefined);
  return { reading, source, agencies, periods: monthsOf(reading.year, monthly?.day) };
}
