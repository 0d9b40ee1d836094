import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema } from '../domain/ids.ts';
import {
  type FilledTemplate,
  TemplateIdSchema,
  TemplateMappingSchema,
  TemplatePlaceSchema,
  type TemplateReading,
  type TemplateView,
} from '../domain/template.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

const NameSchema = z.string().trim().min(1).max(100);

/** 上级表样: forms of a superior, read, corrected, remembered. */
export const templateContract = {
  /**
   * Reads a form without keeping anything. What was said of the same file, or of one with the same heads, stands in
   * the answer.
   */
  read: read
    .input(
      z.strictObject({
        file: FileTicketSchema,
        /** The same form, filled in: what its columns hold settles what they ask for. */
        example: FileTicketSchema.optional(),
        /** The plan whose tasks and values the example is compared with. */
        planId: PlanIdSchema.optional(),
        /** Where a person says that the table is. */
        place: TemplatePlaceSchema.optional(),
      }),
    )
    .output(type<TemplateReading>()),
  /** The templates that are remembered, by name. */
  list: read.input(z.strictObject({})).output(type<readonly TemplateView[]>()),
  /** A remembered template with the picture of its sheet, as it was saved; given a place, read anew there. */
  get: read
    .input(z.strictObject({ templateId: TemplateIdSchema, place: TemplatePlaceSchema.optional() }))
    .output(type<TemplateReading>()),
  /** Keeps a form whole, with what its columns mean. Given `templateId`, in the place of that one. */
  save: step
    .input(
      z.strictObject({
        templateId: TemplateIdSchema.optional(),
        name: NameSchema,
        /** Left out with `templateId`: the file stays the one that was kept. */
        file: FileTicketSchema.optional(),
        mapping: TemplateMappingSchema,
      }),
    )
    .output(type<StepReport>()),
  rename: step.input(z.strictObject({ templateId: TemplateIdSchema, name: NameSchema })).output(type<StepReport>()),
  remove: step.input(z.strictObject({ templateId: TemplateIdSchema })).output(type<StepReport>()),
  /** Fills a form for a period and writes it as a file of its own; the form itself stays as it is. */
  fill: file
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        periodId: PeriodIdSchema,
        template: z.union([
          z.strictObject({ templateId: TemplateIdSchema }),
          /** Without a mapping the program reads the form itself, and fills what it is sure of. */
          z.strictObject({ file: FileTicketSchema, mapping: TemplateMappingSchema.optional() }),
        ]),
        /** `lead`: what the lead of each task reports; an agency: its tasks, and what it reports itself. */
        scope: z.union([z.enum(['all', 'lead']), z.strictObject({ agencyId: AgencyIdSchema })]),
        out: FileTicketSchema,
      }),
    )
    .output(longCall<FilledTemplate>()),
};
