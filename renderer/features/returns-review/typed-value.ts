import { FIELD_WRITINGS, readField } from '#renderer/grid/ledger/read-field.ts';
import { readFigure } from '#renderer/view/target-words.ts';
import { isProgressField, type ReturnField } from '#shared/domain/return-field.ts';
import { statusText } from '#shared/domain/status.ts';

/** A value in the form's own writing, or the sentence that says how the field can be written. */
export type TypedValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'refused'; readonly words: string };

/**
 * Reads what the clerk typed in place of a returned value: by the rules of the ledger, so that a text means the same in
 * both.
 *
 * @param today ISO date that lends its year to dates without one
 */
export function typedValue(field: ReturnField, text: string, today: string): TypedValue {
  if (!isProgressField(field)) return typedFigure(text);
  const patch = readField(field, text, today);
  if (patch === undefined) return { kind: 'refused', words: `${FIELD_WRITINGS[field]}。` };
  const value = field === 'status' ? statusText(patch.status ?? null) : String(patch[field] ?? '');
  return { kind: 'value', value };
}

/** The value of one target; empty: none. */
function typedFigure(text: string): TypedValue {
  const value = readFigure(text, text.endsWith('%') ? '%' : '');
  if (value === undefined) return { kind: 'refused', words: '本期值可填数字，如 20、1,200、65%。' };
  return { kind: 'value', value: String(value ?? '') };
}

/** A returned value as it is shown: a share with its sign. */
export function shownValue(field: ReturnField, text: string): string {
  return field === 'percent' && /^\d+(\.\d+)?$/.test(text) ? `${text}%` : text;
}
