import { type } from '@orpc/contract';
import { z } from 'zod';
import type { MatrixTask, TaskDetail } from '#shared/domain/matrix.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { MAX_ROLE_CELLS, ROLES } from '../domain/role.ts';
import { read, step } from './call.ts';
import { TaskTextSchema } from './task.contract.ts';

export const SetRolesSchema = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        taskId: TaskIdSchema,
        agencyId: AgencyIdSchema,
        /** `null` takes the role away. */
        role: z.enum(ROLES).nullable(),
      }),
    )
    .max(MAX_ROLE_CELLS),
  /** Titles pasted beside the roles: part of the same step. */
  titles: z
    .array(TaskTextSchema.pick({ taskId: true, title: true }).required())
    .max(MAX_ROLE_CELLS)
    .default([]),
  /** How the change was made; a paste is one step with a label of its own. */
  manner: z.enum(['typed', 'pasted', 'filled']).default('typed'),
});

/** Tasks down, agencies across. */
export const matrixContract = {
  /** The rows of the matrix with the lights of one period; all rows, or only those named. */
  read: read
    .input(z.strictObject({ periodId: PeriodIdSchema, taskIds: z.array(TaskIdSchema).optional() }))
    .output(type<readonly MatrixTask[]>()),
  /** One task in full, with each agency's progress of the period. */
  task: read.input(z.strictObject({ taskId: TaskIdSchema, periodId: PeriodIdSchema })).output(type<TaskDetail>()),
  /** Sets or takes away roles. One call, one step. */
  setRoles: step.input(SetRolesSchema).output(type<StepReport>()),
};
