import { type } from '@orpc/contract';
import { z } from 'zod';
import { DirectoryAgencySchema } from '../domain/agency.ts';
import type { PlanDifference, PlanDraftView } from '../domain/plan-draft.ts';
import { PlanReadingSchema } from '../domain/plan-reading.ts';
import type { StepReport } from '../domain/views.ts';
import { FileTicketSchema, longCall, read, write } from './call.ts';

/**
 * What a person decided about a unit as the document wrote it: a known agency (its own name or a confirmed alias),
 * or a new one.
 */
export const AgencyDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ written: z.string().min(1), kind: z.literal('known'), name: z.string().min(1) }),
  z.strictObject({ written: z.string().min(1), kind: z.literal('new'), agency: DirectoryAgencySchema }),
]);
export type AgencyDecision = z.infer<typeof AgencyDecisionSchema>;

/** The reviewed plan: the reading as the clerk left it, and a decision for every unit it names. */
export const ReviewedPlanSchema = z.strictObject({
  draftId: z.string(),
  reading: PlanReadingSchema,
  agencies: z.array(AgencyDecisionSchema),
});
export type ReviewedPlan = z.infer<typeof ReviewedPlanSchema>;

/** Longest text that can be pasted as a document (characters). */
const PASTE_MAX = 5_000_000;

/** From an official document to a plan, by way of a review. Nothing is kept before `create` or `revise`. */
export const planContract = {
  /** Reads a document, or pasted text, for review. */
  read: read
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('file'), file: FileTicketSchema }),
        z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(PASTE_MAX) }),
      ]),
    )
    .output(longCall<PlanDraftView>()),
  /** Makes a new data file of the reviewed plan. */
  create: write
    .input(ReviewedPlanSchema.extend({ file: FileTicketSchema }))
    .output(type<{ readonly fileName: string }>()),
  /** How the draft differs from the plan of the open data file: a newer version of the same document. */
  compare: read.input(ReviewedPlanSchema).output(type<PlanDifference>()),
  /** Brings the open data file's plan to the reviewed version as one step; progress stays with its task. */
  revise: write.input(ReviewedPlanSchema).output(type<StepReport>()),
  /** Ends a review without a trace. */
  dismiss: read.input(z.strictObject({ draftId: z.string() })).output(type<void>()),
};
