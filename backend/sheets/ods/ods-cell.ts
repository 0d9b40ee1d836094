import { BLANK_CELL, type CellValue, errorValue, numberValue, textValue } from '../cell-value.ts';
import { numberFormat, numberText } from '../number-format.ts';
import type { XmlAttributes } from '../xml/scan-xml.ts';
import type { OdsStyles } from './ods-styles.ts';

/** What the tag of a cell says. */
export type OdsCellTag = {
  readonly type: string | undefined;
  readonly value: string | undefined;
  /** The text of a cell that shows something else, or nothing, because of its format. */
  readonly string: string | undefined;
  readonly isError: boolean;
  readonly hasFormula: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly repeated: number;
  readonly style: string | undefined;
};

/** A cell that claims more is broken or hostile; the builder keeps the sum. */
const REPEAT_MAX = 1_048_576;

export function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, REPEAT_MAX) : 1;
}

export function odsCellTag(attributes: XmlAttributes): OdsCellTag {
  const { get } = attributes;
  return {
    type: get('office:value-type') ?? get('value-type'),
    value: get('date-value') ?? get('boolean-value') ?? get('office:value') ?? get('value'),
    string: get('string-value'),
    isError: get('calcext:value-type') === 'error',
    hasFormula: get('formula') !== undefined,
    columns: count(get('number-columns-spanned')),
    rows: count(get('number-rows-spanned')),
    repeated: count(get('number-columns-repeated')),
    style: get('style-name'),
  };
}

/** A year and a month at the end of what a date shows: its day is not shown. */
const MONTH_ONLY = /^\D*\d{4}\D+\d{1,2}\D*$/;

const DAY = numberFormat('yyyy-mm-dd');
const GENERAL = numberFormat('General');

/**
 * A cell of an .ods, which keeps what it shows beside its value.
 *
 * @param shown its paragraphs
 */
export function odsCell(tag: OdsCellTag, shown: string, styles: OdsStyles): CellValue | null {
  const { type, value, string, isError, hasFormula, style } = tag;
  if (isError) return errorValue(shown.trim() === '' ? '#N/A' : shown.trim());
  if (type === undefined) {
    if (hasFormula && shown === '') return { ...BLANK_CELL, trouble: 'no-result' };
    return shown === '' ? null : { ...BLANK_CELL, text: shown };
  }
  const text = shown.trim();
  switch (type) {
    case 'string':
      if (shown !== '') return textValue(shown, GENERAL);
      return string === undefined || string === '' ? null : { ...textValue(string, GENERAL), trouble: 'not-shown' };
    case 'boolean':
      return { ...BLANK_CELL, text: value === 'true' ? 'TRUE' : 'FALSE' };
    case 'date': {
      const isoDate = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0] ?? null;
      if (text === '') return { ...BLANK_CELL, text: isoDate ?? '', isoDate, trouble: 'not-shown' };
      return { ...BLANK_CELL, text, isoDate, monthOnly: MONTH_ONLY.test(text) };
    }
    case 'time':
      return text === '' ? null : { ...BLANK_CELL, text };
    default: {
      const number = Number(value);
      if (value === undefined || !Number.isFinite(number)) return text === '' ? null : { ...BLANK_CELL, text };
      if (styles.showsDate(style)) {
        const { isoDate } = numberValue(number, DAY, false);
        if (isoDate !== null) return { ...BLANK_CELL, text, isoDate, monthOnly: MONTH_ONLY.test(text) };
      }
      const percent = type === 'percentage' || text.endsWith('%') || styles.showsPercent(style);
      const read = { ...BLANK_CELL, number, percent };
      return text === '' ? { ...read, text: numberText(number), trouble: 'not-shown' } : { ...read, text };
    }
  }
}
