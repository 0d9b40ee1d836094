import { type } from '@orpc/contract';
import { z } from 'zod';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import type { LateDuty } from '#shared/domain/late-duty.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { DUE_KINDS } from '../domain/plan-reading.ts';
import { file, longCall, read, step } from './call.ts';
import { EvidenceFilesSchema } from './evidence.contract.ts';

/** Longest reason, basis or name of an approver: it stands in a line of the history. */
export const DEADLINE_WORDS_MAX = 500;
const PLACES_MAX = 10_000;
const SOON_MAX = 366;

const words = z.string().max(DEADLINE_WORDS_MAX);
const day = z.iso.date();
/** An agency's part of a task; without one the task itself, for all that owe it. */
const place = z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema.nullable() });

const closing = z.strictObject({
  places: z.array(place).min(1).max(PLACES_MAX),
  /** Left out: today. */
  closedOn: day.optional(),
  basis: words,
  approver: words.default(''),
  /** Evidence that is there already and proves it. */
  evidenceIds: z.array(RowIdSchema).max(PLACES_MAX).optional(),
});

/** 时限: what is late or soon due, when tasks are due, putting off, closing. */
export const deadlineContract = {
  /**
   * Every duty that is late on the clerk's date, the latest first: reports of open periods, tasks, matters and pieces
   * of regular duties. With `within` also those due in so many days.
   */
  overdue: read
    .input(z.strictObject({ planId: PlanIdSchema, within: z.int().min(0).max(SOON_MAX).optional() }))
    .output(type<readonly LateDuty[]>()),
  /** When tasks are due, what was put off and closed of them: those named, else all of the plan that have any of it. */
  list: read
    .input(z.strictObject({ planId: PlanIdSchema, taskIds: z.array(TaskIdSchema).max(PLACES_MAX).optional() }))
    .output(type<readonly TaskDeadlines[]>()),
  /** When a task is due: all its rules. */
  setDues: step
    .input(
      z.strictObject({
        taskId: TaskIdSchema,
        dues: z
          .array(
            z.strictObject({
              kind: z.enum(DUE_KINDS),
              text: words,
              date: day.nullable(),
              day: z.int().min(1).max(31).nullable(),
              count: z.int().positive().max(1000).nullable(),
            }),
          )
          .max(50),
      }),
    )
    .output(type<StepReport>()),
  /** 延期: of a period's report, or of the task itself when no period is named. */
  extend: step
    .input(
      z.strictObject({
        places: z.array(place).min(1).max(PLACES_MAX),
        periodId: PeriodIdSchema.nullable(),
        dueOn: day,
        reason: words,
        approver: words,
        /** Left out: today. */
        approvedOn: day.optional(),
      }),
    )
    .output(type<StepReport>()),
  /** Takes an extension back. */
  removeExtension: step.input(z.strictObject({ id: RowIdSchema })).output(type<StepReport>()),
  /** 办结, 销号. */
  close: step.input(closing).output(type<StepReport>()),
  /** The same with new evidence: copies the files into the folder, then closes and enters them, all as one step. */
  closeWithFiles: file.input(closing.extend({ files: EvidenceFilesSchema })).output(longCall<StepReport>()),
  /** Opens again what was closed. */
  reopen: step
    .input(z.strictObject({ places: z.array(place).min(1).max(PLACES_MAX), reason: words, on: day.optional() }))
    .output(type<StepReport>()),
};
