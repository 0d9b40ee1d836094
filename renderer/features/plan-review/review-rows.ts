import type { ReadSection } from '#shared/domain/plan-reading.ts';
import type { Draft, DraftTask } from './draft.ts';
import { hasSource } from './draft.ts';

/** What the result shows one under another: the document's head, then sections and their tasks. */
export type ReviewRow =
  | { readonly kind: 'head' }
  | { readonly kind: 'section'; readonly section: ReadSection; readonly tasks: number }
  | { readonly kind: 'task'; readonly task: DraftTask; readonly place: number };

export function reviewRows({ sections, tasks }: Draft): readonly ReviewRow[] {
  const byOrdinal = new Map(sections.map((section) => [section.ordinal, section]));
  const counts = Map.groupBy(tasks, (task) => task.section);
  const rows: ReviewRow[] = [{ kind: 'head' }];
  let ordinal = 0;
  for (const [place, task] of tasks.entries()) {
    const section = byOrdinal.get(task.section);
    if (section && task.section !== ordinal) {
      rows.push({ kind: 'section', section, tasks: counts.get(task.section)?.length ?? 0 });
    }
    ordinal = task.section;
    rows.push({ kind: 'task', task, place });
  }
  return rows;
}

/** Where a row stands in the source; the head and what a person added stand at its beginning. */
export function offsetOf(row: ReviewRow): number {
  if (row.kind === 'head') return 0;
  const { span } = row.kind === 'section' ? row.section : row.task;
  return hasSource(span) ? span.start : 0;
}

/** The last row that stands at or before an offset of the source. */
export function rowAt(rows: readonly ReviewRow[], offset: number): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => offsetOf(row) <= offset),
  );
}
