import { readHead } from '#backend/plan/outline/document-head.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PlanReading, ReadSection, ReadTask, ReadWarning } from '#shared/domain/plan-reading.ts';
import { agencyWarnings, leadWarnings } from '../../plan/warnings.ts';
import { type Grid, isOwn } from './grid.ts';
import { findPlanHead } from './plan-head.ts';
import { titleOf as headingOf, readRows, type SectionRow, type TableTaskRow } from './plan-rows.ts';
import { numberRows } from './row-numbers.ts';
import type { PlanHead } from './table-head.ts';
import { readTableTask } from './table-task.ts';

/** A table whose heads say that its rows are tasks. `continues`: it has no heads and goes on with those before it. */
type PlanTable = { readonly grid: Grid; readonly head: PlanHead; readonly continues: boolean };

export type TableReading = {
  readonly reading: PlanReading;
  /** The tables it was read from. */
  readonly grids: readonly Grid[];
};

export type TableOptions = {
  readonly directory: AgencyDirectory | undefined;
  /** For a title where the document gives none: the file's name without its ending. */
  readonly name: string;
};

/** More groups than this for each task are its short names, not headings over several. */
const GROUPS_SHARE_MAX = 0.75;
/** Lines above a table's heads that are not its title: 附件1, 填报单位：. */
const NO_TITLE = /^附\s?[件表]|[：:]/u;
/** A heading above a table: 一、教育方面. */
const HEADING =
  /^\s*(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s*([^\n。]{2,40})$/u;

/**
 * Reads the tables of a document as one plan: each row a task, its columns saying who leads, who is responsible, who
 * helps, and when it is due.
 *
 * @param text the document's text, in which the grids know their places
 * @returns `undefined` when no table has heads of a plan with tasks under them
 */
export function readPlanTables(text: string, grids: readonly Grid[], options: TableOptions): TableReading | undefined {
  const tables = planTables(text, grids);
  const [first] = tables;
  const last = tables.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const rows = tables.flatMap((table, index) => rowsOf(text, table, tables[index - 1]));
  const tasks = rows.filter((row) => row.kind === 'task');
  if (tasks.length === 0) return undefined;

  const head = readHead(text, first.grid.rows[first.head.firstRow]?.[0]?.start ?? first.grid.start, last.grid.end);
  const year = head.year || yearIn(options.name) || yearOfDues(tasks);
  const groupIsSection = groupsRows(rows);
  const sections: ReadSection[] = [];
  const { numbers, warnings } = numberRows(tasks);
  const columns = first.head.columns;
  const roleColumns = (['lead', 'responsible', 'cooperating'] as const).flatMap((kind) => columns.get(kind) ?? []);
  const read: ReadTask[] = [];
  let group: string | undefined;
  let above = '';
  for (const row of rows) {
    if (row.kind === 'section') {
      sections.push(sectionOf(row, sections.length));
      above = `${row.title}：`;
      group = undefined;
      continue;
    }
    if (groupIsSection && row.group !== undefined && row.group.text !== group) {
      group = row.group.text;
      const { start } = row.group;
      // A plan has one level of sections: the group under its heading is one.
      const section = { kind: 'section', title: above + headingOf(group), start, end: start + group.length } as const;
      sections.push(sectionOf(section, sections.length));
    }
    read.push(
      readTableTask(row, {
        number: numbers[read.length] ?? read.length + 1,
        section: sections.length,
        year,
        groupIsSection,
        hasLeadColumn: columns.has('lead'),
        hasSeveralColumns: roleColumns.length > 1,
        directory: options.directory,
      }),
    );
  }
  const reading: PlanReading = {
    ...head,
    year,
    title: titleOf(head.title, first) || options.name,
    ...withoutEmptySections(sections, read),
    rules: [],
    repairs: [],
    warnings: [
      ...warnings,
      ...read.flatMap((task, index) => doubtsAboutUnits(task, tasks[index]?.sharesUnits === true)),
      ...leadWarnings(read),
      ...agencyWarnings(read, options.directory),
    ],
  };
  return { reading, grids: tables.map(({ grid }) => grid) };
}

/**
 * The title that the words above the heads give. Of 附件1, the name of a sheet, or nothing, the longest line of the
 * table itself is better: 2024年民生实事项目 has no word that a plan's reader knows for a title.
 */
function titleOf(found: string, { grid, head }: PlanTable): string {
  if (found !== '' && found !== grid.name && !NO_TITLE.test(found)) return found;
  const above = grid.rows.slice(0, head.firstRow).flatMap((row) => row.filter(isOwn));
  const lines = above.map((cell) => cell.text.replace(/\s/g, '')).filter((line) => !NO_TITLE.test(line));
  return lines.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** Tables with heads, and those after them that go on without: Word parts a table where somebody pressed Enter. */
function planTables(text: string, grids: readonly Grid[]): readonly PlanTable[] {
  const tables: PlanTable[] = [];
  for (const grid of grids) {
    const head = findPlanHead(grid);
    const before = tables.at(-1);
    if (head !== undefined) tables.push({ grid, head, continues: false });
    else if (
      before !== undefined &&
      text.slice(before.grid.end, grid.start).trim() === '' &&
      width(grid) === width(before.grid)
    )
      tables.push({ grid, head: before.head, continues: true });
  }
  return tables;
}

function width(grid: Grid): number {
  return Math.max(0, ...grid.rows.map((row) => (row.at(-1)?.column ?? -1) + 1));
}

function rowsOf(text: string, table: PlanTable, before: PlanTable | undefined): readonly (TableTaskRow | SectionRow)[] {
  const rows = readRows(table.grid, table.head, table.continues ? -1 : undefined);
  const from = before?.grid.end ?? Math.max(0, table.grid.start - 200);
  const line = text.slice(from, table.grid.start).trimEnd().split('\n').at(-1) ?? '';
  // Of several sheets each stands under its name.
  const title = line !== '' && line === table.grid.name ? line : HEADING.exec(line)?.[1];
  if (title === undefined || table.continues) return rows;
  const start = text.lastIndexOf(line, table.grid.start);
  return [{ kind: 'section', title: title.trim(), start, end: start + line.length }, ...rows];
}

function sectionOf(row: SectionRow, before: number): ReadSection {
  return { ordinal: before + 1, title: row.title, span: { start: row.start, end: row.end } };
}

/** 重点任务 over several rows each is a heading; one for each row is that row's short name. */
function groupsRows(rows: readonly (TableTaskRow | SectionRow)[]): boolean {
  const groups = rows.flatMap((row) => (row.kind === 'task' && row.group !== undefined ? [row.group.text] : []));
  return groups.length > 1 && new Set(groups).size <= groups.length * GROUPS_SHARE_MAX;
}

/** A heading with no task under it was a remark; the others move up. */
function withoutEmptySections(
  sections: readonly ReadSection[],
  tasks: readonly ReadTask[],
): { readonly sections: ReadSection[]; readonly tasks: ReadTask[] } {
  const used = sections.filter(({ ordinal }) => tasks.some((task) => task.section === ordinal));
  const place = new Map(used.map(({ ordinal }, index) => [ordinal, index + 1] as const));
  return {
    sections: used.map((section, index) => ({ ...section, ordinal: index + 1 })),
    tasks: tasks.map((task) => ({ ...task, section: place.get(task.section) ?? 0 })),
  };
}

function doubtsAboutUnits(task: ReadTask, sharesUnits: boolean): readonly ReadWarning[] {
  if (sharesUnits) {
    const message = `第${task.number}项没有序号和责任单位，按合并单元格处理，沿用上一项的单位，请核对。`;
    return [{ code: 'TEXT_REPAIRED', message, task: task.number, span: task.span }];
  }
  if (task.responsibilities.length > 0) return [];
  const message = `第${task.number}项没有写明责任单位，请补充。`;
  return [{ code: 'NO_RESPONSIBILITY', message, task: task.number, span: task.span }];
}

function yearIn(words: string): number {
  return Number(/(?<!\d)(20\d{2})(?!\d)/.exec(words)?.[1] ?? 0);
}

/** The year most of the times are in, of a table that nowhere says whose year it is for. */
function yearOfDues(tasks: readonly TableTaskRow[]): number {
  const counts = new Map<number, number>();
  for (const { text } of tasks.flatMap((task) => task.dues)) {
    const year = yearIn(text);
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
