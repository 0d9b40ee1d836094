import { type } from '@orpc/contract';
import { z } from 'zod';
import type { DutyTable, DutyView, ExpectedDuty } from '#shared/domain/duty-table.ts';
import { AgencyIdSchema, DutyIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { CADENCES, ON_HOLIDAY } from '#shared/domain/period.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

export const DUTY_TITLE_MAX = 100;
export const PIECE_TITLE_MAX = 300;
export const PIECES_MAX = 1000;
const UNIT_MAX = 8;
const NOTE_MAX = 2000;
/** As many pieces as are recorded in one go: a pasted column. */
const RECORDS_MAX = 2000;

/** The last day that a stretch of each kind has; of those made of months every month's. */
const LAST_DAY = { week: 7, 'ten-day': 11 } as const;

/** How a regular duty is defined. */
export const DutyDefinitionSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(DUTY_TITLE_MAX),
    cadence: z.enum(CADENCES),
    needed: z.int().min(1).max(PIECES_MAX),
    unit: z.string().trim().min(1).max(UNIT_MAX),
    owedBy: z.enum(['all', 'lead']),
    dueDay: z.int().min(1).max(31).nullable(),
    dueMonth: z.int().min(1).max(12).nullable(),
    dueIn: z.enum(['same', 'next']),
    onHoliday: z.enum(ON_HOLIDAY),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
  })
  .refine(({ cadence, dueDay }) => dueDay === null || !(cadence in LAST_DAY) || dueDay <= lastDay(cadence), {
    error: 'a stretch of this kind has no such day',
    path: ['dueDay'],
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    error: 'it ends before it starts',
    path: ['endsOn'],
  });
export type DutyDefinition = z.infer<typeof DutyDefinitionSchema>;

function lastDay(cadence: string): number {
  return cadence === 'week' ? LAST_DAY.week : LAST_DAY['ten-day'];
}

const pieceFields = {
  title: z.string().trim().min(1).max(PIECE_TITLE_MAX),
  receivedOn: z.iso.date(),
  pieces: z.int().min(1).max(PIECES_MAX),
  note: z.string().trim().max(NOTE_MAX),
};

const NewRecordSchema = z.strictObject({
  dutyId: DutyIdSchema,
  agencyId: AgencyIdSchema,
  /** What the stretch is called (2021-10, 2021年), or the day it begins. */
  period: z.string().max(40),
  ...pieceFields,
  receivedOn: pieceFields.receivedOn.optional(),
  pieces: pieceFields.pieces.default(1),
  note: pieceFields.note.default(''),
});

const oneDuty = z.strictObject({ dutyId: DutyIdSchema });

/** 定期报送: what is to be sent in again and again, who has sent what, and who is short. */
export const dutyContract = {
  /** The regular duties of a plan, by task. */
  list: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly DutyView[]>()),
  /** Every delivery that has begun by today, by duty, stretch and agency; also what came from units that owe nothing. */
  expected: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly ExpectedDuty[]>()),
  /** Units down, stretches across. */
  table: read.input(oneDuty).output(type<DutyTable>()),
  /** The same as a workbook, and as pages of paper. */
  export: file.input(oneDuty.extend({ file: FileTicketSchema })).output(longCall<ExportedFile>()),
  printTable: read.input(oneDuty).output(type<PrintTable>()),
  /** Adds a duty to a task, or changes one. */
  set: step
    .input(
      z.strictObject({
        duty: z.union([z.strictObject({ taskId: TaskIdSchema }), oneDuty]),
        definition: DutyDefinitionSchema,
      }),
    )
    .output(type<StepReport>()),
  /** Takes a duty away, with what was recorded for it. */
  remove: step.input(oneDuty).output(type<StepReport>()),
  /** Records what came in, all as one step. Without a day it came today. */
  record: step
    .input(
      z.strictObject({
        records: z.array(NewRecordSchema).min(1).max(RECORDS_MAX),
        manner: z.enum(['typed', 'pasted']).optional(),
      }),
    )
    .output(type<StepReport>()),
  /** Changes records or takes them away, all as one step. */
  setRecords: step
    .input(
      z.strictObject({
        edits: z
          .array(z.strictObject({ recordId: RowIdSchema, patch: z.strictObject(pieceFields).partial().nullable() }))
          .min(1)
          .max(RECORDS_MAX),
      }),
    )
    .output(type<StepReport>()),
};
