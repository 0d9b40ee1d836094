import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { DirectoryAgencySchema } from '../domain/agency.ts';
import { type PlanId, PlanIdSchema } from '../domain/ids.ts';
import type { PlanComparison } from '../domain/plan-comparison.ts';
import {
  type PhraseReading,
  type PlanReading,
  PlanReadingSchema,
  type ReadTask,
  SpanSchema,
} from '../domain/plan-reading.ts';
import type { CreatedPlan, PlanReview } from '../domain/plan-review.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

/** The longest text taken from the clipboard, in characters: some 2,000 pages. Longer: the window would stall on it. */
export const PASTED_TEXT_MAX = 2_000_000;

const ReviewIdSchema = z.string().min(1).max(64);

/** A plan as the clerk leaves it: the reading with every correction made, and its agencies in column order. */
const ReviewedPlanSchema = z.strictObject({
  reviewId: ReviewIdSchema,
  reading: PlanReadingSchema,
  agencies: z.array(DirectoryAgencySchema),
});

/**
 * A foreign document on its way to a plan: read → looked at and corrected in the window → created.
 *
 *   readDocument → PlanReview (kept by the backend, nothing written) → create | dismiss
 */
export const planContract = {
  /** Reads a chosen file, or text that was pasted, and keeps it for review. */
  readDocument: read
    .input(
      z.strictObject({
        source: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('file'), file: FileTicketSchema }),
          z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(PASTED_TEXT_MAX) }),
        ]),
      }),
    )
    .output(longCall<PlanReview>()),
  /** Reads the document again without the refused repairs; the tasks stay the same ones. Nothing is kept. */
  reread: read
    .input(z.strictObject({ reviewId: ReviewIdSchema, refusedRepairs: z.array(SpanSchema).max(10_000) }))
    .output(type<PlanReading>()),
  /**
   * Reads a passage of the document as tasks, though the reader left it out: one at least, whatever it says.
   * Spans are offsets in the document.
   */
  readPassage: read
    .input(z.strictObject({ reviewId: ReviewIdSchema, span: SpanSchema }))
    .output(type<readonly ReadTask[]>()),
  /** Reads a responsibility alone, so that edited words are understood again at once. Spans are offsets in `text`. */
  readPhrase: read.input(z.strictObject({ text: z.string().max(4000) })).output(type<PhraseReading>()),
  /** Makes a new data file of a reviewed plan; never replaces one. The review ends when the file is there. */
  create: file.input(ReviewedPlanSchema.extend({ file: FileTicketSchema })).output(type<CreatedPlan>()),
  /**
   * Adds a reviewed plan to the open data file as one step, with the file's own agencies where it knows them; the same
   * document a second time is refused. The review ends with it.
   */
  addToFile: step.input(ReviewedPlanSchema).output(type<StepReport & { readonly planId: PlanId }>()),
  /** Puts a plan aside as one of the past, or takes it back. */
  archive: step.input(z.strictObject({ planId: PlanIdSchema, archived: z.boolean() })).output(type<StepReport>()),
  /** Compares a reviewed document with a plan of the file, of which it is a newer version. Nothing is written. */
  compareRevision: read.input(ReviewedPlanSchema.extend({ planId: PlanIdSchema })).output(type<PlanComparison>()),
  /** Takes the chosen changes (by their ids) into that plan as one step. The review ends with it. */
  revise: step
    .input(ReviewedPlanSchema.extend({ planId: PlanIdSchema, accept: z.array(z.string().max(40)).min(1).max(100_000) }))
    .output(type<StepReport>()),
  /** Ends a review without a trace. */
  dismiss: read.input(z.strictObject({ reviewId: ReviewIdSchema })).output(type<void>()),
};
