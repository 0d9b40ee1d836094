import type { ExampleRow } from '#backend/excel/template/example-rows.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import {
  fieldsAsked,
  TEMPLATE_FIELD_LABELS,
  type TemplateColumn,
  type TemplateField,
  type TemplateMapping,
} from '#shared/domain/template.ts';
import { plainValue, type TaskValues, valuesOfPlan } from './values-of-plan.ts';

/** Of ten cells six decide: forms are shortened and mended by hand. */
const MOST = 0.6;
/** Shorter words stand in any task. */
const NAME_LENGTH_MIN = 6;
const UNITS: readonly TemplateField[] = ['lead', 'responsible', 'cooperating'];
const FIELDS = [
  ...UNITS,
  'section',
  'group',
  'task',
  'leader',
  'person',
  'target',
  'targetName',
  'targetValue',
  'due',
  'narrative',
  'problems',
  'nextSteps',
  'reportedOn',
  'reporter',
  'status',
  'percent',
] as const satisfies readonly TemplateField[];

type RowOfTask = { readonly row: ExampleRow; readonly task: TaskValues };

/**
 * Settles columns that are in doubt by a filled form: what stands in them, row by row, is what the data file has for
 * those tasks.
 *
 * @param rows of the form, or of an example of it
 */
export function settleByPlan(
  db: ReadableDb,
  planId: PlanId,
  mapping: TemplateMapping,
  rows: readonly ExampleRow[],
): TemplateMapping {
  if (rows.length === 0 || mapping.columns.every(({ sure }) => sure)) return mapping;
  const matched = matchRows(mapping, rows, valuesOfPlan(db, planId));
  if (matched.length === 0) return mapping;
  const taken = new Set(mapping.columns.filter(({ sure }) => sure).flatMap(({ field }) => fieldsAsked(field)));
  const found = mapping.columns.map((column) => (column.sure ? null : bestField(column, matched, taken)));
  const columns = mapping.columns.map((column, index): TemplateColumn => {
    const field = found[index];
    const isTwice = found.filter((other) => other === field).length > 1;
    if (field === null || field === undefined || isTwice) return column;
    const note = `示例中的内容与数据文件一致，认作${TEMPLATE_FIELD_LABELS[field]}`;
    return { ...column, field, sure: true, note };
  });
  return { ...mapping, columns };
}

/** Which task a row is, by its own words, else by its number. */
function matchRows(
  { columns }: TemplateMapping,
  rows: readonly ExampleRow[],
  tasks: readonly TaskValues[],
): readonly RowOfTask[] {
  const numberColumn = columns.find(({ field, sure }) => sure && field === 'number')?.column;
  return rows.flatMap((row) => {
    const words = Object.values(row)
      .map(plainValue)
      .filter(({ length }) => length >= NAME_LENGTH_MIN);
    const named = tasks.filter(({ names }) =>
      names.some((name) => name !== '' && words.some((word) => isSame(name, word))),
    );
    const numbered = tasks.filter(({ number }) => numberColumn !== undefined && row[numberColumn] === String(number));
    const [task] = named.length > 0 ? named : numbered;
    return task === undefined || named.length > 1 ? [] : [{ row, task }];
  });
}

function isSame(name: string, word: string): boolean {
  return name === word || (name.length >= NAME_LENGTH_MIN && (name.includes(word) || word.includes(name)));
}

function bestField(
  { column }: TemplateColumn,
  rows: readonly RowOfTask[],
  taken: ReadonlySet<TemplateField>,
): TemplateField | null {
  const filled = rows.filter(({ row }) => (row[column] ?? '') !== '');
  if (filled.length === 0) return null;
  const scored = FIELDS.filter((field) => !taken.has(field))
    .map((field) => ({ field, hits: filled.filter(({ row, task }) => says(task, field, row[column] ?? '')).length }))
    .filter(({ hits }) => hits >= filled.length * MOST)
    .toSorted((one, other) => other.hits - one.hits);
  const [best, next] = scored;
  return best !== undefined && best.hits !== next?.hits ? best.field : null;
}

function says({ texts, units }: TaskValues, field: TemplateField, text: string): boolean {
  if (UNITS.includes(field)) {
    const known = units.get(field);
    const named = text
      .split(/[、,，;；/\s]+/u)
      .map(plainValue)
      .filter((name) => name !== '');
    return known !== undefined && named.length > 0 && named.every((name) => known.has(name));
  }
  const plain = plainValue(text);
  const known = texts.get(field);
  if (known === undefined || plain === '') return false;
  if (field === 'percent') return known.has(plain) || known.has(String(Math.round(Number(text) * 100)));
  const isLong = plain.length >= NAME_LENGTH_MIN;
  return (
    known.has(plain) || (isLong && [...known].some((value) => value.length >= NAME_LENGTH_MIN && plain.includes(value)))
  );
}
