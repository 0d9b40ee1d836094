import { type } from '@orpc/contract';
import { z } from 'zod';
import type { MergePreview, SimilarAgencies } from '#shared/domain/agency-views.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AGENCY_KINDS } from '../domain/agency.ts';
import { AgencyIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

const MAX_AGENCIES = 2_000;

const name = z.string().trim().min(1).max(100);
const names = z.array(name).max(100);

/** Fields of an agency; those left out stay as they are. */
export const AgencyPatchSchema = z.strictObject({
  /** When the name changes and no `formerNames` are given, the old name becomes a former one. */
  name: name.optional(),
  shortName: name.optional(),
  kind: z.enum(AGENCY_KINDS).optional(),
  /** An agency out of use keeps what it has and is no longer offered. */
  active: z.boolean().optional(),
  aliases: names.optional(),
  formerNames: names.optional(),
  /** Of a group agency, which may hold other groups. An agency that is no group any more loses its members. */
  members: z.array(AgencyIdSchema).max(MAX_AGENCIES).optional(),
});
export type AgencyPatch = z.infer<typeof AgencyPatchSchema>;

const MergeSchema = z.strictObject({
  from: AgencyIdSchema,
  into: AgencyIdSchema,
  /** The first day of the joined agency; left out, `from` vanishes as if it had never been. */
  on: z.iso.date().optional(),
});

/** The agency directory of the plan. Each change is one step. */
export const agencyContract = {
  /** Adds agencies behind the others; short name and kind are read off the name when left out. */
  add: step
    .input(
      z.strictObject({
        agencies: z
          .array(AgencyPatchSchema.omit({ active: true }).extend({ name }))
          .min(1)
          .max(MAX_AGENCIES),
      }),
    )
    .output(type<StepReport>()),
  /** Renames, regroups, sets other names and members: one agency, one step. */
  update: step.input(z.strictObject({ agencyId: AgencyIdSchema, patch: AgencyPatchSchema })).output(type<StepReport>()),
  /** Puts the named agencies into this order, in the places they hold among all. */
  reorder: step
    .input(z.strictObject({ agencyIds: z.array(AgencyIdSchema).min(2).max(MAX_AGENCIES) }))
    .output(type<StepReport>()),
  /** Agencies with names so alike that they may be one unit: offered for merging, never merged by themselves. */
  similar: read.output(type<readonly SimilarAgencies[]>()),
  /** What {@link agencyContract.merge} would do. */
  previewMerge: read.input(MergeSchema).output(type<MergePreview>()),
  /**
   * Makes one agency of two: everything of `from` goes to `into`, its name becomes an alias of it. With a day, what it
   * owes goes over from then on, and what it did before stays with it.
   */
  merge: step.input(MergeSchema).output(type<StepReport>()),
  /** Takes an agency off the list; refused while anything names it. */
  remove: step.input(z.strictObject({ agencyId: AgencyIdSchema })).output(type<StepReport>()),
};
