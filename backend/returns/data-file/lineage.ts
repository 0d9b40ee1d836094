import { createHash } from 'node:crypto';
import type { StepId } from '#shared/domain/ids.ts';

/** A step as far as two logs are compared: two files that share it are copies of one file. */
export type StepMark = {
  readonly id: StepId;
  readonly at: string;
  readonly code: string;
  readonly label: string;
};

function isSame(one: StepMark | undefined, other: StepMark | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.id === other.id &&
    one.at === other.at &&
    one.code === other.code &&
    one.label === other.label
  );
}

/** The last step up to which two logs are the same, both from the first on; `undefined` when already that differs. */
export function lastCommonStep(ours: readonly StepMark[], theirs: readonly StepMark[]): StepMark | undefined {
  const end = ours.findIndex((step, index) => !isSame(step, theirs[index]));
  return end < 0 ? ours.at(-1) : ours[end - 1];
}

/**
 * Names where the log of another file stood when it came, so that a later version of the same file is known again: how
 * many steps, and the last of them.
 */
export function lineageOf(steps: readonly StepMark[]): string {
  return `data-file ${steps.length} ${markOf(steps.at(-1))}`;
}

/** The step of a log at which an earlier version of the same file stood; `undefined` when it was no such version. */
export function stepOfLineage(lineage: string, steps: readonly StepMark[]): StepMark | undefined {
  const [, count, mark] = /^data-file (\d+) ([0-9a-f]+)$/.exec(lineage) ?? [];
  const step = steps[Number(count) - 1];
  return step !== undefined && markOf(step) === mark ? step : undefined;
}

function markOf(step: StepMark | undefined): string {
  const { id, at, code, label } = step ?? { id: 0, at: '', code: '', label: '' };
  return createHash('sha256')
    .update(JSON.stringify([id, at, code, label]))
    .digest('hex')
    .slice(0, 32);
}
