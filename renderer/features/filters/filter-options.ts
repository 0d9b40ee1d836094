import { roleChoiceOf } from '#renderer/view/matrix-filter.ts';
import type { MatrixView, RoleChoice } from '#renderer/view/matrix-view.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { LIGHT_SIGN_TEXTS, type LightDef } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';

/** A line of a tick list: what it stands for, its words, and how many tasks have it. */
export type FilterOption<Value> = {
  readonly value: Value;
  readonly label: string;
  readonly sign: string;
  readonly count: number;
};

const ROLE_CHOICES: readonly RoleChoice[] = [...ROLES, 'none'];

export const NO_ROLE_WORDS = '（空白）';

/** Sections with their tasks; those whose tasks were all filtered out by other columns stay, with 0. */
export function sectionOptions(
  tasks: readonly MatrixTask[],
  sections: readonly SectionView[],
): readonly FilterOption<SectionView['id'] | null>[] {
  const counts = countBy(tasks, (task) => [task.sectionId]);
  const named = sections.map(({ id, ordinal, title }) => ({
    value: id,
    label: sectionHeading(ordinal, title),
    sign: '',
    count: counts.get(id) ?? 0,
  }));
  const loose = counts.get(null);
  return loose === undefined ? named : [{ value: null, label: '（不属章节）', sign: '', count: loose }, ...named];
}

/** Titles as they stand in the plan. */
export function titleOptions(tasks: readonly MatrixTask[]): readonly FilterOption<string>[] {
  return [...countBy(tasks, (task) => [task.title])].map(([title, count]) => ({
    value: title,
    label: title === '' ? NO_ROLE_WORDS : title,
    sign: '',
    count,
  }));
}

/** The three roles and the empty cell of an agency's column. */
export function roleOptions(tasks: readonly MatrixTask[], agencyId: AgencyId): readonly FilterOption<RoleChoice>[] {
  const counts = countBy(tasks, (task) => [roleChoiceOf(task, agencyId)]);
  return ROLE_CHOICES.map((role) => ({
    value: role,
    label: role === 'none' ? NO_ROLE_WORDS : ROLE_LABELS[role],
    sign: role === 'none' ? '' : ROLE_MARKS[role],
    count: counts.get(role) ?? 0,
  }));
}

/** The lights that occur in an agency's column, and those that are ticked already. */
export function lightOptions(
  tasks: readonly MatrixTask[],
  agencyId: AgencyId,
  chosen: MatrixView['lights'] | null,
  lights: readonly LightDef[],
): readonly FilterOption<MatrixView['lights'][number]>[] {
  const counts = countBy(tasks, (task) =>
    task.cells.filter((cell) => cell.agencyId === agencyId).map((cell) => cell.light),
  );
  return lights
    .filter(({ key }) => counts.has(key) || chosen?.includes(key))
    .map(({ key, word, sign }) => ({
      value: key,
      label: word,
      sign: LIGHT_SIGN_TEXTS[sign],
      count: counts.get(key) ?? 0,
    }));
}

function countBy<Value>(
  tasks: readonly MatrixTask[],
  valuesOf: (task: MatrixTask) => readonly Value[],
): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of tasks.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
