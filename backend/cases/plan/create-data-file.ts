import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createPlan, type PlanDraft } from '#db/commands/create-plan.commands.ts';
import { createDataFile } from '#db/open.ts';
import { type AgencyDirectory, AgencyDirectorySchema } from '#shared/domain/agency.ts';
import { monthsOf } from '#shared/domain/period.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { decodeText } from '../../plan/decode-text.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { draftAgencies } from './agency-draft.ts';

const SEED_PLAN = 'zezhou-2021-food-safety.txt';
const SEED_DIRECTORY = 'zezhou-agencies.json';

/**
 * Reads an official document and makes a data file of it; nothing is left behind when either fails.
 *
 * @param file path of the data file to make
 * @param source the document; left out, the plan that comes with the program
 * @param seedsFolder folder of the embedded plan and agency directory
 * @throws AppError DATA_FILE_EXISTS | FOLDER_MISSING | FILE_MISSING | FILE_EMPTY | FILE_NOT_TEXT | PLAN_NO_TASKS …
 */
export async function createPlanFile(options: {
  readonly file: string;
  readonly source?: string;
  readonly seedsFolder: string;
  readonly at: string;
}): Promise<void> {
  const { file, seedsFolder, at } = options;
  const directory = readDirectory(seedsFolder);
  const source = readSource(options.source ?? path.join(seedsFolder, SEED_PLAN));
  const reading = readPlan(source.text, { directory });
  const draft = await draftPlan(reading, directory, source);
  createDataFile(file, (db) => createPlan(db, draft, at));
}

/** The agency directory that comes with the program. */
export function readDirectory(seedsFolder: string): AgencyDirectory {
  const text = fs.readFileSync(path.join(seedsFolder, SEED_DIRECTORY), 'utf8');
  return AgencyDirectorySchema.parse(JSON.parse(text));
}

/** A document's text with its name and hash. */
export type SourceDocument = PlanDraft['source'];

/**
 * @throws AppError FILE_MISSING | FILE_EMPTY | FILE_UNREADABLE | FILE_NOT_TEXT | PLAN_TOO_LARGE
 */
export function readSource(file: string): SourceDocument {
  const name = path.basename(file);
  const bytes = readBytes(file, name);
  if (bytes.byteLength === 0) throw new AppError('FILE_EMPTY', { file: name });
  return { name, text: decodeText(bytes, name), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readBytes(file: string, name: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('FILE_MISSING', { file: name }, { cause });
    throw new AppError('FILE_UNREADABLE', { file: name, reason: code }, { cause });
  }
}

/** Everything a new plan is made of: agencies with their pinyin keys, the months of its year. */
async function draftPlan(reading: PlanReading, directory: AgencyDirectory, source: SourceDocument): Promise<PlanDraft> {
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
