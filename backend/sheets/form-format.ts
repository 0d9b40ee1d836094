import { z } from 'zod';
import { AgencyIdSchema, FormIdSchema, PeriodIdSchema, PlanIdSchema } from '#shared/domain/ids.ts';

/**
 * The agreement between the form that goes out and the reader of what comes back.
 * Raise the version when the meaning of a hidden value changes; the reader keeps every version it ever wrote.
 *
 * 1: one sheet of reports. 2: a sheet of reports for each plan, each with a sheet of ids of its own that names it; a
 * sheet of targets; who fills in has cells of their own.
 */
export const FORM_VERSION = 2;

/**
 * A very hidden sheet of keys and values. Its name starts with an underscore, which no person's sheet does; a form over
 * several plans has several: `_form`, `_form2`.
 */
export const FORM_SHEET = '_form';

/** Head of the hidden column with the task's id in every row. It travels with its row when rows are sorted or moved. */
export const TASK_ID_HEAD = '任务标识';

/** The sheet where values of targets are filled in, one row for each. */
export const TARGETS_SHEET = '量化指标';

/** Heads of that sheet by which it is known, and the hidden column with `form/target` in every row. */
export const TARGET_HEADS = { target: '量化指标', aim: '目标值', unit: '计量单位', value: '本期值' } as const;
export const TARGET_ID_HEAD = '指标标识';

/** Head of the column that says by formulas what is missing; nothing in it is ever read. */
export const MISSING_HEAD = '还差';

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
  /** The sheet of reports it belongs to, as it was called; empty in version 1, which has one. */
  sheet: z.string().default(''),
});
export type FormIds = z.infer<typeof FormIdsSchema>;
