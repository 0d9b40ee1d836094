import { peopleFieldOf } from '#backend/plan/people-words.ts';
import { parseChineseNumber } from '#backend/plan/text/chinese-number.ts';
import { isColumnNumbers } from '#backend/sheets/column-numbers.ts';
import { type PlanColumn, plainHead } from '#backend/sheets/read-head.ts';
import type { Role } from '#shared/domain/role.ts';
import type { PeopleField } from '#shared/domain/task-people.ts';
import { type Grid, type GridCell, isOwn } from './grid.ts';
import { markIn } from './matrix-head.ts';
import type { PlanHead } from './table-head.ts';

/** A task as its table shows it: cells only, nothing understood yet. */
export type TableTaskRow = {
  readonly kind: 'task';
  /** The number in the 序号 column, if it is one. */
  readonly number: number | undefined;
  /** Where that number stands: rows merged under one number share it. */
  readonly numberAt: number | undefined;
  readonly group: GridCell | undefined;
  readonly content: readonly GridCell[];
  readonly targets: readonly GridCell[];
  readonly dues: GridCell[];
  readonly units: UnitCell[];
  /** Cells that name who answers for it, by the field their heads speak of. */
  readonly people: { readonly field: PeopleField; readonly cell: GridCell }[];
  /** Marks under units, in a matrix. */
  readonly marks: readonly MarkCell[];
  /** Nobody is named beside it and it has no number: it was merged with the task above, whose units these are. */
  readonly sharesUnits: boolean;
  readonly start: number;
  end: number;
};

/** A mark in a matrix: whose, in which role. */
export type MarkCell = { readonly agency: string; readonly role: Role; readonly cell: GridCell };

/** A cell that names units, and the head over it. */
type UnitCell = {
  readonly column: (typeof ROLE_COLUMNS)[number];
  readonly word: string;
  readonly cell: GridCell;
};

export type SectionRow = {
  readonly kind: 'section';
  readonly title: string;
  readonly start: number;
  readonly end: number;
};

const ROLE_COLUMNS = ['lead', 'responsible', 'cooperating'] as const;
const CHINESE_NUMBER = /^[（(]?第?([〇零一二三四五六七八九十百]{1,5})[）)]?(?:部分)?[、.．:：]?$/u;
const SECTION_NUMBER =
  /^(?:第?[〇零一二三四五六七八九十百]{1,5}(?:部分)?[、.．:：]|[（(][〇零一二三四五六七八九十百]{1,5}[）)][、.．]?)\s*/u;
/** Rows that look like tasks and are none. */
const NO_TASK =
  /^(?:合\s?计|总\s?计|小\s?计|注\s?[：:]|备\s?注\s?[：:]|说\s?明\s?[：:]|填\s?表\s?(?:人|说明)|制\s?表|审\s?核\s?人)/u;

/**
 * Reads the rows below the heads, from top to bottom.
 *
 * @param after index of the row above the first that is read; -1 for a table that goes on without heads
 */
export function readRows(grid: Grid, head: PlanHead, after = head.lastRow): readonly (TableTaskRow | SectionRow)[] {
  const found: (TableTaskRow | SectionRow)[] = [];
  const contentColumns = head.columns.get('task') ?? head.columns.get('group') ?? [];
  const isRoleOrDue = new Set([
    ...[...ROLE_COLUMNS, 'due' as const].flatMap((kind) => columnsOf(head, kind)),
    ...head.units.map(({ column }) => column),
  ]);
  // A table printed on several pages repeats its title and its heads.
  const repeated = new Set(grid.rows.slice(0, after + 1).map(wordsOf));
  let section: GridCell | undefined;
  for (const row of grid.rows.slice(after + 1)) {
    const own = row.filter((cell) => isOwn(cell) && cell.text.trim() !== '');
    const [first] = own;
    if (first === undefined || NO_TASK.test(first.text.trim()) || isColumnNumbers(own.map(({ text }) => text)))
      continue;
    if (repeated.has(wordsOf(row))) continue;
    const heading = sectionOf(row, own, head, isRoleOrDue);
    if (heading !== undefined) {
      found.push(heading);
      continue;
    }
    const inColumn = cellOf(row, columnsOf(head, 'section')[0]);
    if (inColumn !== undefined && inColumn.text !== '' && inColumn.text !== section?.text) {
      section = inColumn;
      found.push({ kind: 'section', title: titleOf(inColumn.text), ...placeOf([inColumn]) });
    }
    const last = found.at(-1);
    const content = contentColumns.flatMap(({ column }) => cellOf(row, column) ?? []).filter(({ text }) => text !== '');
    if (content.some(isOwn))
      found.push(
        taskOf(
          row,
          own,
          head,
          content,
          found.findLast((item) => item.kind === 'task'),
        ),
      );
    else if (last?.kind === 'task') addToTask(last, row, own, head);
  }
  return found;
}

