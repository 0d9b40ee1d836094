import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { withAttribute } from '../package/xml-part.ts';
import { heightOf, linesAtMost } from '../text-metrics.ts';
import type { FormSheet } from './form-body.ts';
import { cellText } from './shared-texts.ts';
import { cellIn, type FormRowAt, type SheetText, styleNumber } from './sheet-text.ts';
import type { FilledContent } from './value-words.ts';

/** What Excel takes for itself of a column's width, in its units. */
const WIDTH_MARGIN = 0.71;
const DEFAULT_WIDTH = 9.14;
const DEFAULT_HEIGHT = 14.25;

/** How tall rows are and must be. */
export type RowHeights = {
  /**
   * @param cells what is written into the row, by column
   * @param style of a column that has no cell in the row
   * @returns points, or `null` when the row shows it all as it is
   */
  readonly needed: (
    row: FormRowAt | undefined,
    number: number,
    cells: ReadonlyMap<number, FilledContent | null>,
    style: (column: number) => number,
  ) => number | null;
};

export function rowHeights(form: FormSheet): RowHeights {
  const { sheet, looks, merges, shared } = form;
  const width = columnWidths(sheet);
  const usual = defaultHeight(sheet);
  const needs = (number: number, column: number, text: string, style: number): number => {
    const look = looks.of(style);
    const block = merges.at(number, column);
    // What is merged over several rows has the room of all of them; which one should grow is nobody's to say.
    if (text === '' || !look.wraps || (block && block.bottom > block.top)) return 0;
    let units = 0;
    for (let each = block?.left ?? column; each <= (block?.right ?? column); each++) units += width(each);
    if (units <= 0) return 0;
    return heightOf(linesAtMost(text, units - WIDTH_MARGIN, look.fontSize), look.fontSize);
  };
  return {
    needed: (row, number, cells, style) => {
      let most = 0;
      for (const [column, content] of cells) {
        if (content === null || !('text' in content)) continue;
        const cell = cellIn(row, column);
        const own = cell === undefined ? style(column) : styleNumber(cell);
        most = Math.max(most, needs(number, column, content.text, own));
      }
      if (most === 0) return null;
      const tag = row === undefined ? '' : sheet.xml.slice(row.start, row.openEnd);
      const height = attributeOf(tag, 'ht');
      const own = height === undefined ? usual : Number(height);
      if (most <= own) return null;
      // A row without a height of its own gets one now, and must show what it had as well.
      if (height === undefined) {
        for (const cell of row?.cells ?? []) {
          const written = cells.get(cell.column);
          if (written && 'text' in written) continue;
          const text = cellText(sheet.xml, cell, shared);
          most = Math.max(most, needs(number, cell.column, text, styleNumber(cell)));
        }
      }
      return most;
    },
  };
}

/** A row's tag with another height; whoever set one keeps its being set. */
export function withHeight(tag: string, height: number): string {
  const at = tag.indexOf(' ht="');
  if (at < 0) return withAttribute(tag, 'ht', String(height));
  return `${tag.slice(0, at + 5)}${height}${tag.slice(tag.indexOf('"', at + 5))}`;
}

/** Whether somebody set the row's height: it then grows by itself nowhere. */
export function isHeightSet(tag: string): boolean {
  return /^(?:1|true)$/u.test(attributeOf(tag, 'customHeight') ?? '');
}

function columnWidths({ xml, parts }: SheetText): (column: number) => number {
  const format = parts.find(({ name }) => name === 'sheetFormatPr');
  const usual = Number(
    attributeOf(format ? xml.slice(format.start, format.openEnd) : '', 'defaultColWidth') ?? DEFAULT_WIDTH,
  );
  const widths: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  for (const part of parts.filter(({ name }) => name === 'cols')) {
    const tags = new TagScanner(xml, part.openEnd);
    while (tags.end < part.closeStart && tags.next()) {
      const tag = tags.tag();
      if (tags.isClosing || tags.name() !== 'col') continue;
      const hidden = /^(?:1|true)$/u.test(attributeOf(tag, 'hidden') ?? '');
      const width = hidden ? 0 : Number(attributeOf(tag, 'width') ?? usual);
      widths.push({ first: Number(attributeOf(tag, 'min')), last: Number(attributeOf(tag, 'max')), width });
    }
  }
  const known: number[] = [];
  return (column) => {
    known[column] ??= widths.find(({ first, last }) => first <= column && column <= last)?.width ?? usual;
    return known[column];
  };
}

function defaultHeight({ xml, parts }: SheetText): number {
  const format = parts.find(({ name }) => name === 'sheetFormatPr');
  const height = Number(attributeOf(format ? xml.slice(format.start, format.openEnd) : '', 'defaultRowHeight'));
  return Number.isFinite(height) && height > 0 ? height : DEFAULT_HEIGHT;
}
