import type { CellTrouble } from '../cell-text.ts';
import { BLANK_CELL, type CellValue, errorValue, numberValue, serialOf, textValue } from '../cell-value.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { scanXml, type XmlAttributes, XmlFault } from '../xml/scan-xml.ts';
import { type CellBlock, cellBlock, cellPlace } from './cell-place.ts';
import { decodeEscapes, isOn, type RichText, RichTextBuilder } from './rich-text.ts';
import { PLAIN_STYLE, type ShownStyle } from './styles.ts';

/** What the cells of all sheets are read with. */
export type WorkbookParts = {
  /** `null` when the part is missing or broken: words that cells name by their place are lost. */
  readonly strings: readonly RichText[] | null;
  /** `null` when the part is missing or broken: numbers are read as they are stored. */
  readonly styles: readonly ShownStyle[] | null;
  readonly date1904: boolean;
};

/** WPS shows a picture where this formula stands; the name differs with its version. */
const PICTURE_FORMULA = /^=?\s*(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(/i;
/** Enough of a formula to know what it does. */
const FORMULA_LENGTH_MAX = 200;

type CellTag = {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: ShownStyle;
  readonly hasStyle: boolean;
  /** It shows something that is no value: a picture in the cell. */
  readonly isRich: boolean;
};

/**
 * Reads the XML of one sheet from front to end.
 *
 * @param into takes the cells, and what is said about them
 * @throws XmlFault when the part does not hold together, or rows in it were not read
 */
export function readSheetPart(xml: string, parts: WorkbookParts, into: SheetBuilder): void {
  const rich = new RichTextBuilder();
  /** Blocks that one formula fills, and cells whose result is an empty string. */
  const spilled: CellBlock[] = [];
  const blank = new Set<string>();
  let row = 0;
  let rowsRead = 0;
  let column = 0;
  let tag: CellTag | undefined;
  let value: string | null = null;
  let inline: RichText | null = null;
  let formula: string | null = null;
  let above = '';

  const openRow = (reference: string | undefined, isHidden: boolean): void => {
    rowsRead++;
    const number = Number(reference);
    row = Number.isInteger(number) && number > 0 ? number : row + 1;
    column = 0;
    into.addRow(row, isHidden);
  };

  scanXml(xml, {
    open: (name, attributes, parent) => {
      if (name === 'c' && parent === 'row') {
        column = cellPlace(attributes.get('r'))?.column ?? column + 1;
        const style = attributes.get('s');
        tag = {
          row,
          column,
          type: attributes.get('t') ?? 'n',
          style: (style === undefined ? undefined : parts.styles?.[Number(style)]) ?? PLAIN_STYLE,
          hasStyle: style !== undefined && style !== '0',
          isRich: attributes.get('vm') !== undefined,
        };
        value = null;
        inline = null;
        formula = null;
      } else if (name === 'v' && parent === 'c') value = '';
      else if (name === 'f' && parent === 'c') {
        formula = '';
        const kind = attributes.get('t');
        if (kind === 'array' || kind === 'dataTable') spilled.push(...blockOf(attributes.get('ref')));
      } else if (name === 't') above = parent;
      else if (name === 'row' && parent === 'sheetData') openRow(attributes.get('r'), isRowHidden(attributes));
      else if (name === 'r' || parent === 'r' || parent === 'rPr') rich.open(name, attributes, parent);
      else if (name === 'mergeCell') into.addMerge(cellBlock(attributes.get('ref')));
      else if (name === 'col' && parent === 'cols') {
        const isHidden = isSwitchedOn(attributes.get('hidden')) || Number(attributes.get('width') ?? 1) === 0;
        if (isHidden) into.hideColumns(Number(attributes.get('min')), Number(attributes.get('max')));
      } else if (name === 'oleObject') into.addRemark({ kind: 'picture', row: null, column: null, text: '' });
    },
    close: (name, parent) => {
      if (name === 'c' && parent === 'row' && tag !== undefined) {
        const read = cellOf(tag, { value, inline, formula }, parts, into);
        if (read !== null) into.addCell(tag.row, tag.column, read);
        else if (spilled.length > 0 && value !== null) blank.add(`${tag.row}:${tag.column}`);
        tag = undefined;
      } else if (name === 'is' && parent === 'c') inline = rich.take();
      else if (name === 'r') rich.close(name);
    },
    text: (text, parent) => {
      if (parent === 'v') value = (value ?? '') + text;
      else if (parent === 't') rich.text(text, parent, above);
      else if (parent === 'f' && formula !== null && formula.length < FORMULA_LENGTH_MAX) formula += text;
    },
  });
  if (rowsRead !== rowsIn(xml)) throw new XmlFault('rows stand where they are not read');
  for (const block of spilled) into.markUncalculated(block, blank);
}

function blockOf(reference: string | undefined): readonly CellBlock[] {
  const block = cellBlock(reference);
  return block === undefined ? [] : [block];
}

function isSwitchedOn(value: string | undefined): boolean {
  return value !== undefined && isOn(value);
}

function isRowHidden(attributes: XmlAttributes): boolean {
  return isSwitchedOn(attributes.get('hidden')) || Number(attributes.get('ht') ?? 1) === 0;
}

/** Counted by another way than they are read, so that no row is left out in silence. */
function rowsIn(xml: string): number {
  const start = /<(?:[\w.-]+:)?sheetData[\s/>]/.exec(xml)?.index ?? 0;
  const end = xml.lastIndexOf('sheetData>');
  let rows = 0;
  for (const _ of xml.slice(start, end === -1 ? undefined : end).matchAll(/<(?:[\w.-]+:)?row[\s/>]/g)) rows++;
  return rows;
}

type Content = { readonly value: string | null; readonly inline: RichText | null; readonly formula: string | null };

/** @returns `null` for a cell that says nothing and hides nothing */
function cellOf(tag: CellTag, content: Content, parts: WorkbookParts, into: SheetBuilder): CellValue | null {
  const { value, inline, formula } = content;
  if (tag.isRich || isPictureFormula(content)) return troubled('picture');
  if (formula !== null && isWithoutResult(tag, value, inline)) return troubled('no-result');
  if (inline !== null) return wordsOf(inline, tag.style);
  if (value === null) return null;
  switch (tag.type) {
    case 's':
      return sharedOf(value, tag, parts);
    case 'str':
    case 'inlineStr':
      return wordsOf({ text: decodeEscapes(value), struck: false, plain: true }, tag.style);
    case 'b':
      return struckBy(tag.style, { ...BLANK_CELL, text: isOn(value.trim()) ? 'TRUE' : 'FALSE' });
    case 'e':
      return errorValue(value.trim());
    case 'd': {
      const serial = serialOf(value.trim());
      return serial === null ? wordsOf(plain(value), tag.style) : numberOf(serial, tag, false, into);
    }
    default:
      return storedValue(value, tag, parts, into);
  }
}

function isPictureFormula({ value, inline, formula }: Content): boolean {
  return (
    PICTURE_FORMULA.test(formula ?? '') || PICTURE_FORMULA.test(value ?? '') || PICTURE_FORMULA.test(inline?.text ?? '')
  );
}

/** An empty string that a formula gave is a result; nothing where a number should stand is none. */
function isWithoutResult({ type }: CellTag, value: string | null, inline: RichText | null): boolean {
  if (inline !== null) return false;
  return value === null || (value.trim() === '' && type !== 'str');
}

function troubled(trouble: CellTrouble): CellValue {
  return { ...BLANK_CELL, trouble };
}

function plain(text: string): RichText {
  return { text, struck: false, plain: true };
}

function wordsOf({ text, struck, plain: isPlain }: RichText, style: ShownStyle): CellValue | null {
  if (text === '') return null;
  const read = textValue(text, style.format);
  return (struck || (isPlain && style.struck)) && text.trim() !== '' ? { ...read, trouble: 'struck-out' } : read;
}

function struckBy(style: ShownStyle, read: CellValue): CellValue {
  return style.struck ? { ...read, trouble: 'struck-out' } : read;
}

function sharedOf(value: string, { style }: CellTag, { strings }: WorkbookParts): CellValue | null {
  const place = Number(value);
  const shared = value.trim() === '' ? undefined : strings?.[place];
  return shared === undefined ? troubled('lost') : wordsOf(shared, style);
}

function storedValue(value: string, tag: CellTag, parts: WorkbookParts, into: SheetBuilder): CellValue | null {
  const written = value.trim();
  if (written === '') return null;
  const number = Number(written);
  // Not a number, though it says it is one: words, as they stand there.
  if (Number.isNaN(number)) return wordsOf(plain(decodeEscapes(value)), tag.style);
  if (parts.styles === null && tag.hasStyle) into.addUnread('样式部分缺失或损坏，数字和日期按存储的原值读取');
  return numberOf(number, tag, parts.date1904, into);
}

function numberOf(number: number, { style }: CellTag, date1904: boolean, into: SheetBuilder): CellValue {
  if (!into.mayFormat()) return numberValue(number, PLAIN_STYLE.format, date1904);
  const { unshown, ...read } = numberValue(number, style.format, date1904);
  if (unshown) into.addUnread('有单元格的数字格式无法识别，按原数读取');
  return read.trouble === null ? struckBy(style, read) : read;
}
