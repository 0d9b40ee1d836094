import { type } from '@orpc/contract';
import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import type { ExportedFile, StepReport } from '#shared/domain/views.ts';
import { FileTicketSchema, longCall, read, write } from './call.ts';

/** 任务分解表, 责任矩阵, 进展台账. */
export const LAYOUTS = ['decomposition', 'matrix', 'ledger'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const LAYOUT_LABELS: Readonly<Record<Layout, string>> = {
  decomposition: '任务分解表',
  matrix: '责任矩阵',
  ledger: '进展台账',
};

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];

/** A thousand dense pages have about 20 MB; more is no table of ours. */
const PDF_MAX_BYTES = 200_000_000;

/** Tables for superiors. */
export const exportsContract = {
  table: write
    .input(
      z.strictObject({
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
  pdf: write
    .input(z.strictObject({ file: FileTicketSchema, content: z.file().max(PDF_MAX_BYTES) }))
    .output(type<Omit<ExportedFile, 'rows'>>()),
};

/** Forms out: one workbook per agency, with hidden ids; the program remembers what it sent. */
export const formsContract = {
  send: write
    .input(
      z.strictObject({
        periodId: PeriodIdSchema,
        /** Left out: every agency with duties. */
        agencyIds: z.array(AgencyIdSchema).min(1).optional(),
        folder: FileTicketSchema,
      }),
    )
    .output(longCall<readonly ExportedFile[]>()),
};

/** Returns in: read, compared three ways, shown; nothing is written before the review is confirmed. */
export const returnsContract = {
  review: read
    .input(z.strictObject({ files: z.array(FileTicketSchema).min(1).max(500) }))
    .output(longCall<ReturnReview>()),
  /**
   * Takes in the chosen items of a review as one step and keeps the files with their hashes.
   * `accept` names the item ids whose value of theirs is taken; the rest keeps ours.
   */
  accept: write
    .input(z.strictObject({ reviewId: z.string(), accept: z.array(z.int().nonnegative()) }))
    .output(type<StepReport>()),
  /** Ends a review without a trace. */
  dismiss: read.input(z.strictObject({ reviewId: z.string() })).output(type<void>()),
};
