import { type } from '@orpc/contract';
import { z } from 'zod';
import { AgencyIdSchema, DutyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { PAPERS } from '#shared/domain/layout.ts';
import { LayoutDefSchema } from '#shared/domain/layout-def.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { FileTicketSchema, file, longCall, read } from './call.ts';

/** A thousand dense pages have about 20 MB; more is no table of ours. */
const PDF_MAX_BYTES = 200_000_000;

/** What a table shows. */
const asked = z.strictObject({
  planId: PlanIdSchema,
  /** Key or name of a built-in or own layout, or one that need not be stored. */
  layout: z.union([z.string().min(1).max(80), LayoutDefSchema]),
  /** Left out: the period of the clerk's date. */
  periodId: PeriodIdSchema.optional(),
  /** Instead of the layout's own. */
  paper: z.enum(PAPERS).optional(),
  /** Marks of the matrix with the lights of the period below. */
  withLights: z.boolean().optional(),
  /** Only these; left out: all tasks, and all agencies with duties. */
  taskIds: z.array(TaskIdSchema).optional(),
  agencyIds: z.array(AgencyIdSchema).optional(),
  /** Of a layout whose rows are those of a regular duty: only this one. */
  dutyId: DutyIdSchema.optional(),
});

/** Tables for superiors. */
export const exportsContract = {
  /** One workbook; of a split layout with a sheet for each agency. */
  table: file.input(asked.extend({ file: FileTicketSchema })).output(longCall<ExportedFile>()),
  /** A workbook for each agency of a split layout, in a folder: all of them or none. */
  tables: file.input(asked.extend({ folder: FileTicketSchema })).output(longCall<readonly ExportedFile[]>()),
  /** The same table for paper, and for the picture of a layout that is being made. */
  printTable: read
    .input(
      asked.extend({
        /** Of a split layout: the sheet of this agency; left out, the first one. */
        agencyId: AgencyIdSchema.optional(),
        /** At most so many rows, for a picture of the first pages. */
        mostRows: z.int().positive().optional(),
      }),
    )
    .output(type<PrintTable>()),
  /** Agencies that a split layout has a sheet for, in their order. */
  sheets: read
    .input(asked)
    .output(type<readonly { readonly agencyId: z.infer<typeof AgencyIdSchema>; readonly name: string }[]>()),
  /** Keeps a printed PDF in the file a person chose. */
  pdf: file
    .input(z.strictObject({ file: FileTicketSchema, content: z.file().max(PDF_MAX_BYTES) }))
    .output(type<Omit<ExportedFile, 'rows'>>()),
};
