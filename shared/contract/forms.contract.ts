import { type } from '@orpc/contract';
import { z } from 'zod';
import type { FormCandidates, SentFormFile } from '#shared/domain/form-sending.ts';
import { AgencyIdSchema, PeriodIdSchema } from '#shared/domain/ids.ts';
import { FileTicketSchema, file, longCall, read } from './call.ts';

/** Longest name of whom a form went to. */
const RECIPIENT_MAX = 100;

/** Forms out: one workbook per agency, with hidden ids; the program remembers what it sent. */
export const formsContract = {
  /** Who owes something in a period, whom to send to, when it was last sent, and what is missing. */
  candidates: read.input(z.strictObject({ periodId: PeriodIdSchema })).output(type<FormCandidates>()),

  send: file
    .input(
      z.strictObject({
        periodId: PeriodIdSchema,
        /** Left out: every agency that owes something in the period; members of a group in its place. */
        agencyIds: z.array(AgencyIdSchema).min(1).optional(),
        /** Of those only the ones that have not reported everything. */
        missingOnly: z.boolean().optional(),
        /** One form over all plans of the office that have a period of the same kind and days. */
        allPlans: z.boolean().optional(),
        /** Whom it goes to, where that is another than the contact that is known. */
        recipients: z
          .array(z.strictObject({ agencyId: AgencyIdSchema, name: z.string().trim().max(RECIPIENT_MAX) }))
          .optional(),
        folder: FileTicketSchema,
      }),
    )
    .output(longCall<readonly SentFormFile[]>()),
};
