import { type } from '@orpc/contract';
import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { LAYOUTS, PAPERS } from '#shared/domain/layout.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { FileTicketSchema, file, longCall, read } from './call.ts';

/** A thousand dense pages have about 20 MB; more is no table of ours. */
const PDF_MAX_BYTES = 200_000_000;

/** Tables for superiors. */
export const exportsContract = {
  table: file
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        layout: z.enum(LAYOUTS),
        /** Needed by the ledger; the matrix shows lights of it when given. */
        periodId: PeriodIdSchema.optional(),
        paper: z.enum(PAPERS).optional(),
        file: FileTicketSchema,
      }),
    )
    .output(longCall<ExportedFile>()),
  /** The same tables for paper: what the print preview lays out. */
  printTable: read
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        layout: z.enum(LAYOUTS),
        periodId: PeriodIdSchema,
        /** The matrix with the lights of the period below its marks. */
        withLights: z.boolean(),
        /** Only these; left out: all tasks, and all agencies with duties. */
        taskIds: z.array(TaskIdSchema).optional(),
        agencyIds: z.array(AgencyIdSchema).optional(),
      }),
    )
    .output(type<PrintTable>()),
  /** Keeps a printed PDF in the file a person chose. */
  pdf: file
    .input(z.strictObject({ file: FileTicketSchema, content: z.file().max(PDF_MAX_BYTES) }))
    .output(type<Omit<ExportedFile, 'rows'>>()),
};
