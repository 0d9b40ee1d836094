import { isoDateOf } from '#backend/plan/figures/due-dates.ts';
import { findDues } from '#backend/plan/figures/dues.ts';
import { findTargets } from '#backend/plan/figures/targets.ts';
import { peopleIn, type ReadPeople } from '#backend/plan/people-words.ts';
import { meansNoUnit } from '#backend/plan/roles/unit-lexicon.ts';
import { concatViews, type TextView, viewOf } from '#backend/plan/text/text-view.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { Due, ReadTask, Responsibility, Span, Target } from '#shared/domain/plan-reading.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import { peopleText } from '#shared/domain/task-people.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import type { GridCell } from './grid.ts';
import type { MarkCell, TableTaskRow } from './plan-rows.ts';
import { readRoleCell } from './role-cell.ts';

export type TaskContext = {
  readonly number: number;
  readonly section: number;
  readonly year: number;
  /** The group cell is a section of its own, not this task's short name. */
  readonly groupIsSection: boolean;
  readonly hasLeadColumn: boolean;
  readonly hasSeveralColumns: boolean;
  readonly directory: AgencyDirectory | undefined;
};

/** A label before a time makes the plan's reader take it for a due without 前: 9月投入使用, 持续推进. */
const DUE_LABEL = '完成时限：';

/** Understands one task of a table: its text, who is responsible, what is measured, when it is due. */
export function readTableTask(row: TableTaskRow, context: TaskContext): ReadTask {
  const named = context.groupIsSection ? undefined : row.group;
  const words = row.content.map((cell) => cell.text.trim()).join('\n');
  const pieces = named === undefined || startsWith(words, named.text) ? row.content : [named, ...row.content];
  const view = joined(pieces.map(cellView));
  return {
    number: context.number,
    section: context.section,
    // After a comma a line break is only the width of the column.
    title: taskTitle((named?.text ?? words).replace(/([，、：])\n/gu, '$1')),
    content: view.text,
    responsibilities: [
      ...row.units.flatMap(({ column, word, cell }) => readRoleCell(cell, { ...context, column, word }) ?? []),
      ...ofMarks(row.marks),
    ],
    targets: targetsOf(view, row.targets),
    dues: duesOf(view, row.dues, context.year),
    ...peopleOf(row.people),
    span: { start: row.start, end: Math.max(row.start, row.end) },
  };
}

function peopleOf(cells: TableTaskRow['people']): ReadPeople {
  const found: ReadPeople = {};
  for (const { field, cell } of cells) {
    const names = peopleText(`${found[field] ?? ''}、${peopleIn(cell.text)}`);
    if (names !== '') found[field] = names;
  }
  return found;
}

/** What the marks of a row say, in the words a plan would have; a role's place is its mark. */
function ofMarks(marks: readonly MarkCell[]): readonly Responsibility[] {
  const [first] = marks;
  if (first === undefined) return [];
  const spanOf = ({ start, text }: GridCell): Span => ({ start, end: start + text.length });
  const named = ROLES.map(
    (role) => [role, marks.filter((mark) => mark.role === role).map(({ agency }) => agency)] as const,
  );
  return [
    {
      text: named
        .flatMap(([role, names]) => (names.length > 0 ? [`${ROLE_LABELS[role]}：${names.join('、')}`] : []))
        .join('；'),
      roles: marks.map(({ agency, role, cell }) => ({ agency, role, span: spanOf(cell) })),
      scope: '',
      span: { start: first.cell.start, end: Math.max(...marks.map(({ cell }) => spanOf(cell).end)) },
    },
  ];
}

function startsWith(words: string, name: string): boolean {
  return words.replace(/\s/g, '').startsWith(name.replace(/[\s…]/g, ''));
}

/** A cell's words with their places in the document, without the blanks around them. */
function cellView(cell: GridCell): TextView {
  const lead = cell.text.length - cell.text.trimStart().length;
  const text = cell.text.trim();
  return {
    ...viewOf(text),
    offsets: Int32Array.from(text, (_, index) => cell.start + lead + index).slice(0, text.length),
  };
}

function joined(views: readonly TextView[]): TextView {
  return concatViews(
    views.flatMap((view, index) =>
      index === 0 ? [view] : [{ text: '\n', offsets: Int32Array.of(view.offsets[0] ?? 0) }, view],
    ),
  );
}

/** Those of the text, then what the column of targets adds to them. */
function targetsOf(view: TextView, cells: readonly GridCell[]): Target[] {
  const key = (target: Target): string => `${target.comparator} ${target.value} ${target.unit}`;
  const inText = findTargets(view, []);
  const known = new Set(inText.map(key));
  const added = cells.flatMap((cell) => findTargets(cellView(cell), [])).filter((target) => !known.has(key(target)));
  return [...inText, ...added];
}

/** Those of the text, then what the column of times adds to them. A time in words that give no date is kept as words. */
function duesOf(view: TextView, cells: readonly GridCell[], year: number): Due[] {
  const key = (due: Due): string => `${due.kind} ${due.date ?? due.day ?? due.text}`;
  const inText = findDues(view, year);
  const known = new Set(inText.map(key));
  const added = cells.flatMap((cell) => linesOf(cell).flatMap((line) => labelledDues(line, year)));
  return [...inText, ...added.filter((due) => !known.has(key(due)))];
}

function labelledDues(line: TextView, year: number): readonly Due[] {
  const [first = 0] = line.offsets;
  const date = dateIn(line.text, year);
  if (date !== undefined)
    return [{ kind: 'date', text: line.text, date, span: { start: first, end: first + line.text.length } }];
  const label = { text: DUE_LABEL, offsets: new Int32Array(DUE_LABEL.length).fill(first) };
  const found = findDues(concatViews([label, line]), year);
  if (found.length > 0) return found;
  const span = { start: first, end: first + line.text.length };
  return [{ kind: 'date', text: line.text, span }];
}

const FROM = /^(?:20\d{2}[-./年])?\d{1,2}(?:[-./月]\d{1,2})?[月日]?\s?(?:[—–－~～至]+|-(?=\d{1,2}月|20\d{2}))\s?/u;

/**
 * 2024-06-30, 2024.6.30, 2024/6: as programs and hurried people write a day, or a month for its last day. Of a stretch
 * (6-9月, 2025.3—2025.12) its end counts.
 */
function dateIn(text: string, planYear: number): string | undefined {
  const end = text.trim().replace(FROM, '');
  const inPlanYear = end === text.trim() || planYear === 0 ? null : /^(?<month>\d{1,2})月底?前?$/u.exec(end);
  const written = inPlanYear === null ? end : `${planYear}-${inPlanYear.groups?.['month']}`;
  const [, year, month, day] = /^(20\d{2})[-./](\d{1,2})(?:[-./](\d{1,2}))?前?$/u.exec(written) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const date = day === undefined ? last : Number(day);
  return date < 1 || date > last ? undefined : isoDateOf(Number(year), Number(month), date);
}

function linesOf(cell: GridCell): readonly TextView[] {
  const lines: TextView[] = [];
  let at = 0;
  for (const text of cell.text.split('\n')) {
    const line = cellView({ ...cell, text, start: cell.start + at });
    if (line.text !== '' && !meansNoUnit(line.text)) lines.push(line);
    at += text.length + 1;
  }
  return lines;
}
