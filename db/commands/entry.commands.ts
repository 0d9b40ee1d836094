import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { TargetValueEdit } from '#shared/contract/target.contract.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency } from '../queries/agency.queries.ts';
import { findTask } from '../queries/plan.queries.ts';
import { type ProgressEntry, progressWrites } from './progress.commands.ts';
import { targetValueWrites } from './target-value.commands.ts';

/**
 * Records progress and values of targets together, as one step: a block pasted over both, a form that holds both.
 *
 * @throws AppError as setProgress and setTargetValues
 */
export function setEntries(
  db: WritableDb,
  entries: readonly ProgressEntry[],
  values: readonly TargetValueEdit[],
  made: Made,
): CommittedStep {
  const rowOrigin = made.client === 'command-line' ? 'command-line' : 'manual';
  const writes = [
    ...entries.flatMap((entry) => progressWrites(db, entry, rowOrigin)),
    ...targetValueWrites(db, values),
  ];
  return commitStep(db, { code: 'entry.set', label: labelOf(db, entries, values), ...made }, writes);
}

function labelOf(db: WritableDb, entries: readonly ProgressEntry[], values: readonly TargetValueEdit[]): string {
  const [entry] = entries;
  if (entries.length !== 1 || !entry) return `填写 ${entries.length} 处进展、${values.length} 处量化指标`;
  const place = `第 ${findTask(db, entry.taskId)?.number ?? '?'} 项 ${findAgency(db, entry.agencyId)?.shortName ?? '?'}`;
  return `填写进展和指标值：${place}`;
}
