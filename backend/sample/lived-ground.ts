import type { PlanId } from '#shared/domain/ids.ts';
import type { Chance } from './chance.ts';
import type { LivedDuty } from './reports.ts';

/** What the facts of a year are about. */
export type LivedGround = {
  readonly planId: PlanId;
  readonly duties: readonly LivedDuty[];
  readonly chance: Chance;
};
