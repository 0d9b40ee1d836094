import type { BackendContext } from '#backend/calls/context.ts';
import { wordsOfFault } from '#backend/returns/checks/add-faults.ts';
import { prepareFaults } from '#backend/returns/checks/find-faults.ts';
import { entryKey } from '#backend/returns/entry-key.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { findProgress, listProgress } from '#db/queries/assignment.queries.ts';
import { listEvidence } from '#db/queries/evidence.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getTask, targetsOfTask } from '#db/queries/plan.queries.ts';
import { listTargetValues } from '#db/queries/target-value.queries.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { periodBefore } from '#shared/domain/carry.ts';
import type { EntryWarning } from '#shared/domain/cell-entry.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { NOTHING_REPORTED } from '#shared/domain/progress.ts';
import { targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';
import { activeRules } from '../returns/active-rules.ts';
import { ownWarnings } from './own-warnings.ts';
import { type EntryCell, periodOfCell } from './read-entry.ts';

/**
 * What may be wrong with an entry: the rules for returns (those that are on, see shared/domain/return-rules.ts) over
 * what was typed, and what only a look at the period before, the date and the evidence can tell.
 *
 * @param draft what would be written; left out, the entry as it stands
 * @throws AppError TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN
 */
export function checkEntry(
  context: Pick<BackendContext, 'db' | 'today'>,
  place: EntryCell,
  draft: ProgressPatch | undefined,
): readonly EntryWarning[] {
  const { db } = context;
  const { taskId, agencyId } = place;
  const period = periodOfCell(context, place);
  const { planId } = period;
  const task = getTask(db, taskId);
  const agency = getAgency(db, agencyId);
  const given = Object.entries(draft ?? {}).filter(([, value]) => value !== undefined);
  const entry: ProgressView = {
    ...(findProgress(db, taskId, agencyId, period.id) ?? NOTHING_REPORTED),
    ...(Object.fromEntries(given) as Partial<ProgressView>),
  };
  const texts = progressTexts(entry);
  const periods = listPeriods(db, planId);
  const before = periodBefore(periods, period);
  const all = listProgress(db, planId, { taskIds: [taskId] });
  const last = all.find((row) => row.agencyId === agencyId && row.periodId === before?.id) ?? null;
  const targets = targetsOfTask(db, taskId);

  const faults = prepareFaults({
    tasks: [{ taskId, content: task.content, targets }],
    last: new Map(last ? [[entryKey(taskId, agencyId), progressTexts(last)]] : []),
    narratives: all
      .filter((row) => row.periodId === period.id && row.agencyId !== agencyId)
      .map((row) => ({
        agencyId: row.agencyId,
        agencyName: getAgency(db, row.agencyId).name,
        taskId,
        text: row.narrative,
      })),
    // Of a return the share is often a form's leftover; here somebody has just typed both.
    rules: new Set([...activeRules(db), 'done-below-hundred'] as const),
  });
  const written = texts.status + texts.percent + texts.narrative + texts.problems !== '';
  const found = !written
    ? []
    : faults([
        {
          task: {
            taskId,
            number: task.number,
            title: task.title,
            content: task.content,
            agencyId,
            agencyName: agency.name,
          },
          texts,
          places: { status: null, percent: null, narrative: null, problems: null, nextSteps: null, reportedOn: null },
        },
      ]).map(({ field, sentence }): EntryWarning => ({ field, sentence: wordsOfFault(sentence) }));

  const values = valuesByTarget(listTargetValues(db, planId, [taskId]), periods);
  const own = ownWarnings({
    entry,
    last,
    period,
    today: context.today(),
    before: before ?? null,
    targets: targets.map((target) => ({ target, values: values.get(targetKey(target.id, agencyId)) ?? [] })),
    evidence: listEvidence(db, planId, [taskId]).filter((row) => row.agencyId === null || row.agencyId === agencyId)
      .length,
  });
  const said = new Set(found.map(({ sentence }) => sentence));
  const saysSame = found.some(({ sentence }) => sentence.startsWith('进展情况与上期相同'));
  return [
    ...found,
    ...own.filter(({ sentence }) => !said.has(sentence) && !(saysSame && sentence.startsWith('进展情况与上期'))),
  ];
}
