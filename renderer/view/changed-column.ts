import type { LedgerRow } from '#shared/domain/ledger.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { CellRef } from '#shared/domain/step.ts';
import { type LedgerColumn, showsCell } from './ledger-lines.ts';
import { soFarText, valueText } from './target-words.ts';

/**
 * The column that a step has changed in the first of its cells, from the rows before and after it.
 *
 * @returns `null` when nothing of that cell is another now
 */
export function changedColumn(
  before: readonly LedgerRow[] | null,
  after: readonly LedgerRow[] | null,
  [cell]: readonly CellRef[],
): LedgerColumn | null {
  const was = cell && before?.find((row) => showsCell(row, cell));
  const is = cell && after?.find((row) => showsCell(row, cell));
  if (!was || !is) return null;
  const changed = PROGRESS_FIELDS.find((field) => was[field] !== is[field]);
  if (changed) return changed;
  if (was.reporter !== is.reporter) return 'reporter';
  if (valueText(was) !== valueText(is)) return 'value';
  if (soFarText(was) !== soFarText(is)) return 'soFar';
  if (was.verification?.id !== is.verification?.id) return 'verification';
  if (was.title !== is.title) return 'title';
  return was.role === is.role ? null : 'role';
}
