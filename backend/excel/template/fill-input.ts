import type { NamedAgency } from '#backend/returns/words/name-book.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { TemplateField, TemplateMapping } from '#shared/domain/template.ts';

/** What one field of a row holds. Nothing: there is nothing to say. */
export type FillValue =
  | string
  | { readonly number: number }
  /** 0 to 100. */
  | { readonly percent: number }
  /** ISO. */
  | { readonly date: string };

export type FillValues = { readonly [Field in TemplateField]?: FillValue | undefined };

/** A row that the form shall have: a task, or a task of one of its agencies. */
export type FillRow = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  /** Its section's words, empty for none. */
  readonly section: string;
  /** Of a row for each agency. */
  readonly agency: { readonly id: AgencyId; readonly name: string } | null;
  readonly values: FillValues;
};

/** The period that is filled in, as titles name it. */
export type FillPeriod = {
  readonly kind: string;
  /** 2021年10月. */
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** A superior's form and all that is written into it: plain data, so that it can be handed to another thread. */
export type TemplateFillInput = {
  /** The form as it came. */
  readonly template: Uint8Array;
  readonly fileName: string;
  readonly mapping: TemplateMapping;
  /** How the name of the filled file ends: .xlsx; left out, as the form is. */
  readonly ending?: string | undefined;
  /** A person settled it: what is not sure in it is filled too. */
  readonly isSettled: boolean;
  readonly rows: readonly FillRow[];
  readonly rowsAre: 'task' | 'duty';
  /** For the names in last month's rows: the directory, and whose plan it is. */
  readonly agencies: readonly NamedAgency[];
  readonly home: readonly string[];
  readonly period: FillPeriod;
  /** The plan's year. */
  readonly year: number;
  /** The day it is filled in (ISO), and who hands it in. */
  readonly today: string;
  readonly unit: string;
  /** What the gathering has to say. */
  readonly notes: readonly string[];
};

export type TemplateFilling = {
  readonly bytes: Uint8Array;
  readonly filledRows: number;
  readonly filledCells: number;
  readonly notes: readonly string[];
};

/** Who a row for each agency can belong to, when no column asks for it by name. */
const UNIT_COLUMNS: readonly TemplateField[] = ['responsible', 'lead'];

/** A form with a row for each agency under 责任单位 asks there for that row's agency, not for all of the task's. */
export function withRowsOfAgencies(mapping: TemplateMapping): TemplateMapping {
  if (rowsOfForm(mapping) !== 'duty') return mapping;
  const { columns } = mapping;
  if (columns.some(({ field }) => field === 'unit' || field === 'agency')) return mapping;
  const own = UNIT_COLUMNS.flatMap((field) => columns.find((column) => column.field === field) ?? [])[0];
  if (own === undefined) return mapping;
  return { ...mapping, columns: columns.map((column) => (column === own ? { ...column, field: 'unit' } : column)) };
}

/** Whether a row of the form is a task, or a task of one agency: as the mapping says, else by its columns. */
export function rowsOfForm({ rowsAre, columns }: TemplateMapping): 'task' | 'duty' {
  return rowsAre ?? (columns.some(({ field }) => field === 'unit' || field === 'agency') ? 'duty' : 'task');
}
