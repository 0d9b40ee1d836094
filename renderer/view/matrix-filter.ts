import { foldText } from '#renderer/text/fold-text.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { MatrixView, RoleChoice } from './matrix-view.ts';
import { matchesText } from './text-test.ts';

/** What the clerk asked to see: words of the quick filter and the filters of the columns. */
export type MatrixWish = { readonly query: string } & Pick<
  MatrixView,
  'lights' | 'sections' | 'titleTest' | 'titles' | 'agencyFilters'
>;

/** One condition, with the part of the wish it comes from: a list of choices counts what the other conditions let through. */
export type TaskTest = { readonly part: FilterPart; readonly passes: (task: MatrixTask) => boolean };

export type FilterPart =
  | 'query'
  | 'lights'
  | 'sections'
  | 'titleTest'
  | 'titles'
  | `roles-${AgencyId}`
  | `lights-${AgencyId}`;

/** All that an agency is found by; one that only a document names has no former names. */
export type NamedAgency = Pick<AgencyView, 'name' | 'shortName' | 'aliases' | 'pinyin'> &
  Partial<Pick<AgencyView, 'formerNames'>>;

/** Whether an agency is meant: by a part of its names, or by the beginning of its pinyin initials (`sjj`). */
export function agencyMatches(agency: NamedAgency, query: string): boolean {
  const wanted = foldText(query);
  if (wanted === '') return false;
  const names = [agency.name, agency.shortName, ...agency.aliases, ...(agency.formerNames ?? [])].map(foldText);
  if (names.some((name) => name.includes(wanted))) return true;
  return /^[a-z]{2,}$/.test(wanted) && foldText(agency.pinyin).includes(wanted);
}

/** `12`, `第12项` and `12号` mean the task's number, and no other. */
export function asTaskNumber(query: string): number | undefined {
  const digits = /^第?(\d{1,4})[项号]?$/.exec(foldText(query))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The role of an agency in a task, or `none`. */
export function roleChoiceOf(task: MatrixTask, agencyId: AgencyId): RoleChoice {
  return task.cells.find((cell) => cell.agencyId === agencyId)?.role ?? 'none';
}

/**
 * Turns a wish into conditions; those that ask nothing are left out.
 * Words are looked for in title and full text, and among the agencies' names: then tasks in which a named
 * agency has a duty are shown. Lights: at least one cell (of a named agency, if words name one) has one of them.
 */
export function taskTests(agencies: readonly AgencyView[], wish: MatrixWish): readonly TaskTest[] {
  const tests: TaskTest[] = [];
  const add = (part: FilterPart, passes: TaskTest['passes']) => tests.push({ part, passes });
  const { query, lights, sections, titleTest, titles } = wish;
  const words = foldText(query);
  const number = asTaskNumber(query);
  const named = new Set(
    number === undefined ? agencies.filter((agency) => agencyMatches(agency, words)).map((agency) => agency.id) : [],
  );
  if (number !== undefined) add('query', (task) => task.number === number);
  else if (words !== '') {
    add(
      'query',
      (task) =>
        task.cells.some((cell) => named.has(cell.agencyId)) ||
        foldText(task.title).includes(words) ||
        foldText(task.content).includes(words),
    );
  }
  if (lights.length > 0) {
    const isMeant = (agencyId: AgencyId) => named.size === 0 || named.has(agencyId);
    add('lights', (task) => task.cells.some((cell) => lights.includes(cell.light) && isMeant(cell.agencyId)));
  }
  if (sections) add('sections', (task) => sections.includes(task.sectionId));
  if (titleTest) add('titleTest', (task) => matchesText(task.title, titleTest));
  if (titles) {
    const chosen = new Set(titles);
    add('titles', (task) => chosen.has(task.title));
  }
  for (const { id } of agencies) {
    const filter = wish.agencyFilters[id];
    if (filter?.roles) {
      const { roles } = filter;
      add(`roles-${id}`, (task) => roles.includes(roleChoiceOf(task, id)));
    }
    if (filter?.lights) {
      const chosen = filter.lights;
      add(`lights-${id}`, (task) => task.cells.some((cell) => cell.agencyId === id && chosen.includes(cell.light)));
    }
  }
  return tests;
}

/**
 * @param but a part of the wish to leave aside
 * @returns tasks that pass every test, in their order
 */
export function passingTasks(
  tasks: readonly MatrixTask[],
  tests: readonly TaskTest[],
  but: FilterPart | null = null,
): readonly MatrixTask[] {
  const asked = tests.filter((test) => test.part !== but);
  return asked.length === 0 ? tasks : tasks.filter((task) => asked.every((test) => test.passes(task)));
}
