import type { EvidenceRef } from './evidence.ts';
import type { TaskId } from './ids.ts';
import type { Cadence } from './period.ts';
import type { TaskDueRow } from './task-due.ts';
import type { ClosingRow, ExtensionRow } from './year-facts.ts';

/** When a task is due, by which kind of period it is reported, what was put off and closed of it. */
export type TaskDeadlines = {
  readonly taskId: TaskId;
  readonly task: number;
  readonly title: string;
  /** `null`: as the plan. */
  readonly cadence: Cadence | null;
  readonly dues: readonly TaskDueRow[];
  /** Those with the period's label; the last of a place counts. */
  readonly extensions: readonly (ExtensionRow & { readonly agency: string | null; readonly period: string | null })[];
  /** Those with what proves them. */
  readonly closings: readonly (ClosingRow & {
    readonly agency: string | null;
    readonly evidence: readonly EvidenceRef[];
  })[];
};
