import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { decodeText } from '#backend/files/decode-text.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { createPlan } from '#db/commands/create-plan.commands.ts';
import type { PlanDraft } from '#db/commands/write-plan.ts';
import { createDataFile } from '#db/open.ts';
import { type AgencyDirectory, AgencyDirectorySchema, type DirectoryAgency } from '#shared/domain/agency.ts';
import { type KindRule, PLAIN_RULE, ruledPeriods } from '#shared/domain/period-rule.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { CreatedPlan } from '#shared/domain/plan-review.ts';
import type { Made } from '#shared/domain/step.ts';
import type { PlanDocument } from '../../documents/plan-document.ts';
import type { Intake } from '../../intake/intake.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { draftAgencies } from './agency-draft.ts';
import { checkReviewedPlan } from './check-reviewed-plan.ts';
import { addPinyin } from './pinyin-keys.ts';

const SEED_PLAN = 'zezhou-2021-food-safety.txt';
const SEED_DIRECTORY = 'zezhou-agencies.json';

/**
 * Reads an official document and makes a data file of it; nothing is left behind when either fails.
 *
 * @param file path of the data file to make
 * @param source the document, and the intake that reads it beside the program because it is from outside; left out,
 *   the plan that comes with the program
 * @param seedsFolder folder of the embedded plan and agency directory
 * @throws AppError DATA_FILE_EXISTS | FILE_IS_DATA_FILE | FOLDER_MISSING, and those of backend/intake/intake.ts readDocument
 */
export async function createPlanFile(options: {
  readonly file: string;
  readonly source?: { readonly file: string; readonly intake: Pick<Intake, 'readDocument'> };
  readonly seedsFolder: string;
  readonly made: Made;
}): Promise<void> {
  const { file, source, seedsFolder, made } = options;
  const directory = readDirectory(seedsFolder);
  const { reading, ...origin } = source
    ? await source.intake.readDocument(source.file, { directory })
    : readEmbeddedPlan(seedsFolder, directory);
  const draft = await draftPlan(reading, origin, draftAgencies(reading, directory));
  makeDataFile(file, draft, { ...made, source: origin.name });
}

/**
 * Makes a data file of a plan that a person has reviewed; nothing is left behind when that fails.
 *
 * @param file path of the data file to make
 * @param source the document that was read
 * @throws AppError DATA_FILE_EXISTS | FILE_IS_DATA_FILE | FOLDER_MISSING | FOLDER_READ_ONLY, and those of check-reviewed-plan.ts
 */
export async function createReviewedPlan(
  options: ReviewedPlan & { readonly file: string; readonly made: Made },
): Promise<CreatedPlan> {
  const { file, reading, agencies, made } = options;
  makeDataFile(file, await draftReviewedPlan(options), made);
  return { fileName: path.basename(file), tasks: reading.tasks.length, agencies: agencies.length };
}

/** A plan as a person leaves it after the review. */
export type ReviewedPlan = {
  readonly source: PlanDraft['source'];
  readonly reading: PlanReading;
  readonly agencies: readonly DirectoryAgency[];
};

/** All that a reviewed plan is made of. @throws AppError those of check-reviewed-plan.ts */
export async function draftReviewedPlan({ source, reading, agencies }: ReviewedPlan): Promise<PlanDraft> {
  checkReviewedPlan(reading, agencies, source.text);
  // The names were settled in the review: which agency a writing means is said by `agencies` alone.
  return draftPlan(withoutCanonical(reading), source, agencies.map(withMembersAmong(agencies)));
}

function makeDataFile(file: string, draft: PlanDraft, made: Made): void {
  // One that is there is never replaced (DATA_FILE_EXISTS); a name beside another data file could harm that one.
  if (!fs.existsSync(file)) assertNotDataFile(file);
  createDataFile(file, (db) => createPlan(db, draft, made));
}

/** A group keeps the members that are in the plan. */
function withMembersAmong(agencies: readonly DirectoryAgency[]): (agency: DirectoryAgency) => DirectoryAgency {
  const names = new Set(agencies.map((agency) => agency.name));
  return (agency) => ({
    ...agency,
    members: agency.members.filter((member) => names.has(member) && member !== agency.name),
  });
}

function withoutCanonical(reading: PlanReading): PlanReading {
  const tasks = reading.tasks.map((task) => ({
    ...task,
    responsibilities: task.responsibilities.map((item) => ({
      ...item,
      roles: item.roles.map(({ canonical: _, ...role }) => role),
    })),
  }));
  return { ...reading, tasks };
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
async function draftPlan(
  reading: PlanReading,
  source: PlanDraft['source'],
  agencies: readonly DirectoryAgency[],
): Promise<PlanDraft> {
  const monthly = reading.tasks
    .flatMap((task) => task.dues)
    .find((due) => due.kind === 'monthly' && due.day !== undefined);
  const rule: KindRule = { ...PLAIN_RULE, kind: 'month', dueDay: monthly?.day ?? null };
  const periods = ruledPeriods(reading.year, 'month', rule);
  return { reading, source, agencies: await addPinyin(agencies), periods, rules: [rule] };
}
