import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { SENTENCE_MAX, SENTENCES_MAX, SUMMARY_PARTS, type Summary } from '#shared/domain/summary.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

const place = z.strictObject({
  taskId: TaskIdSchema,
  periodId: PeriodIdSchema,
  /** The lead; left out, the first of the task. */
  agencyId: AgencyIdSchema.optional(),
});

export const SentenceSchema = z.strictObject({
  part: z.enum(SUMMARY_PARTS),
  kind: z.enum(['quoted', 'edited', 'own', 'program']),
  text: z.string().max(SENTENCE_MAX),
  sources: z
    .array(
      z.strictObject({
        agencyId: AgencyIdSchema,
        field: z.enum(SUMMARY_PARTS),
        verbatim: z.string().max(SENTENCE_MAX),
      }),
    )
    .max(500),
});

const written = place.extend({ sentences: z.array(SentenceSchema).max(SENTENCES_MAX) });

/** 汇总稿: what the lead tells about a task, put together from the entries of the others. */
export const summaryContract = {
  /** The saved one, each sentence looked up in its entry again; with none saved or `fresh`, a draft made now. */
  draft: read.input(place.extend({ fresh: z.boolean().default(false) })).output(type<Summary>()),
  /** Keeps the sentences as they are. One step. */
  save: step.input(written).output(type<StepReport>()),
  /** Keeps them and writes their texts into the lead's entry of the period, in one step. */
  adopt: step.input(written).output(type<StepReport>()),
};