function taskOf(
  row: readonly GridCell[],
  own: readonly GridCell[],
  head: PlanHead,
  content: readonly GridCell[],
  before: TableTaskRow | undefined,
): TableTaskRow {
  const numberCell = cellOf(row, columnsOf(head, 'number')[0]);
  const number = numberCell?.text ?? '';
  const group = head.columns.has('task') ? cellOf(row, columnsOf(head, 'group')[0]) : undefined;
  const filled = (kind: PlanColumn): GridCell[] =>
    columnsOf(head, kind)
      .flatMap((column) => cellOf(row, column) ?? [])
      .filter(({ text }) => text.trim() !== '');
  const { start, end } = placeOf(own);
  const units = unitsIn(row, head);
  const leads = before?.units.filter(({ column }) => column !== 'cooperating') ?? [];
  const hasLeads = units.some(({ column }) => column !== 'cooperating');
  const sharesUnits = head.columns.has('number') && number.trim() === '' && !hasLeads && leads.length > 0;
  return {
    kind: 'task',
    number: numberIn(number),
    numberAt: numberCell?.start,
    group: group === undefined || group.text === '' ? undefined : group,
    content,
    targets: filled('target'),
    dues: filled('due'),
    units: sharesUnits ? [...leads, ...units] : units,
    sharesUnits,
    people: peopleCells(row, head),
    marks: marksIn(row, head),
    start,
    end,
  };
}

/** A row without a task of its own goes on with the task above it: its units and times, where they are its own. */
function addToTask(task: TableTaskRow, row: readonly GridCell[], own: readonly GridCell[], head: PlanHead): void {
  for (const units of unitsIn(row, head)) if (isOwn(units.cell)) task.units.push(units);
  for (const people of peopleCells(row, head)) if (isOwn(people.cell)) task.people.push(people);
  for (const column of columnsOf(head, 'due')) {
    const cell = cellOf(row, column);
    if (cell !== undefined && isOwn(cell) && cell.text.trim() !== '') task.dues.push(cell);
  }
  task.end = Math.max(task.end, placeOf(own).end);
}

function unitsIn(row: readonly GridCell[], head: PlanHead): UnitCell[] {
  return ROLE_COLUMNS.flatMap((column) =>
    (head.columns.get(column) ?? []).flatMap(({ column: index, word }) => {
      const cell = cellOf(row, index);
      return cell === undefined || cell.text.trim() === '' ? [] : [{ column, word, cell }];
    }),
  );
}

/** Columns of people are no column of the plan's own, so their heads are asked again which people they speak of. */
function peopleCells(row: readonly GridCell[], head: PlanHead): TableTaskRow['people'] {
  return (head.columns.get('other') ?? []).flatMap(({ column, word }) => {
    const field = peopleFieldOf(plainHead(word));
    const cell = field === undefined ? undefined : cellOf(row, column);
    return field === undefined || cell === undefined || cell.text.trim() === '' ? [] : [{ field, cell }];
  });
}

function marksIn(row: readonly GridCell[], head: PlanHead): readonly MarkCell[] {
  return head.units.flatMap(({ column, word }) => {
    const cell = cellOf(row, column);
    const role = cell === undefined ? undefined : markIn(cell);
    return cell === undefined || role === undefined ? [] : [{ agency: word, role, cell }];
  });
}

/** 一、教育方面 across the table, or 一 under 序号 with its title beside it: a heading, not a task. */
function sectionOf(
  row: readonly GridCell[],
  own: readonly GridCell[],
  head: PlanHead,
  isRoleOrDue: ReadonlySet<number>,
): SectionRow | undefined {
  const [first, second] = own;
  if (first === undefined || own.length > 2 || own.some((cell) => isRoleOrDue.has(cell.column))) return undefined;
  // Beside a cell merged down from above, a cell alone goes on with its task.
  if (row.some((cell) => cell.originRow < cell.row && cell.text !== '')) return undefined;
  const [numberColumn] = columnsOf(head, 'number');
  if (second !== undefined) {
    if (!CHINESE_NUMBER.test(first.text.trim())) return undefined;
    return { kind: 'section', title: titleOf(second.text), ...placeOf(own) };
  }
  const isWide = row.filter((cell) => cell.originColumn === first.column).length > 1;
  const isNumbered = SECTION_NUMBER.test(first.text.trim());
  const isUnderNumber = first.column === numberColumn && numberIn(first.text) === undefined;
  if (!isWide && !isNumbered && !isUnderNumber) return undefined;
  return { kind: 'section', title: titleOf(first.text), ...placeOf(own) };
}

/** A heading's words without its number. */
export function titleOf(text: string): string {
  return text
    .trim()
    .replace(SECTION_NUMBER, '')
    .replace(/\s/g, '')
    .replace(/[：:，。；]+$/u, '');
}

/** 1, 1., （1）, 一、: `undefined` for anything else. */
function numberIn(text: string): number | undefined {
  const digits = /^[（(]?\s?(\d{1,5})\s?[）)]?[、.．]?(?:0+)?$/u.exec(text.trim())?.[1];
  const number =
    digits === undefined ? parseChineseNumber(CHINESE_NUMBER.exec(text.trim())?.[1] ?? '') : Number(digits);
  return number !== undefined && number > 0 ? number : undefined;
}

function wordsOf(row: readonly GridCell[]): string {
  return row.map((cell) => cell.text.replace(/\s/g, '')).join('|');
}

function columnsOf(head: PlanHead, kind: PlanColumn): readonly number[] {
  return (head.columns.get(kind) ?? []).map(({ column }) => column);
}

/** The cell of that column; of a block merged across, only its first column has the words. */
function cellOf(row: readonly GridCell[], column: number | undefined): GridCell | undefined {
  return row.find((cell) => cell.column === column && cell.originColumn === column);
}

function placeOf(cells: readonly GridCell[]): { readonly start: number; readonly end: number } {
  const start = Math.min(...cells.map((cell) => cell.start));
  return { start, end: Math.max(start, ...cells.map((cell) => cell.start + cell.text.length)) };
}
