import type { BackendContext } from '#backend/calls/context.ts';
import type { ComparableTable } from '#backend/excel/comparable-table.ts';
import type { FillValue } from '#backend/excel/template/fill-input.ts';
import { fieldsAsked, TEMPLATE_FIELD_LABELS, type TemplateMapping } from '#shared/domain/template.ts';
import { type FillRequest, gatherFill } from '../template/gather-fill.ts';

/** What the log of exports keeps of a superior's form that was filled: what was asked, and what its columns mean. */
export type SentFill = FillRequest & { readonly mapping: TemplateMapping };

/** The values that a superior's form is filled with in the state that `context` looks at, by what its columns ask for. */
export function templateTable(context: BackendContext, { mapping, ...request }: SentFill): ComparableTable {
  const fields = [...new Set(mapping.columns.flatMap(({ field }) => fieldsAsked(field)))];
  const { rows } = gatherFill(context, request, mapping);
  return {
    columns: fields.map((field) => TEMPLATE_FIELD_LABELS[field]),
    rows: rows.map(({ number, agency, values }) => ({
      key: agency ? `${number}/${agency.name}` : String(number),
      cells: fields.map((field) => wordsOfValue(values[field])),
    })),
  };
}

function wordsOfValue(value: FillValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if ('number' in value) return String(value.number);
  return 'date' in value ? value.date : `${value.percent}%`;
}
