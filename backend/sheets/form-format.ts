import { z } from 'zod';
import { AgencyIdSchema, FormIdSchema, PeriodIdSchema, PlanIdSchema } from '#shared/domain/ids.ts';

/**
 * The agreement between the form that goes out and the reader of what comes back.
 * Raise the version when the meaning of a hidden value changes; the reader keeps every version it ever wrote.
 */
export const FORM_VERSION = 1;

/** A very hidden sheet of keys and values. Its name starts with an underscore, which no person's sheet does. */
export const FORM_SHEET = '_form';

/** Head of the hidden column with the task's id in every row. It travels with its row when rows are sorted or moved. */
export const TASK_ID_HEAD = '任务标识';

export const FormIdsSchema = z.object({
  version: z.coerce.number().int().min(1).max(FORM_VERSION),
  planId: z.coerce.number().pipe(PlanIdSchema),
  planTitle: z.string(),
  documentNumber: z.string(),
  agencyId: z.coerce.number().pipe(AgencyIdSchema),
  agencyName: z.string(),
  periodId: z.coerce.number().pipe(PeriodIdSchema),
  periodLabel: z.string(),
  /** Last day of the period: tells the year of a date written without one. */
  periodEndsOn: z.iso.date(),
  formId: z.coerce.number().pipe(FormIdSchema),
});
export type FormIds = z.infer<typeof FormIdsSchema>;
