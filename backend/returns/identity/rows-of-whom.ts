import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { taskWords } from '#backend/returns/words/task-index.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { IdentityGround } from './identity-ground.ts';

/** What the rows of a table say by themselves: tasks of which plan, owed by whom. */
export type RowsSay = {
  /** Rows whose words are a task's, by plan. */
  readonly rowsOf: (planId: PlanId) => number;
  /** Rows whose words could be a task's at all. */
  readonly worded: number;
  /** How many of the plan's rows an agency owes. */
  readonly owedBy: (planId: PlanId, agencyId: AgencyId) => number;
  /** Agencies by how many of the plan's rows they owe, most first; those that owe none are left out. */
  readonly owing: (planId: PlanId) => readonly { readonly agencyId: AgencyId; readonly rows: number }[];
};

const WORDS_MIN = 6;

/** Takes the tasks of the data file apart once; each table's rows are then looked up. */
export function readRowsOf({ tasks, owed }: IdentityGround): (rows: readonly ReturnedRow[]) => RowsSay {
  const byWords = new Map<string, { readonly taskId: TaskId; readonly planId: PlanId }[]>();
  for (const { taskId, planId, content, title } of tasks) {
    for (const words of new Set([taskWords(content), taskWords(title)])) {
      const found = byWords.get(words);
      if (found) found.push({ taskId, planId });
      else byWords.set(words, [{ taskId, planId }]);
    }
  }
  const owers = Map.groupBy(owed, ({ taskId }) => taskId);
  return (rows) => {
    const counts = new Map<PlanId, { rows: number; readonly agencies: Map<AgencyId, number> }>();
    let worded = 0;
    for (const { taskText } of rows) {
      const words = taskWords(taskText);
      if (words.length < WORDS_MIN) continue;
      worded++;
      for (const [planId, found] of Map.groupBy(byWords.get(words) ?? [], (task) => task.planId)) {
        const count = counts.get(planId) ?? { rows: 0, agencies: new Map<AgencyId, number>() };
        count.rows++;
        const agencies = new Set(found.flatMap(({ taskId }) => (owers.get(taskId) ?? []).map((one) => one.agencyId)));
        for (const agencyId of agencies) count.agencies.set(agencyId, (count.agencies.get(agencyId) ?? 0) + 1);
        counts.set(planId, count);
      }
    }
    return {
      worded,
      rowsOf: (planId) => counts.get(planId)?.rows ?? 0,
      owedBy: (planId, agencyId) => counts.get(planId)?.agencies.get(agencyId) ?? 0,
      owing: (planId) =>
        [...(counts.get(planId)?.agencies ?? [])]
          .map(([agencyId, own]) => ({ agencyId, rows: own }))
          .toSorted((one, other) => other.rows - one.rows),
    };
  };
}
