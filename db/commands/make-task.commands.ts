import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { type AgencyId, type PeriodId, type PlanId, type SectionId, TaskIdSchema } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { highestTaskNumber } from '../queries/plan.queries.ts';
import { progressWrites } from './progress.commands.ts';
import { findPlace } from './task-order.ts';

/** A task that came with a return, who leads it, and what was said of it. */
export type MadeTask = {
  readonly planId: PlanId;
  /** Behind the last task of this section; `null`: of those without one. */
  readonly sectionId: SectionId | null;
  readonly title: string;
  readonly content: string;
  readonly periodId: PeriodId;
  /** Whose it is, the one that leads first, and what each said of it; `null`: nothing that can be written. */
  readonly entries: readonly { readonly agencyId: AgencyId; readonly patch: ProgressPatch | null }[];
};

/**
 * Adds a task that agencies told us of: the task, the first as its lead, the others beside it, and what they said, as one
 * step. It gets the next number never used, and no source in the document.
 *
 * @throws AppError AGENCY_GONE | SECTION_UNKNOWN | PERIOD_UNKNOWN | PERIOD_CLOSED — nothing is then written
 */
export function makeTask(db: WritableDb, task: MadeTask, made: Made): CommittedStep {
  const { planId, title, content, periodId, entries } = task;
  const names = entries.map(({ agencyId }) => getAgency(db, agencyId).shortName);
  const number = highestTaskNumber(db, planId) + 1;
  const { sectionId, positions, writes } = findPlace(db, planId, { endOf: task.sectionId }, 1);
  const label = `由回收表新增任务：第 ${number} 项 ${names.join('、')}`;
  return commitStepWith(db, { code: 'returns.makeTask', label, ...made }, (write) => {
    const values = {
      plan_id: planId,
      section_id: sectionId,
      position: positions[0] ?? 0,
      number,
      title,
      content,
      responsibility: '',
      source_start: null,
      source_end: null,
      removed: 0,
    };
    const taskId = TaskIdSchema.parse(write({ table: 'task', id: null, values }));
    for (const row of writes) write(row);
    for (const [index, { agencyId }] of entries.entries()) {
      const place = { task_id: taskId, agency_id: agencyId, position: index + 1 };
      const source = { origin: 'manual', written_as: null, source_start: null, source_end: null };
      const role = index === 0 ? 'lead' : 'co-responsible';
      write({ table: 'assignment', id: null, values: { ...place, role, ...source } });
    }
    for (const { agencyId, patch } of entries) {
      if (patch === null) continue;
      for (const row of progressWrites(db, { taskId, agencyId, periodId, patch }, 'return')) write(row);
    }
  });
}
