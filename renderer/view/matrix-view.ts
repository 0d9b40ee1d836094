import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { Role } from '#shared/domain/role.ts';

/**
 * How the matrix is looked at: everything a clerk sets up without changing the plan. Plain values that survive JSON,
 * because a view is kept per plan on this machine and can be saved under a name.
 */
export type MatrixView = {
  /** What a cell shows: the mark of its role, or its light in words. */
  readonly kind: ViewKind;
  readonly dutiesOnly: boolean;
  /** Whether members of a group agency show what they owe through it. */
  readonly groupsExpanded: boolean;
  /** Only tasks in which some assignment has one of these lights; empty: all. */
  readonly lights: readonly LightKey[];
  /** Sections to show, `null` in the list standing for tasks without one; `null`: all. */
  readonly sections: readonly (SectionId | null)[] | null;
  readonly titleTest: TextTest | null;
  /** Titles to show; `null`: all. */
  readonly titles: readonly string[] | null;
  readonly agencyFilters: Readonly<Record<AgencyId, AgencyFilter>>;
  readonly hiddenTasks: readonly TaskId[];
  readonly hiddenAgencies: readonly AgencyId[];
  readonly foldedSections: readonly SectionId[];
  readonly foldedKinds: readonly AgencyKind[];
  readonly sort: MatrixSort | null;
  /** The last column that stays in place while the others scroll; `null`: none does. */
  readonly frozen: string | null;
  /** Widths in px at a zoom of 1 that the clerk has drawn, by column; the others share the room. */
  readonly widths: Readonly<Record<string, number>>;
  /** 1 is the usual size. */
  readonly zoom: number;
};

/** A view kept under a name. */
export type SavedView = { readonly name: string; readonly view: MatrixView };

/** Smaller: marks run into each other. Larger: two agencies fill the screen. */
export const ZOOM = { min: 0.5, max: 2, step: 0.1 } as const;

export const VIEW_KINDS = ['roles', 'progress'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** A condition on a text, as in a spreadsheet's text filter. */
export const TEXT_OPERATORS = ['contains', 'not-contains', 'starts-with', 'equals', 'empty'] as const;
export type TextOperator = (typeof TEXT_OPERATORS)[number];
export type TextTest = { readonly operator: TextOperator; readonly text: string };

/** A role, or the cell without one. */
export type RoleChoice = Role | 'none';

/** What an agency's column lets through; `null`: everything. */
export type AgencyFilter = {
  readonly roles: readonly RoleChoice[] | null;
  readonly lights: readonly LightKey[] | null;
};

/** Without a sort the tasks stand in the plan's order, under their sections. */
export type MatrixSort = { readonly by: SortKey; readonly descending: boolean };
export type SortKey = 'number' | 'title' | 'duties' | 'overdue' | AgencyId;

export const FIRST_VIEW: MatrixView = {
  kind: 'roles',
  dutiesOnly: true,
  groupsExpanded: false,
  lights: [],
  sections: null,
  titleTest: null,
  titles: null,
  agencyFilters: {},
  hiddenTasks: [],
  hiddenAgencies: [],
  foldedSections: [],
  foldedKinds: [],
  sort: null,
  frozen: 'title',
  widths: {},
  zoom: 1,
};

/** The parts of a view that leave tasks out, as when nothing is filtered. */
export const NO_FILTERS = {
  lights: [],
  sections: null,
  titleTest: null,
  titles: null,
  agencyFilters: {},
} as const satisfies Partial<MatrixView>;

/**
 * Reads a remembered view. Views of older versions lack fields, and a store on disk can hold anything: what does not
 * have the shape of its field is left at its first value.
 */
export function readView(text: string | null): MatrixView {
  return viewOf(parsed(text));
}

/** Reads remembered named views; entries without a name are dropped. */
export function readSavedViews(text: string | null): readonly SavedView[] {
  const list = parsed(text);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const { name, view } = fieldsOf(entry);
    return typeof name === 'string' && name !== '' ? [{ name, view: viewOf(view) }] : [];
  });
}

function viewOf(value: unknown): MatrixView {
  const stored = fieldsOf(value);
  const fields = Object.entries(FIRST_VIEW).map(([name, first]) => {
    const value = stored[name];
    const fits = NULLABLE.has(name) ? value !== undefined : sameShape(value, first);
    return [name, fits ? value : first];
  });
  // Every field of FIRST_VIEW is there, each with a value of its own shape.
  return Object.fromEntries(fields) as MatrixView;
}

/** Fields that may hold nothing. What else they hold is their own; a wrong value filters oddly and is one click away from gone. */
const NULLABLE: ReadonlySet<string> = new Set(['sections', 'titleTest', 'titles', 'sort', 'frozen']);

function sameShape(value: unknown, first: unknown): boolean {
  return value !== null && typeof value === typeof first && Array.isArray(value) === Array.isArray(first);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
