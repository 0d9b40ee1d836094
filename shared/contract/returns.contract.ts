import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ExportedFile } from '#shared/domain/overview.ts';
import {
  type CollectionOverview,
  RETURN_COLUMN_FIELDS,
  RETURN_STATES,
  type ReturnReview,
  type ReturnSummary,
  type SheetPicture,
} from '#shared/domain/return-review.ts';
import type { CellRef, StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, ReturnIdSchema } from '../domain/ids.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

/** What the clerk decided about one item: `ReturnDecision`. */
export const DecisionSchema = z.strictObject({
  key: z.string().min(1).max(100),
  choice: z.enum(['theirs', 'ours']),
  value: z.string().max(20_000).optional(),
});

const FilesSchema = z.strictObject({
  /** For workbooks whose hidden ids were lost; one that says its plan belongs to that one, open or not. */
  planId: PlanIdSchema,
  files: z
    .array(z.strictObject({ ticket: FileTicketSchema, password: z.string().max(255).optional() }))
    .min(1)
    .max(2_000),
});

/** Returns in: received and kept, read, compared three ways, shown; no progress is written before `accept`. */
export const returnsContract = {
  /** Reads and compares without keeping anything: what the command line prints. */
  preview: read.input(FilesSchema).output(longCall<ReturnReview>()),
  /** Keeps every file under its hash, also one that is refused, and reads what can be read. */
  receive: file.input(FilesSchema).output(longCall<ReturnReview>()),
  list: read
    .input(
      z.strictObject({
        /** Left out: of all plans. */
        planId: PlanIdSchema.optional(),
        periodId: PeriodIdSchema.optional(),
        states: z.array(z.enum(RETURN_STATES)).optional(),
      }),
    )
    .output(type<readonly ReturnSummary[]>()),
  /** The returns compared with what stands now, and what the clerk had decided so far. Files of one answer that touch one cell are conflicts. */
  review: read
    .input(z.strictObject({ returnIds: z.array(ReturnIdSchema).min(1).max(2_000) }))
    .output(
      type<
        ReturnReview & { readonly decisions: Readonly<Record<number, readonly z.infer<typeof DecisionSchema>[]>> }
      >(),
    ),
  /** Keeps what was decided and not yet confirmed, so that closing the program loses nothing. No step. */
  keepDecisions: step
    .input(z.strictObject({ returnId: ReturnIdSchema, decisions: z.array(DecisionSchema).max(50_000) }))
    .output(type<void>()),
  /** Says whose return it is and for which period. */
  identify: step
    .input(z.strictObject({ returnId: ReturnIdSchema, agencyId: AgencyIdSchema.optional(), periodId: PeriodIdSchema }))
    .output(type<StepReport>()),
  /** Says what the columns mean; the file is read again so, and files of the same shape from now on. */
  mapColumns: step
    .input(
      z.strictObject({
        returnId: ReturnIdSchema,
        mapping: z.strictObject({
          sheet: z.string().max(255),
          firstHeadRow: z.int().positive(),
          lastHeadRow: z.int().positive(),
          columns: z
            .array(z.strictObject({ column: z.int().positive(), field: z.enum(RETURN_COLUMN_FIELDS) }))
            .max(200),
        }),
      }),
    )
    .output(type<StepReport>()),
  picture: read.input(z.strictObject({ returnId: ReturnIdSchema })).output(type<SheetPicture>()),
  /**
   * Takes in what was chosen of these returns as one step; what is not named keeps ours. With `keepOpen` what is not
   * named stays undecided, and the return waits to be reviewed as long as anything of it is.
   */
  accept: step
    .input(
      z.strictObject({
        returns: z
          .array(
            z.strictObject({
              returnId: ReturnIdSchema,
              decisions: z.array(DecisionSchema).max(50_000),
              keepOpen: z.boolean().optional(),
            }),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .output(type<StepReport>()),
  /** What taking an accepted return back would do: cells that go back, and cells that were changed since. */
  takeBackPreview: read
    .input(z.strictObject({ returnId: ReturnIdSchema }))
    .output(
      type<{ readonly cells: number; readonly changedSince: readonly (CellRef & { readonly label: string })[] }>(),
    ),
  /** Takes an accepted return back as one step, at any later time. */
  takeBack: step
    .input(z.strictObject({ returnId: ReturnIdSchema, includeChanged: z.boolean() }))
    .output(type<StepReport>()),
  /** Marks returns as sent back, with the reasons the agency is told. */
  sendBack: step
    .input(
      z.strictObject({
        returnIds: z.array(ReturnIdSchema).min(1).max(500),
        reasons: z.array(z.string().max(2_000)).max(500),
      }),
    )
    .output(type<StepReport>()),
  /** Puts a return aside for good: not ours, a mistake, a duplicate. */
  refuse: step
    .input(
      z.strictObject({
        returnIds: z.array(ReturnIdSchema).min(1).max(500),
        reasons: z.array(z.string().max(2_000)).max(50),
      }),
    )
    .output(type<StepReport>()),
  /** The text that goes to the agency with a return that is sent back. */
  sendBackText: read
    .input(z.strictObject({ returnId: ReturnIdSchema, reasons: z.array(z.string().max(2_000)).max(500) }))
    .output(type<{ readonly text: string }>()),
  /** Their own file with the reasons as remarks on the cells, or a table of the reasons, into a folder. */
  annotate: file
    .input(z.strictObject({ returnIds: z.array(ReturnIdSchema).min(1).max(500), folder: FileTicketSchema }))
    .output(longCall<readonly ExportedFile[]>()),
  /** 回收情况: agencies × periods. */
  overview: read
    .input(z.strictObject({ planId: PlanIdSchema, periodIds: z.array(PeriodIdSchema).optional() }))
    .output(type<CollectionOverview>()),
  /** The rules that look at what came back, each with its sentence and whether it is on. */
  rules: read
    .input(z.strictObject({}))
    .output(type<readonly { readonly rule: string; readonly label: string; readonly active: boolean }[]>()),
  setRule: step.input(z.strictObject({ rule: z.string().max(60), active: z.boolean() })).output(type<StepReport>()),
  /** A row of theirs that belongs to no task becomes a task of the plan, with its agency and what it says. */
  makeTask: step
    .input(z.strictObject({ returnId: ReturnIdSchema, rowNumber: z.int().positive() }))
    .output(type<StepReport>()),
  /** Another data file of this program, brought in as returns of each agency and period that differ. */
  receiveDataFile: file
    .input(z.strictObject({ planId: PlanIdSchema, file: FileTicketSchema }))
    .output(longCall<ReturnReview>()),
};
