import { cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { referenceOf } from '../cell-reference.ts';
import { attributeOf } from '../package/scan-tags.ts';
import { type Splice, withAttribute } from '../package/xml-part.ts';
import type { WrittenRow } from './fill-rows.ts';
import type { FormFormulas } from './form-formulas.ts';
import type { RowMoves } from './row-moves.ts';
import type { SheetText } from './sheet-text.ts';

/** Excel works a sheet out when it opens it, if the sheet says so: right behind its cells (CT_Worksheet). */
export function recalculation({ xml, prefix, parts, data }: SheetText, formulas: FormFormulas): readonly Splice[] {
  if (formulas.all.length === 0) return [];
  const own = parts.find(({ name }) => name === 'sheetCalcPr');
  if (own === undefined) return [{ at: data.end, put: `<${prefix}sheetCalcPr fullCalcOnLoad="1"/>` }];
  const tag = xml.slice(own.start, own.openEnd);
  return [{ at: own.start, until: own.openEnd, put: withAttribute(tag, 'fullCalcOnLoad', '1') }];
}

/** Where the sheet says how far it goes; it may say less than is true, and then readers leave rows out. */
export function dimension({ xml, parts }: SheetText, rows: readonly WrittenRow[], moves: RowMoves): readonly Splice[] {
  const own = parts.find(({ name }) => name === 'dimension');
  const tag = own ? xml.slice(own.start, own.openEnd) : '';
  const block = cellBlock(attributeOf(tag, 'ref'));
  if (own === undefined || block === undefined) return [];
  const { top, bottom } = moves.span(block.top, block.bottom, true);
  const columns = rows.flatMap(({ cells }) => [...cells.keys()]);
  const last = rows.reduce((most, { number }) => Math.max(most, number), bottom);
  const first = rows.reduce((least, { number }) => Math.min(least, number), top);
  const left = columns.reduce((least, column) => Math.min(least, column), block.left);
  const right = columns.reduce((most, column) => Math.max(most, column), block.right);
  const reference = `${referenceOf({ row: first, column: left })}:${referenceOf({ row: last, column: right })}`;
  if (first === block.top && last === block.bottom && left === block.left && right === block.right) return [];
  return [{ at: own.start, until: own.openEnd, put: withAttribute(tag, 'ref', reference) }];
}
