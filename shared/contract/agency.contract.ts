import { type } from '@orpc/contract';
import { z } from 'zod';
import { AGENCY_KINDS } from '../domain/agency.ts';
import { AgencyIdSchema } from '../domain/ids.ts';
import type { AgencyEntry, StepReport } from '../domain/views.ts';
import { read, write } from './call.ts';

const name = z.string().trim().min(1).max(100);

/** The fields of a directory entry; those left out stay as they are. */
export const AgencyPatchSchema = z.strictObject({
  name: name.optional(),
  shortName: z.string().trim().min(1).max(40).optional(),
  kind: z.enum(AGENCY_KINDS).optional(),
  /** All aliases and former names, replacing those there are. */
  aliases: z.array(name).max(50).optional(),
  /** Of a group agency: all its members, replacing those there are. */
  memberIds: z.array(AgencyIdSchema).max(500).optional(),
  /** 1 is the first column. The others move up or down. */
  position: z.int().positive().optional(),
});
export type AgencyPatch = z.infer<typeof AgencyPatchSchema>;

/** 单位名录: who the agencies are. Every call is one step that can be undone. */
export const agencyContract = {
  list: read.output(type<readonly AgencyEntry[]>()),
  add: write
    .input(z.strictObject({ name, shortName: name.optional(), kind: z.enum(AGENCY_KINDS).optional() }))
    .output(type<StepReport>()),
  update: write
    .input(z.strictObject({ agencyId: AgencyIdSchema, patch: AgencyPatchSchema }))
    .output(type<StepReport>()),
};
