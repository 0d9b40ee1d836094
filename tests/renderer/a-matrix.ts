// Small matrices for the window's own rules.

import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { SectionView } from '#shared/domain/overview.ts';
import type { Role } from '#shared/domain/role.ts';
import { NOBODY } from '#shared/domain/task-people.ts';

// The fixtures are the makers of these ids.
export const agencyId = (id: number): AgencyId => id as AgencyId;
export const taskId = (id: number): TaskId => id as TaskId;
export const sectionId = (id: number): SectionId => id as SectionId;

export function anAgency(id: number, name: string, more: Partial<AgencyView> = {}): AgencyView {
  return {
    id: agencyId(id),
    name,
    shortName: name.replace(/^县/, ''),
    kind: 'government',
    position: id,
    active: true,
    pinyin: '',
    aliases: [],
    formerNames: [],
    members: [],
    duties: 1,
    removable: false,
    ...more,
  };
}

/** @param duties agency id → role and light */
export function aTask(
  id: number,
  section: number | null,
  title: string,
  duties: Readonly<Record<number, readonly [Role, LightKey]>> = {},
): MatrixTask {
  return {
    id: taskId(id),
    sectionId: section === null ? null : sectionId(section),
    position: id,
    number: id,
    title,
    content: `${title}。全文。`,
    cells: Object.entries(duties).map(([agency, [role, light]]) => ({
      agencyId: agencyId(Number(agency)),
      role,
      origin: 'parsed',
      writtenAs: null,
      status: null,
      percent: null,
      light,
      because: `因为${light}`,
    })),
    notes: [],
    matter: null,
    ...NOBODY,
  };
}

export function aSection(ordinal: number, title: string): SectionView {
  return { id: sectionId(ordinal), ordinal, title };
}
