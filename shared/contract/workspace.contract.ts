import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Dump } from '#shared/domain/dump.ts';
import type { CheckFinding, Overview } from '#shared/domain/overview.ts';
import { PlanIdSchema } from '../domain/ids.ts';
import { read } from './call.ts';

/** Left out, it is the newest plan that is not put aside. */
const chosenPlan = z.strictObject({ planId: PlanIdSchema.optional() }).prefault({});

/** The open data file as a whole. */
export const workspaceContract = {
  /** What the window shows around a plan. */
  overview: read.input(chosenPlan).output(type<Overview>()),
  /** Everything of a plan, by names: for other programs and for tests. */
  dump: read.input(chosenPlan).output(type<Dump>()),
  /** Runs the named checks of db/checks; an empty list means a healthy file. They report, a person decides. */
  check: read.output(type<readonly CheckFinding[]>()),
};
