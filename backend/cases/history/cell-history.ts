import type { ReadableDb } from '#db/handle.ts';
import { type CellChangeRow, listCellChanges } from '#db/queries/cell-history.queries.ts';
import { planOfTask } from '#db/queries/plan.queries.ts';
import type { CellFact, CellHistoryEntry } from '#shared/domain/cell-history.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { FACT_TABLES, factsOfRow, type LoggedRow, type RowNames, readLoggedRow } from './facts-of-row.ts';
import { rowNames } from './row-names.ts';

/**
 * What happened to a cell, step by step, newest first: role, progress and target values of every period, milestones,
 * checks, extensions, closing, note. With no agency: the task's number, texts, section, people and what is noted of it
 * as a whole. Steps that only passed through a row are left out.
 */
export function cellHistory(db: ReadableDb, taskId: TaskId, agencyId: AgencyId | null): readonly CellHistoryEntry[] {
  const names = rowNames(db, [planOfTask(db, taskId)]);
  const steps = Map.groupBy(listCellChanges(db, taskId, agencyId, FACT_TABLES), (change) => change.stepId);
  return [...steps.values()].flatMap((changes): CellHistoryEntry[] => {
    const [first] = changes;
    const facts = changes.toReversed().flatMap((change) => factChanges(change, { taskId, agencyId }, names));
    if (!first || facts.length === 0) return [];
    const { stepId: id, kind, label, client, manner, at, actor, file } = first;
    return [
      { step: { id, kind, label, client, manner, at, actor }, reversed: first.reversed === 1, file, changes: facts },
    ];
  });
}

type Place = { readonly taskId: TaskId; readonly agencyId: AgencyId | null };

function factChanges(
  { table, before, after }: Pick<CellChangeRow, 'table' | 'before' | 'after'>,
  place: Place,
  names: RowNames,
): CellHistoryEntry['changes'] {
  // A merge moves rows from cell to cell: elsewhere, they are nothing to this one.
  const isHere = (row: LoggedRow | null): boolean =>
    table === 'task' || (row?.task_id === place.taskId && (row.agency_id ?? null) === place.agencyId);
  const [old, now] = [readLoggedRow(before), readLoggedRow(after)].map((row) => (isHere(row) ? row : null));
  return comparedFacts(table, old ?? null, now ?? null, names);
}

/** What differs between two states of a row, as texts by fact. */
export function comparedFacts(
  table: string,
  before: LoggedRow | null,
  after: LoggedRow | null,
  names: RowNames,
): CellHistoryEntry['changes'] {
  const [old, now] = [factsOfRow(table, before, names), factsOfRow(table, after, names)];
  const periodId = (after ?? before)?.period_id;
  const period = periodId == null ? null : (names.periods.get(periodId) ?? null);
  // Every fact is a key of what factsOfRow gives.
  const facts = [...new Set([...Object.keys(old), ...Object.keys(now)])] as CellFact[];
  return facts
    .map((fact) => ({ fact, period, before: old[fact] ?? '', after: now[fact] ?? '' }))
    .filter((entry) => entry.before !== entry.after);
}
