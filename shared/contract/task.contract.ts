import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { PlanIdSchema, SectionIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { step } from './call.ts';

/** Longest text of a task: what one workbook cell can hold (pitfall 34). */
const TASK_TEXT_MAX = 32_767;
const TASK_NUMBER_MAX = 99_999;
/** Characters of names in one field. */
const TASK_PEOPLE_MAX = 1_000;
/** Tasks one call may insert, move, remove or edit. */
const MAX_TASKS = 10_000;

const text = z.string().max(TASK_TEXT_MAX);
const taskIds = z.array(TaskIdSchema).min(1).max(MAX_TASKS);

/** Beside another task (and in its section), or behind the last task of a section; `null`: of those without one. */
export const TaskPlaceSchema = z.union([
  z.strictObject({ before: TaskIdSchema }),
  z.strictObject({ after: TaskIdSchema }),
  z.strictObject({ endOf: SectionIdSchema.nullable() }),
]);

/**
 * Printed numbers afterwards. `keep`: they stay, a new task gets the next free one, because others quote the numbers
 * of the document. `renumber`: 1, 2, 3 … through the plan, in the same step.
 */
export const NumberingSchema = z.enum(['keep', 'renumber']).default('keep');
export type Numbering = z.infer<typeof NumberingSchema>;

export const TaskTextSchema = z.strictObject({
  taskId: TaskIdSchema,
  title: text.optional(),
  content: text.optional(),
  number: z.int().min(1).max(TASK_NUMBER_MAX).optional(),
  /** Who answers for it; several names are parted by 、. */
  leadLeader: z.string().max(TASK_PEOPLE_MAX).optional(),
  leaderInCharge: z.string().max(TASK_PEOPLE_MAX).optional(),
  personInCharge: z.string().max(TASK_PEOPLE_MAX).optional(),
});
export type TaskText = z.infer<typeof TaskTextSchema>;

/** The structure of a plan: which tasks it has, in which order, and what they say. Each call is one step. */
export const taskContract = {
  /** Adds tasks; without texts one blank row, as Excel does. The report's `touched` names them in order. */
  insert: step
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        place: TaskPlaceSchema,
        tasks: z
          .array(z.strictObject({ title: text.default(''), content: text.default('') }))
          .min(1)
          .max(MAX_TASKS)
          .default([{ title: '', content: '' }]),
        numbering: NumberingSchema,
      }),
    )
    .output(type<StepReport>()),
  /** Takes tasks out of the plan; their roles, progress and forms are kept and come back with undo. */
  remove: step
    .input(z.strictObject({ planId: PlanIdSchema, taskIds, numbering: NumberingSchema }))
    .output(type<StepReport>()),
  /** Puts tasks elsewhere, in the order they have now. */
  move: step
    .input(z.strictObject({ planId: PlanIdSchema, taskIds, place: TaskPlaceSchema, numbering: NumberingSchema }))
    .output(type<StepReport>()),
  /** Numbers the tasks 1, 2, 3 … in their order. */
  renumber: step.input(z.strictObject({ planId: PlanIdSchema })).output(type<StepReport>()),
  /** Edits titles, contents, numbers and who answers for tasks; fields left out stay. A number that another task has is refused. */
  setText: step
    .input(z.strictObject({ edits: z.array(TaskTextSchema).min(1).max(MAX_TASKS) }))
    .output(type<StepReport>()),
  /** Renames a section. */
  renameSection: step
    .input(z.strictObject({ sectionId: SectionIdSchema, title: z.string().trim().min(1).max(200) }))
    .output(type<StepReport>()),
};
