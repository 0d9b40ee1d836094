import type { DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanReading, Span } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';

/**
 * What the schema cannot say of a plan that comes back from the window: it fits its document and itself.
 *
 * @param text the document under review
 * @throws AppError PLAN_NO_TASKS | PLAN_NUMBER_REPEATED | AGENCY_NAME_REPEATED | AGENCY_UNKNOWN | BAD_PARAMS
 */
export function checkReviewedPlan(reading: PlanReading, agencies: readonly DirectoryAgency[], text: string): void {
  if (reading.tasks.length === 0) throw new AppError('PLAN_NO_TASKS');
  const writings = checkAgencies(agencies);
  checkSpans(reading, text.length);
  const sections = new Set([0, ...reading.sections.map((section) => section.ordinal)]);
  const numbers = new Set<number>();
  for (const task of reading.tasks) {
    if (numbers.has(task.number)) throw new AppError('PLAN_NUMBER_REPEATED', { number: task.number });
    numbers.add(task.number);
    if (!sections.has(task.section)) throw new AppError('BAD_PARAMS', { path: 'reading.tasks.section' });
    for (const { agency } of task.responsibilities.flatMap((responsibility) => responsibility.roles)) {
      if (!writings.has(agency)) throw new AppError('AGENCY_UNKNOWN', { name: agency });
    }
  }
}

/** @returns every name and alias, each of which must mean one agency only */
function checkAgencies(agencies: readonly DirectoryAgency[]): ReadonlySet<string> {
  const writings = new Set<string>();
  for (const writing of agencies.flatMap((agency) => [agency.name, ...agency.aliases])) {
    if (writings.has(writing)) throw new AppError('AGENCY_NAME_REPEATED', { name: writing });
    writings.add(writing);
  }
  return writings;
}

function checkSpans(reading: PlanReading, length: number): void {
  const spans = [
    ...reading.sections.map((section) => section.span),
    ...reading.tasks.flatMap(({ span, responsibilities, targets, dues }): Span[] => [
      span,
      ...responsibilities.flatMap((item) => [item.span, ...item.roles.map((role) => role.span)]),
      ...targets.map((target) => target.span),
      ...dues.map((due) => due.span),
    ]),
  ];
  if (spans.some(({ start, end }) => start > end || end > length)) throw new AppError('BAD_PARAMS', { path: 'span' });
}
