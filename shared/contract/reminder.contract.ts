import { type } from '@orpc/contract';
import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { type OwingAgency, REMINDER_MANNERS, type ReminderView, SLIPS } from '#shared/domain/reminder.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { read, step } from './call.ts';

export const REMINDER_TEXT_MAX = 8000;
export const ANSWER_MAX = 2000;
const PERSON_MAX = 100;

const answerFields = {
  answer: z.string().trim().max(ANSWER_MAX),
  /** The day it was answered, and the day for which it was promised (ISO); `null`: none. */
  answeredOn: z.iso.date().nullable(),
  promisedOn: z.iso.date().nullable(),
};

const NewReminderSchema = z
  .strictObject({
    agencyId: AgencyIdSchema,
    manner: z.enum(REMINDER_MANNERS),
    /** Of a slip alone: it gets the next number of its colour. */
    slip: z.enum(SLIPS).nullable().default(null),
    tasks: z.array(TaskIdSchema).max(1000),
    text: z.string().trim().max(REMINDER_TEXT_MAX),
    /** The person who was spoken to. */
    told: z.string().trim().max(PERSON_MAX).default(''),
    answer: answerFields.answer.default(''),
    promisedOn: answerFields.promisedOn.default(null),
  })
  .refine(({ manner, slip }) => (manner === 'slip') === (slip !== null), {
    error: 'a slip has a colour, and nothing else has',
    path: ['slip'],
  });

const ofPlan = z.strictObject({ planId: PlanIdSchema });

/** 催办: who owes what, what is said to them, and what they answered. */
export const reminderContract = {
  /** Agencies that owe something of a period, or will within days, in the order of the directory. */
  owed: read
    .input(
      ofPlan.extend({
        periodId: PeriodIdSchema,
        /** Judged as on this day (ISO); left out, today. */
        on: z.iso.date().optional(),
      }),
    )
    .output(type<readonly OwingAgency[]>()),
  /** The text for one agency once more, in the words of a slip; `slip: null`: a plain reminder. */
  letter: read
    .input(
      ofPlan.extend({
        periodId: PeriodIdSchema,
        agencyId: AgencyIdSchema,
        slip: z.enum(SLIPS).nullable(),
        replyBy: z.iso.date().optional(),
      }),
    )
    .output(type<{ readonly text: string; readonly replyBy: string }>()),
  /** Who was told what, the newest first. */
  list: read
    .input(ofPlan.extend({ periodId: PeriodIdSchema.optional(), agencyId: AgencyIdSchema.optional() }))
    .output(type<readonly ReminderView[]>()),
  /** Keeps that agencies were told, all as one step; slips get their numbers. */
  add: step
    .input(
      ofPlan.extend({
        periodId: PeriodIdSchema.nullable(),
        /** ISO date; left out, today. */
        madeOn: z.iso.date().optional(),
        reminders: z.array(NewReminderSchema).min(1).max(500),
      }),
    )
    .output(type<StepReport>()),
  /** What was answered to a reminder. */
  answer: step
    .input(z.strictObject({ reminderId: RowIdSchema, patch: z.strictObject(answerFields).partial() }))
    .output(type<StepReport>()),
  /** Takes a reminder that was never made out of the list. */
  remove: step.input(z.strictObject({ reminderId: RowIdSchema })).output(type<StepReport>()),
  /** A reminder or slip as a page of paper. */
  printTable: read.input(z.strictObject({ reminderId: RowIdSchema })).output(type<PrintTable>()),
};
