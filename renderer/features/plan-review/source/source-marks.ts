import type { PlanReading, Span } from '#shared/domain/plan-reading.ts';
import { type Draft, type DraftTask, hasSource, shownSpan } from '../draft/draft.ts';
import { lastStartingAt } from './source-lines.ts';

export const MARK_KINDS = [
  'section',
  'responsibility',
  'lead',
  'co-responsible',
  'cooperating',
  'target',
  'due',
  'repair',
  'look-alike',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export type Mark = Span & { readonly kind: MarkKind };

/** Marks of tasks that did not change since: an edit touches one of ten thousand. */
const MARKS = new WeakMap<DraftTask, readonly Mark[]>();

/** What was understood, as coloured places of the source. */
export function marksOf(
  { sections, tasks, repairs }: Pick<Draft, 'sections' | 'tasks' | 'repairs'>,
  reading: PlanReading,
): readonly Mark[] {
  return [
    ...sections.map(({ span }) => mark('section', span)),
    ...tasks.flatMap((task) => {
      const marks = MARKS.get(task) ?? taskMarks(task);
      MARKS.set(task, marks);
      return marks;
    }),
    ...repairs.filter((repair) => repair.refused !== true).map((repair) => mark('repair', shownSpan(repair))),
    ...reading.warnings.flatMap(({ code, span }) =>
      code === 'LOOK_ALIKE_LEFT_OUT' && span ? [mark('look-alike', span)] : [],
    ),
  ];
}

function taskMarks(task: DraftTask): readonly Mark[] {
  const marks = [
    ...task.responsibilities.flatMap((item) => [
      mark('responsibility', item.span),
      ...item.roles.map((role) => mark(role.role, role.span)),
    ]),
    ...task.targets.map(({ span }) => mark('target', span)),
    ...task.dues.map(({ span }) => mark('due', span)),
  ];
  return marks.filter(hasSource);
}

function mark(kind: MarkKind, { start, end }: Span): Mark {
  return { kind, start, end };
}

/** The marks of each line, by its index; a mark over several lines is in each of them. */
export function marksByLine(lines: readonly Span[], marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (let index = Math.max(0, lastStartingAt(lines, mark.start)); index < lines.length; index++) {
      const line = lines[index];
      if (!line || line.start >= mark.end) break;
      const list = byLine.get(index);
      if (list) list.push(mark);
      else byLine.set(index, [mark]);
    }
  }
  return byLine;
}

/** A run of characters with the same marks. */
export type Segment = Span & { readonly kinds: readonly MarkKind[]; readonly isFocused: boolean };

/**
 * Cuts a line where a mark, or the highlighted place, begins or ends.
 *
 * @param marks those that touch the line
 * @param focus the place that is highlighted
 */
export function segmentsOf(line: Span, marks: readonly Mark[], focus: Span | null): readonly Segment[] {
  const spans = focus === null ? marks : [...marks, focus];
  const cuts = spans.flatMap(({ start, end }) => [start, end]).filter((at) => at > line.start && at < line.end);
  const borders = [...new Set([line.start, ...cuts, line.end])].toSorted((a, b) => a - b);
  const covers = ({ start, end }: Span, at: number): boolean => start <= at && at < end;
  return borders.slice(0, -1).map((start, index): Segment => {
    const kinds = [...new Set(marks.filter((mark) => covers(mark, start)).map((mark) => mark.kind))];
    return { start, end: borders[index + 1] ?? line.end, kinds, isFocused: focus !== null && covers(focus, start) };
  });
}
