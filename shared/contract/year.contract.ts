import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import type { CellEnding, YearComparison } from '#shared/domain/year.ts';
import { DirectoryAgencySchema } from '../domain/agency.ts';
import { type PlanId, PlanIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { PlanReadingSchema } from '../domain/plan-reading.ts';
import { read, step } from './call.ts';

const MAX_TASKS = 10_000;

/** The new year's document as reviewed, see `plan`. */
const ReviewedYearSchema = z.strictObject({
  /** The plan of the year before. */
  planId: PlanIdSchema,
  reviewId: z.string().min(1).max(64),
  reading: PlanReadingSchema,
  agencies: z.array(DirectoryAgencySchema),
  /**
   * Which task of the year before a task of the new document goes on with, by its number; `null`: with none. Those not
   * named here are matched by what they say.
   */
  links: z
    .array(z.strictObject({ number: z.int().positive(), taskId: TaskIdSchema.nullable() }))
    .max(MAX_TASKS)
    .default([]),
});

export const CopiedYearSchema = z.strictObject({
  planId: PlanIdSchema,
  year: z.int().min(2000).max(2100),
  /** Left out: the old title with the new year in it. */
  title: z.string().trim().min(1).max(200).optional(),
  /** Which tasks go on; left out, all of the document and the matters that are not finished. */
  taskIds: z.array(TaskIdSchema).max(MAX_TASKS).optional(),
});
export type CopiedYear = z.infer<typeof CopiedYearSchema>;

type Begun = StepReport & { readonly planId: PlanId };

/** A new year from an old one, in the same data file: with its document, or without one yet. */
export const yearContract = {
  /** The new year's document beside the plan of the year before. Nothing is written. */
  propose: read.input(ReviewedYearSchema).output(type<YearComparison>()),
  /**
   * Adds the reviewed document as the plan of the next year, as one step: each task knows the one it goes on with, and
   * how the plan reports (periods, lights, scoring) is taken over. The review ends with it.
   */
  begin: step.input(ReviewedYearSchema).output(type<Begun>()),
  /** What {@link yearContract.copy} would take over. Nothing is written. */
  proposeCopy: read.input(CopiedYearSchema.omit({ title: true })).output(type<YearComparison>()),
  /**
   * Makes the plan of the next year without a document: tasks, units, people, targets, regular duties as they are,
   * dates moved by the years between, and the periods of that year. One step.
   */
  copy: step.input(CopiedYearSchema).output(type<Begun>()),
  /** A plan beside the one of the year before. */
  compare: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<YearComparison>()),
  /** How last year's tasks ended, for this year's that go on with them: of each agency, and of each as a whole. */
  endings: read
    .input(z.strictObject({ planId: PlanIdSchema, taskIds: z.array(TaskIdSchema).max(MAX_TASKS).optional() }))
    .output(type<readonly CellEnding[]>()),
};
