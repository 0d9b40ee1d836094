import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CatalogueWritten, DataFileCopy, EvidenceLine, EvidenceOverview } from '#shared/domain/evidence.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

const TITLE_MAX = 200;
const FILES_MAX = 200;

/** Files that become evidence, each with its title; without one the file's name. */
export const EvidenceFilesSchema = z
  .array(z.strictObject({ file: FileTicketSchema, title: z.string().trim().max(TITLE_MAX).optional() }))
  .min(1)
  .max(FILES_MAX);

/** 佐证材料: files that prove what was reported. They lie beside the data file, each under its hash. */
export const evidenceContract = {
  /** In the order of the catalogue. Whether each file is there is told by a glance, without reading it through. */
  list: read
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        taskIds: z.array(TaskIdSchema).optional(),
        agencyId: AgencyIdSchema.optional(),
      }),
    )
    .output(type<readonly EvidenceLine[]>()),
  /** How many files the data file has beside it, how large they are, and what of them is missing. */
  overview: read.input(z.strictObject({}).default({})).output(type<EvidenceOverview>()),
  /** Copies files into the folder and enters them, all as one step. */
  add: file
    .input(
      z.strictObject({
        taskId: TaskIdSchema,
        agencyId: AgencyIdSchema.nullable(),
        periodId: PeriodIdSchema.nullable(),
        files: EvidenceFilesSchema,
      }),
    )
    .output(longCall<StepReport>()),
  /** Changes title or note. */
  update: step
    .input(
      z.strictObject({
        id: RowIdSchema,
        title: z.string().trim().min(1).max(TITLE_MAX).optional(),
        note: z.string().trim().max(2_000).optional(),
      }),
    )
    .output(type<StepReport>()),
  /** Takes one out of the list; its file stays, so that undo finds it. */
  remove: step.input(z.strictObject({ id: RowIdSchema })).output(type<StepReport>()),
  /** Reads every file through and compares it with its hash. Only those that are missing or changed. */
  verify: read.input(z.strictObject({ planId: PlanIdSchema })).output(longCall<readonly EvidenceLine[]>()),
  /**
   * For an inspection (迎检): the catalogue as a workbook, and into a folder the files under their catalogue numbers.
   * What is missing or changed is named and left out.
   */
  catalogue: file
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        taskIds: z.array(TaskIdSchema).optional(),
        /** Into this folder: files and workbook. */
        folder: FileTicketSchema.optional(),
        /** The workbook alone. */
        file: FileTicketSchema.optional(),
      }),
    )
    .output(longCall<CatalogueWritten>()),
  /** Copies the open data file to a new place, such as a USB stick, and its evidence with it or not. */
  copyDataFile: file
    .input(z.strictObject({ file: FileTicketSchema, withEvidence: z.boolean() }))
    .output(longCall<DataFileCopy>()),
};
