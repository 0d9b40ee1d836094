import type { AgencyId, TaskId } from '#shared/domain/ids.ts';

/** How last year ended, by `task/agency`; `task/`: the task as a whole. Tooltips of thousands of cells look here. */
let words: ReadonlyMap<string, string> = new Map();

/** @param known of the plan on show; empty where there is no year before */
export function keepLastYear(known: ReadonlyMap<string, string>): void {
  words = known;
}

/** How last year ended beside a cell: 去年：已完成 100%（2020年12月）; `null` where nothing is known of it. */
export function lastYearOf(taskId: TaskId, agencyId: AgencyId | null): string | null {
  return words.get(`${taskId}/${agencyId ?? ''}`) ?? null;
}
