import { agencyMatches, asTaskNumber } from '#renderer/view/matrix-filter.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { LeaderSummary } from '#shared/domain/leader-page.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { foldText } from '../../text/fold-text.ts';

/** Somewhere to go: a unit's column, a task's row, a leader's page. */
export type GoToTarget =
  | { readonly kind: 'agency'; readonly agencyId: AgencyId; readonly label: string; readonly hint: string }
  | { readonly kind: 'task'; readonly taskId: TaskId; readonly label: string; readonly hint: string }
  | { readonly kind: 'leader'; readonly name: string; readonly label: string; readonly hint: string };

/** More are not read; another letter narrows them. */
const TARGETS_MAX = 12;

/**
 * @param words name, short name, alias or pinyin initials of a unit, or a task's number or words of its title
 * @param leaders those who are named at tasks
 * @returns leaders and units first, those whose pinyin begins with the words ahead of the others
 */
export function goToTargets(
  words: string,
  agencies: readonly AgencyView[],
  tasks: readonly MatrixTask[],
  leaders: readonly LeaderSummary[] = [],
): readonly GoToTarget[] {
  const wanted = foldText(words);
  if (wanted === '') return [];
  const number = asTaskNumber(words);
  const begins = (agency: AgencyView) => (foldText(agency.pinyin).startsWith(wanted) ? 0 : 1);
  const units = agencies
    .filter((agency) => agencyMatches(agency, words))
    .toSorted((one, other) => begins(one) - begins(other))
    .map(({ id, name, pinyin }) => ({ kind: 'agency', agencyId: id, label: name, hint: pinyin }) as const);
  const rows = tasks
    .filter((task) => (number === undefined ? foldText(task.title).includes(wanted) : task.number === number))
    .map(({ id, number: own, title }) => ({ kind: 'task', taskId: id, label: title, hint: `第${own}项` }) as const);
  const people = leaders
    .filter(({ name, post }) => foldText(name + post).includes(wanted))
    .map(
      ({ name, post, tasks: count }) => ({ kind: 'leader', name, label: name, hint: post || `${count}项` }) as const,
    );
  return [...people, ...units, ...rows].slice(0, TARGETS_MAX);
}
