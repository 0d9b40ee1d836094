import type { PlanReading } from '#shared/domain/plan-reading.ts';

const MARKS = { lead: '●', 'co-responsible': '○', cooperating: '△' } as const;

/** Per task its roles in the order of the columns: `●` leads, `○` is co-responsible, `△` helps. */
export function rolesOf(reading: PlanReading): string[] {
  return reading.tasks.map((task) =>
    task.responsibilities.flatMap((item) => item.roles.map(({ agency, role }) => MARKS[role] + agency)).join(' '),
  );
}

/** Per task its dues: the kind, and the date or the words. */
export function duesOf(reading: PlanReading): string[] {
  return reading.tasks.map((task) => task.dues.map((due) => `${due.kind} ${due.date ?? due.text}`).join('；'));
}
