import type { Responsibility } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import { type DraftTask, NO_SPAN } from './draft.ts';
import type { DraftRolePlace } from './edits.ts';

/** Gives a unit a role. A unit that the task names already keeps its words and changes its role. */
export function addRole(task: DraftTask, agency: string, role: Role): DraftTask {
  const responsibility = task.responsibilities.findIndex((item) => item.roles.some((read) => read.agency === agency));
  const index = task.responsibilities[responsibility]?.roles.findIndex((read) => read.agency === agency) ?? -1;
  if (index >= 0) return setRole(task, { responsibility, index }, role);
  const added = { agency, role, span: NO_SPAN };
  const last = task.responsibilities.at(-1);
  const responsibilities = last
    ? task.responsibilities.with(-1, { ...last, roles: [...last.roles, added] })
    : [{ text: '', roles: [added], scope: '', span: NO_SPAN }];
  return { ...task, responsibilities };
}

export function setRole(task: DraftTask, place: DraftRolePlace, role: Role): DraftTask {
  return changeResponsibility(task, place, ({ roles, ...rest }) => ({
    ...rest,
    roles: roles.map((read, index) => (index === place.index ? { ...read, role } : read)),
  }));
}

export function removeRole(task: DraftTask, place: DraftRolePlace): DraftTask {
  return changeResponsibility(task, place, ({ roles, ...rest }) => ({
    ...rest,
    roles: roles.filter((_, index) => index !== place.index),
  }));
}

/** @param agency as written in the task */
export function chooseLead(task: DraftTask, agency: string): DraftTask {
  const roleOf = (name: string, role: Role): Role => {
    if (name === agency) return 'lead';
    return role === 'lead' ? 'co-responsible' : role;
  };
  return {
    ...task,
    responsibilities: task.responsibilities.map((item) => ({
      ...item,
      roles: item.roles.map((read) => ({ ...read, role: roleOf(read.agency, read.role) })),
    })),
  };
}

function changeResponsibility(
  task: DraftTask,
  { responsibility }: DraftRolePlace,
  change: (item: Responsibility) => Responsibility,
): DraftTask {
  return {
    ...task,
    responsibilities: task.responsibilities.map((item, index) => (index === responsibility ? change(item) : item)),
  };
}
