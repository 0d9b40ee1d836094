import { type } from '@orpc/contract';
import { z } from 'zod';
import { PeriodIdSchema, PlanIdSchema, SendingIdSchema } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { type FoundSending, SENDING_KINDS, SENT_TO_MAX, type SendingView } from '#shared/domain/sending.ts';
import type { SendingComparison } from '#shared/domain/sending-comparison.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

/** The log of exports: what went out, when, in which state, to whom. */
export const sendingsContract = {
  /** The newest first; what is left out narrows nothing. */
  list: read
    .input(
      z
        .strictObject({
          planId: PlanIdSchema.optional(),
          periodId: PeriodIdSchema.optional(),
          kind: z.enum(SENDING_KINDS).optional(),
        })
        .prefault({}),
    )
    .output(type<readonly SendingView[]>()),
  /** What changed from one sending to another of the same layout; `after: null`: until now. */
  compare: read
    .input(z.strictObject({ before: SendingIdSchema, after: SendingIdSchema.nullable() }))
    .output(type<SendingComparison>()),
  /** Which sending a file is that somebody holds, and whether it was changed since. */
  which: read.input(z.strictObject({ file: FileTicketSchema })).output(type<FoundSending>()),
  /** The same file once more, in the state it showed then. */
  sendAgain: file
    .input(z.strictObject({ sendingId: SendingIdSchema, file: FileTicketSchema }))
    .output(longCall<ExportedFile>()),
  /** Says to whom it went; empty: nobody has said. */
  setSentTo: step
    .input(z.strictObject({ sendingId: SendingIdSchema, sentTo: z.string().trim().max(SENT_TO_MAX) }))
    .output(type<StepReport>()),
};
