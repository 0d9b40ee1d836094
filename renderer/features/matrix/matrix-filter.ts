import type { AgencyId } from '#shared/domain/ids.ts';
import type { Light } from '#shared/domain/light.ts';
import type { AgencyView, MatrixTask } from '#shared/domain/views.ts';

/** What the clerk asked to see. Both wishes empty: everything. */
export type MatrixWish = { readonly query: string; readonly lights: ReadonlySet<Light> };

export type FilteredMatrix = {
  readonly tasks: readonly MatrixTask[];
  /** Agencies the words name; empty when the words name none. */
  readonly matchedAgencies: ReadonlySet<AgencyId>;
};

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** Whether an agency is meant: by a part of its names, or by the beginning of its pinyin initials (`sjj`). */
export function agencyMatches(agency: AgencyView, query: string): boolean {
  const wanted = fold(query);
  if (wanted === '') return false;
  const names = [agency.name, agency.shortName, ...agency.aliases].map(fold);
  if (names.some((name) => name.includes(wanted))) return true;
  return /^[a-z]{2,}$/.test(wanted) && fold(agency.pinyin).includes(wanted);
}

/** `12`, `第12项` and `12号` mean the task's number, and no other. */
function asTaskNumber(query: string): number | undefined {
  const digits = /^第?(\d{1,4})[项号]?$/.exec(fold(query))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Chooses the tasks to show.
 * Words are looked for in title and full text, and among the agencies' names: then tasks in which a named
 * agency has a duty are shown. Lights: at least one cell (of a named agency, if words name one) has one of them.
 */
export function filterMatrix(
  tasks: readonly MatrixTask[],
  agencies: readonly AgencyView[],
  wish: MatrixWish,
): FilteredMatrix {
  const wanted = fold(wish.query);
  const number = asTaskNumber(wish.query);
  const matchedAgencies = new Set(
    number === undefined ? agencies.filter((agency) => agencyMatches(agency, wanted)).map((agency) => agency.id) : [],
  );
  const hasLight = (task: MatrixTask): boolean =>
    wish.lights.size === 0 ||
    task.cells.some(
      (cell) => wish.lights.has(cell.light) && (matchedAgencies.size === 0 || matchedAgencies.has(cell.agencyId)),
    );
  const isMeant = (task: MatrixTask): boolean => {
    if (wanted === '') return true;
    if (number !== undefined) return task.number === number;
    return (
      task.cells.some((cell) => matchedAgencies.has(cell.agencyId)) ||
      fold(task.title).includes(wanted) ||
      fold(task.content).includes(wanted)
    );
  };
  return { tasks: tasks.filter((task) => isMeant(task) && hasLight(task)), matchedAgencies };
}
