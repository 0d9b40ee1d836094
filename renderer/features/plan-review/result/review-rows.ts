import type { ReadSection, Span } from '#shared/domain/plan-reading.ts';
import { type Draft, type DraftTask, hasSource } from '../draft/draft.ts';
import { lastStartingAt } from '../source/source-lines.ts';

/**
 * What the result shows one under another: the document's head, then sections and their tasks. `start` is where a row
 * stands in the source; one that a person added stands where the row before it does.
 */
export type ReviewRow = { readonly start: number } & (
  | { readonly kind: 'head' }
  | { readonly kind: 'section'; readonly section: ReadSection; readonly tasks: number }
  | { readonly kind: 'task'; readonly task: DraftTask; readonly place: number }
);

/** A draft never changes, and its rows are asked for at every scroll. */
const ROWS = new WeakMap<Draft, readonly ReviewRow[]>();

export function reviewRows(draft: Draft): readonly ReviewRow[] {
  const rows = ROWS.get(draft) ?? listRows(draft);
  ROWS.set(draft, rows);
  return rows;
}

function listRows({ sections, tasks }: Draft): readonly ReviewRow[] {
  const byOrdinal = new Map(sections.map((section) => [section.ordinal, section]));
  const counts = Map.groupBy(tasks, (task) => task.section);
  const rows: ReviewRow[] = [{ kind: 'head', start: 0 }];
  let ordinal = 0;
  let start = 0;
  const reach = (span: Span): number => {
    if (hasSource(span)) start = Math.max(start, span.start);
    return start;
  };
  for (const [place, task] of tasks.entries()) {
    const section = byOrdinal.get(task.section);
    if (section && task.section !== ordinal) {
      const count = counts.get(task.section)?.length ?? 0;
      rows.push({ kind: 'section', section, tasks: count, start: reach(section.span) });
    }
    ordinal = task.section;
    rows.push({ kind: 'task', task, place, start: reach(task.span) });
  }
  return rows;
}

/** The last row that stands at or before an offset of the source. */
export function rowAt(rows: readonly ReviewRow[], offset: number): number {
  return Math.max(0, lastStartingAt(rows, offset));
}
