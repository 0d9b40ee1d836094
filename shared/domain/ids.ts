import { z } from 'zod';

/**
 * Row ids, branded so that a task id cannot be passed for an agency id.
 * They are never re-used (AUTOINCREMENT): a form that was sent out months ago still names the right rows.
 */
export const PlanIdSchema = z.int().positive().brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanIdSchema>;

export const SectionIdSchema = z.int().positive().brand<'SectionId'>();
export type SectionId = z.infer<typeof SectionIdSchema>;

export const TaskIdSchema = z.int().positive().brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskIdSchema>;

export const AgencyIdSchema = z.int().positive().brand<'AgencyId'>();
export type AgencyId = z.infer<typeof AgencyIdSchema>;

export const PeriodIdSchema = z.int().positive().brand<'PeriodId'>();
export type PeriodId = z.infer<typeof PeriodIdSchema>;

export const FormIdSchema = z.int().positive().brand<'FormId'>();
export type FormId = z.infer<typeof FormIdSchema>;

export const StepIdSchema = z.int().positive().brand<'StepId'>();
export type StepId = z.infer<typeof StepIdSchema>;

export const ReturnIdSchema = z.int().positive().brand<'ReturnId'>();
export type ReturnId = z.infer<typeof ReturnIdSchema>;

export const TargetIdSchema = z.int().positive().brand<'TargetId'>();
export type TargetId = z.infer<typeof TargetIdSchema>;

/** Ids of rows that hang on a task: extensions, closings, milestones, sub-items, verifications, evidence, records. */
export const RowIdSchema = z.int().positive().brand<'RowId'>();
export type RowId = z.infer<typeof RowIdSchema>;

export const DutyIdSchema = z.int().positive().brand<'DutyId'>();
export type DutyId = z.infer<typeof DutyIdSchema>;

export const LeaderIdSchema = z.int().positive().brand<'LeaderId'>();
export type LeaderId = z.infer<typeof LeaderIdSchema>;

export const SendingIdSchema = z.int().positive().brand<'SendingId'>();
export type SendingId = z.infer<typeof SendingIdSchema>;
