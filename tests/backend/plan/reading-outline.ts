import type { PlanReading } from '#shared/domain/plan-reading.ts';

export const MARKS = { lead: '●', 'co-responsible': '○', cooperating: '△' } as const;

/** One line per task: number, section, units with their marks. */
export function outline(reading: PlanReading): string[] {
  return reading.tasks.map((task) => {
    const roles = task.responsibilities.map((item) =>
      item.roles.map((role) => MARKS[role.role] + role.agency).join(''),
    );
    return `${task.number} §${task.section} ${roles.join(' + ')}`;
  });
}

export function codes(reading: PlanReading): string[] {
  return [...new Set(reading.warnings.map((warning) => warning.code))].toSorted();
}
