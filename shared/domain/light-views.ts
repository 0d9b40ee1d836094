import type { AgencyId, TaskId } from './ids.ts';
import type { Judgement, LightKey } from './light.ts';
import type { LightRuleSet } from './light-rule-set.ts';

/** The light of a duty, by ids and by names. */
export type LightRow = Judgement & {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  /** Number of the task. */
  readonly task: number;
  /** Full name of the agency. */
  readonly agency: string;
  /** Whether it counts among what is owed in the period. */
  readonly counts: boolean;
};

export type LightSetView = {
  readonly set: LightRuleSet;
  /** Comes with the program: cannot be changed, but copied. */
  readonly builtIn: boolean;
  /** Titles of the plans that use it. */
  readonly usedBy: readonly string[];
};

export type LightSets = {
  /** Name of the set the plan uses. */
  readonly chosen: string;
  readonly sets: readonly LightSetView[];
};

export type LightCount = { readonly light: LightKey; readonly duties: number };
