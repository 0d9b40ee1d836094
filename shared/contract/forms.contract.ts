import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { FileTicketSchema, file, longCall } from './call.ts';

/** Forms out: one workbook per agency, with hidden ids; the program remembers what it sent. */
export const formsContract = {
  send: file
    .input(
      z.strictObject({
        periodId: PeriodIdSchema,
        /** Left out: every agency that owes something in the period; members of a group in its place. */
        agencyIds: z.array(AgencyIdSchema).min(1).optional(),
        folder: FileTicketSchema,
      }),
    )
    .output(longCall<readonly ExportedFile[]>()),
};
