import type { AgencyFilter, MatrixSort, MatrixView } from '#renderer/view/matrix-view.ts';
import { TEXT_OPERATOR_WORDS } from '#renderer/view/view-words.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type LightDef, lightOf } from '#shared/domain/light.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import { chineseOrdinal } from '#shared/text/chinese-ordinal.ts';
import { NO_ROLE_WORDS } from './filter-options.ts';

/** Something about the view that leaves rows or columns out or moves them, in words, and what takes it away. */
export type ActiveFilter = { readonly id: string; readonly label: string; readonly without: Partial<MatrixView> };

/** More values than this are counted instead of named. */
const NAMED_MAX = 3;

/** @returns what a clerk should know about the view before believing that the plan has no more than is shown */
export function activeFilters(
  view: MatrixView,
  { sections, agencies, lights }: Pick<Overview, 'sections' | 'agencies' | 'lights'>,
): readonly ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (id: string, label: string, without: Partial<MatrixView>) => active.push({ id, label, without });
  if (view.lights.length > 0) {
    add('lights', `亮灯：${listed(view.lights.map((key) => lightOf(lights, key).word))}`, { lights: [] });
  }
  if (view.sections) {
    const chosen = sections.filter((section) => view.sections?.includes(section.id));
    add('sections', `章节：${listed(chosen.map((section) => chineseOrdinal(section.ordinal)))}`, { sections: null });
  }
  if (view.titleTest) {
    const { operator, text } = view.titleTest;
    const words = operator === 'empty' ? '' : `“${text}”`;
    add('titleTest', `任务${TEXT_OPERATOR_WORDS[operator]}${words}`, { titleTest: null });
  }
  if (view.titles) add('titles', `任务：已选 ${view.titles.length} 项`, { titles: null });
  for (const { id, shortName } of agencies) {
    const filter = view.agencyFilters[id];
    if (filter) {
      add(`agency-${id}`, `${shortName}：${agencyFilterWords(filter, lights)}`, {
        agencyFilters: without(view.agencyFilters, id),
      });
    }
  }
  if (view.hiddenTasks.length > 0) add('hiddenTasks', `隐藏了 ${view.hiddenTasks.length} 行`, { hiddenTasks: [] });
  if (view.hiddenAgencies.length > 0) {
    add('hiddenAgencies', `隐藏了 ${view.hiddenAgencies.length} 列`, { hiddenAgencies: [] });
  }
  if (view.sort) add('sort', sortWords(view.sort, agencies, lights), { sort: null });
  return active;
}

export function without(
  filters: MatrixView['agencyFilters'],
  agencyId: AgencyId,
): Readonly<Record<AgencyId, AgencyFilter>> {
  const { [agencyId]: _, ...others } = filters;
  return others;
}

function agencyFilterWords({ roles, lights: lit }: AgencyFilter, lights: readonly LightDef[]): string {
  const words = [
    ...(roles ? [roles.map((role) => (role === 'none' ? NO_ROLE_WORDS : ROLE_LABELS[role]))] : []),
    ...(lit ? [lit.map((key) => lightOf(lights, key).word)] : []),
  ];
  return words.map(listed).join('，');
}

function listed(words: readonly string[]): string {
  if (words.length === 0) return '无';
  return words.length > NAMED_MAX ? `${words.slice(0, NAMED_MAX).join('、')}等 ${words.length} 项` : words.join('、');
}

function sortWords(
  { by, descending }: MatrixSort,
  agencies: Overview['agencies'],
  lights: readonly LightDef[],
): string {
  const named = { number: '序号', title: '任务', duties: '责任单位数', overdue: `${lights[0]?.word ?? ''}数` } as const;
  const what = typeof by === 'number' ? (agencies.find((agency) => agency.id === by)?.shortName ?? '单位') : named[by];
  return `按${what}${descending ? '降序' : '升序'}排列`;
}
