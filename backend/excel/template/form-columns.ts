import { fieldsAsked, type TemplateField, type TemplateMapping } from '#shared/domain/template.ts';
import { columnNumber } from './sheet-text.ts';

export type FormColumn = {
  readonly column: number;
  readonly letters: string;
  readonly head: string;
  readonly fields: readonly TemplateField[];
};

/** Columns that say which task a row is: in rows that are there already they are theirs and stay. */
const NAMING_TASK: ReadonlySet<TemplateField> = new Set(['number', 'section', 'group', 'task']);
const NAMING_AGENCY: ReadonlySet<TemplateField> = new Set(['unit', 'agency']);
/** What is told anew each period: last month's value is no answer for this one, so nothing to say means an empty cell. */
const OF_PERIOD: ReadonlySet<TemplateField> = new Set([
  'status',
  'percent',
  'narrative',
  'problems',
  'nextSteps',
  'reportedOn',
  'light',
  'earlier',
  'targetActual',
  'reporter',
]);
/** Of the task and not of one of its agencies: merged over its rows where the form merges. */
const OF_TASK: ReadonlySet<TemplateField> = new Set([
  'number',
  'section',
  'group',
  'task',
  'target',
  'targetName',
  'targetValue',
  'lead',
  'responsible',
  'cooperating',
  'leader',
  'person',
  'due',
]);

/** The columns that are filled, in the order of the sheet, and the notes on those that are not. */
export function formColumns(
  mapping: TemplateMapping,
  isSettled: boolean,
): { readonly columns: readonly FormColumn[]; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const columns = new Map<number, FormColumn>();
  for (const { column: letters, head, field, sure } of mapping.columns) {
    const fields = fieldsAsked(field);
    if (fields.length === 0) continue;
    if (!sure && !isSettled) {
      notes.push(`${letters} 列“${head}”的含义没有把握，没有填写；请先对应表样的列再填。`);
      continue;
    }
    if (!sure) notes.push(`${letters} 列“${head}”按对应填写，读取表样时没有把握，请核对。`);
    const column = columnNumber(letters);
    if (!columns.has(column)) columns.set(column, { column, letters, head, fields });
  }
  return { columns: [...columns.values()].toSorted((one, other) => one.column - other.column), notes };
}

function all(fields: readonly TemplateField[], of: ReadonlySet<TemplateField>): boolean {
  return fields.every((field) => of.has(field));
}

/** Whether what stands there in a row of theirs is kept. */
export function namesTheRow({ fields }: FormColumn, rowsAre: 'task' | 'duty'): boolean {
  return all(fields, NAMING_TASK) || (rowsAre === 'duty' && all(fields, NAMING_AGENCY));
}

export function isOfPeriod({ fields }: FormColumn): boolean {
  return fields.some((field) => OF_PERIOD.has(field));
}

export function isOfTask({ fields }: FormColumn): boolean {
  return all(fields, OF_TASK);
}

/** The column that asks for a field first. */
export function columnFor(columns: readonly FormColumn[], ...fields: readonly TemplateField[]): FormColumn | undefined {
  for (const field of fields) {
    const found = columns.find((column) => column.fields.includes(field));
    if (found) return found;
  }
  return undefined;
}
