import type { AgencyId } from '#shared/domain/ids.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import type { DataFileSide, SideTask } from './data-file-side.ts';
import type { Pairs } from './pair-data-files.ts';

/** How many of a kind one note names. */
const NAMED_MAX = 12;

/**
 * What differs between two data files besides progress, in Chinese: named, and not merged. The first note says so.
 */
export function sidesDiffer(theirs: DataFileSide, ours: DataFileSide, pairs: Pairs): readonly string[] {
  const pairedTasks = new Set([...pairs.tasks.values()].map(({ task }) => task.id));
  const pairedPeriods = new Set(theirs.progress.map(({ periodId }) => periodId));
  const acting = new Set([...theirs.roles, ...theirs.progress].map(({ agencyId }) => agencyId));
  const notes = [
    listed('对方多出的任务（其进展没有带入）', theirs.tasks.filter(({ id }) => !pairs.tasks.has(id)).map(taskName)),
    listed('对方没有的任务', ours.tasks.filter(({ id }) => !pairedTasks.has(id)).map(taskName)),
    listed('任务文字不同', otherWords(theirs, pairs)),
    listed(
      '本文件名录中没有、或不能确定是哪一个的单位（其进展没有带入）',
      theirs.agencies.filter(({ id }) => acting.has(id) && !pairs.agencies.has(id)).map(({ name }) => name),
    ),
    listed('责任不同', otherRoles(theirs, ours, pairs)),
    listed(
      '本文件没有的期（其进展没有带入）',
      theirs.periods.filter(({ id }) => pairedPeriods.has(id) && !pairs.periods.has(id)).map(({ label }) => label),
    ),
  ].filter((note) => note !== '');
  return ['从另一数据文件只带入进展；任务、责任、单位、批注和已发的填报表不合并，以下差别只列出，没有改动。', ...notes];
}

function listed(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length > NAMED_MAX ? ` 等 ${names.length} 处` : '';
  return `${what}：${names.slice(0, NAMED_MAX).join('、')}${rest}。`;
}

const TITLE_MAX = 16;

function taskName({ number, title }: SideTask): string {
  const signs = [...title.replace(/\s+/gu, ' ')];
  return `第 ${number} 项“${signs.slice(0, TITLE_MAX).join('')}${signs.length > TITLE_MAX ? '…' : ''}”`;
}

function otherWords(theirs: DataFileSide, pairs: Pairs): readonly string[] {
  return theirs.tasks.flatMap(({ id, content, title }) => {
    const ours = pairs.tasks.get(id)?.task;
    return ours && (ours.content !== content || ours.title !== title) ? [`第 ${ours.number} 项`] : [];
  });
}

function otherRoles(theirs: DataFileSide, ours: DataFileSide, pairs: Pairs): readonly string[] {
  const own = new Map(ours.roles.map((role) => [`${role.taskId}/${role.agencyId}`, role.role]));
  const tasks = new Map([...pairs.tasks.values()].map(({ task }) => [task.id, task]));
  const names = new Map<AgencyId, string>(ours.agencies.map(({ id, name }) => [id, name]));
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { taskId, agencyId, role } of theirs.roles) {
    const [task, agency] = [pairs.tasks.get(taskId)?.task, pairs.agencies.get(agencyId)];
    if (!task || !agency) continue;
    const key = `${task.id}/${agency.id}`;
    seen.add(key);
    const here = own.get(key);
    if (here !== role) {
      found.push(
        `第 ${task.number} 项${agency.name}（对方${ROLE_LABELS[role]}，本文件${here ? ROLE_LABELS[here] : '无'}）`,
      );
    }
  }
  for (const { taskId, agencyId, role } of ours.roles) {
    const task = tasks.get(taskId);
    if (!task || seen.has(`${taskId}/${agencyId}`)) continue;
    found.push(`第 ${task.number} 项${names.get(agencyId) ?? ''}（对方无，本文件${ROLE_LABELS[role]}）`);
  }
  return found;
}
