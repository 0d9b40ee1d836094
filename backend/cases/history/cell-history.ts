import { z } from 'zod';
import type { ReadableDb } from '#db/handle.ts';
import { type CellChangeRow, listCellChanges } from '#db/queries/cell-history.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listSections, planOfTask } from '#db/queries/plan.queries.ts';
import type { CellFact, CellHistoryEntry } from '#shared/domain/cell-history.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';

/** Logged rows, as far as a clerk cares. Rows of an older format lack columns that came later. */
const RowSchema = z.object({
  task_id: z.number().optional(),
  agency_id: z.number().nullable().optional(),
  period_id: z.number().optional(),
  role: z.enum(ROLES).optional(),
  status: z.enum(STATUSES).nullable().optional(),
  percent: z.number().nullable().optional(),
  narrative: z.string().optional(),
  problems: z.string().optional(),
  next_steps: z.string().optional(),
  reported_on: z.string().nullable().optional(),
  text: z.string().optional(),
  number: z.number().optional(),
  title: z.string().optional(),
  content: z.string().optional(),
  section_id: z.number().nullable().optional(),
  removed: z.number().optional(),
});
type Row = z.infer<typeof RowSchema>;

type Facts = Partial<Record<CellFact, string>>;
type Names = { readonly sections: ReadonlyMap<number, string>; readonly periods: ReadonlyMap<number, string> };

/**
 * What happened to a cell, step by step, newest first: role, progress of every period, note. With no agency: the
 * task's number, texts, section and own note. Steps that only passed through a row are left out.
 */
export function cellHistory(db: ReadableDb, taskId: TaskId, agencyId: AgencyId | null): readonly CellHistoryEntry[] {
  const planId = planOfTask(db, taskId);
  const names: Names = {
    sections: new Map(listSections(db, planId).map((section) => [section.id, section.title])),
    periods: new Map(listPeriods(db, planId).map((period) => [period.id, period.label])),
  };
  const steps = Map.groupBy(listCellChanges(db, taskId, agencyId), (change) => change.stepId);
  return [...steps.values()].flatMap((changes): CellHistoryEntry[] => {
    const [first] = changes;
    const facts = changes.toReversed().flatMap((change) => factChanges(change, taskId, agencyId, names));
    if (!first || facts.length === 0) return [];
    const { stepId: id, kind, label, client, manner, at, actor, file } = first;
    return [
      { step: { id, kind, label, client, manner, at, actor }, reversed: first.reversed === 1, file, changes: facts },
    ];
  });
}

function factChanges(
  change: CellChangeRow,
  taskId: TaskId,
  agencyId: AgencyId | null,
  names: Names,
): CellHistoryEntry['changes'] {
  const [before, after] = [change.before, change.after].map((json): Row | null => {
    if (json === null) return null;
    const row = RowSchema.parse(JSON.parse(json));
    // A merge moves rows from cell to cell: elsewhere, they are nothing to this one.
    const isHere = change.table === 'task' || (row.task_id === taskId && row.agency_id === agencyId);
    return isHere ? row : null;
  });
  const [old, now] = [factsOf(before, names), factsOf(after, names)];
  const periodId = (after ?? before)?.period_id;
  const period = periodId === undefined ? null : (names.periods.get(periodId) ?? null);
  // Every fact is a key of what factsOf gives.
  const facts = [...new Set([...Object.keys(old), ...Object.keys(now)])] as CellFact[];
  return facts
    .map((fact) => ({ fact, period, before: old[fact] ?? '', after: now[fact] ?? '' }))
    .filter((entry) => entry.before !== entry.after);
}

/** A row as texts by fact; what the row does not have is left out. */
function factsOf(row: Row | null | undefined, names: Names): Facts {
  if (!row) return {};
  return {
    ...(row.role && { role: ROLE_LABELS[row.role] }),
    ...(row.status && { status: STATUS_LABELS[row.status] }),
    ...(row.percent != null && { percent: `${row.percent}%` }),
    ...(row.narrative && { narrative: row.narrative }),
    ...(row.problems && { problems: row.problems }),
    ...(row.next_steps && { nextSteps: row.next_steps }),
    ...(row.reported_on && { reportedOn: row.reported_on }),
    ...(row.text && { note: row.text }),
    ...(row.number !== undefined && { number: String(row.number) }),
    ...(row.title && { title: row.title }),
    ...(row.content && { content: row.content }),
    ...(row.section_id != null && { section: names.sections.get(row.section_id) ?? '' }),
    ...(row.removed === 1 && { removed: '已删除' }),
  };
}
