import type { TagScanner } from '../package/scan-tags.ts';
import { OddPackageError } from '../package/xml-part.ts';

/**
 * Where a cell stands, and what is in it, as places: of a sheet most cells are never looked into. -1: there is none.
 */
export type FormCellAt = {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Its look and its type as written; empty for none. */
  readonly style: string;
  readonly type: string;
  /** Inside `<v>`. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The whole of `<f>`, and of `<is>`. */
  readonly formulaStart: number;
  readonly formulaEnd: number;
  readonly inlineStart: number;
  readonly inlineEnd: number;
};

/** ZZZ: more letters are no column. */
const COLUMNS_MAX = 18_278;

const QUOTE = 34;

/**
 * A cell as nearly all programs write it, read at one go: `<c r="B5" s="4" t="s"><v>12</v></c>`, with or without look,
 * type and value. `null`: something else stands there, which is read tag by tag.
 */
export function usualCell(xml: string, start: number, row: number): FormCellAt | null {
  if (!xml.startsWith('<c r="', start)) return null;
  let at = start + 6;
  let column = 0;
  for (let code = xml.charCodeAt(at); code >= 65 && code <= 90; code = xml.charCodeAt(++at)) {
    column = column * 26 + code - 64;
  }
  let number = 0;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at)) {
    number = number * 10 + code - 48;
  }
  if (number !== row || column === 0 || column > COLUMNS_MAX || xml.charCodeAt(at) !== QUOTE) return null;
  at++;
  let style = '';
  let type = '';
  if (xml.startsWith(' s="', at)) {
    const close = xml.indexOf('"', at + 4);
    style = xml.slice(at + 4, close);
    at = close + 1;
  }
  if (xml.startsWith(' t="', at)) {
    const close = xml.indexOf('"', at + 4);
    type = xml.slice(at + 4, close);
    at = close + 1;
  }
  let valueStart = -1;
  let valueEnd = -1;
  if (xml.startsWith('><v>', at)) {
    valueStart = at + 4;
    valueEnd = xml.indexOf('<', valueStart);
    if (!xml.startsWith('</v></c>', valueEnd)) return null;
    at = valueEnd + 8;
  } else if (xml.startsWith('/>', at)) at += 2;
  else return null;
  const none = -1;
  return {
    column,
    start,
    end: at,
    style,
    type,
    valueStart,
    valueEnd,
    formulaStart: none,
    formulaEnd: none,
    inlineStart: none,
    inlineEnd: none,
  };
}

/** Of the tag of the cell that is read: one for all, as an object for each of 50,000 is thrown away at once. */
const said = { reference: '', style: '', type: '' };

/** A cell written in another way. Stands at its tag; goes to its end. */
export function readCell(tags: TagScanner, row: number, last: number): FormCellAt {
  const { start } = tags;
  readAttributes(tags.xml, start + 1, tags.end);
  const { reference, style, type } = said;
  const column = reference === '' ? last + 1 : columnIn(reference, row);
  let valueStart = -1;
  let valueEnd = -1;
  let formulaStart = -1;
  let formulaEnd = -1;
  let inlineStart = -1;
  let inlineEnd = -1;
  if (!tags.isSelfClosing) {
    while (tags.next() && !tags.isClosing) {
      const from = tags.start;
      const openEnd = tags.end;
      const name = tags.name();
      const closeStart = tags.toEnd();
      if (name === 'v') {
        valueStart = openEnd;
        valueEnd = closeStart;
      } else if (name === 'f') {
        formulaStart = from;
        formulaEnd = tags.end;
      } else if (name === 'is') {
        inlineStart = from;
        inlineEnd = tags.end;
      }
    }
    if (tags.name() !== 'c') throw new OddPackageError('a cell that does not nest');
  }
  const { end } = tags;
  return {
    column,
    start,
    end,
    style,
    type,
    valueStart,
    valueEnd,
    formulaStart,
    formulaEnd,
    inlineStart,
    inlineEnd,
  };
}

/** The attributes of a cell that matter, read by hand: patterns for each cell take most of the time. */
function readAttributes(xml: string, from: number, end: number): void {
  said.reference = '';
  said.style = '';
  said.type = '';
  let at = xml.indexOf('=', from);
  while (at > 0 && at < end) {
    let open = at + 1;
    while (xml.charCodeAt(open) <= 32) open++;
    const close = xml.indexOf(xml[open] ?? '"', open + 1);
    if (close < 0 || close >= end) throw new OddPackageError('an attribute does not end');
    let nameEnd = at;
    while (xml.charCodeAt(nameEnd - 1) <= 32) nameEnd--;
    // One letter with a blank before it: names of several letters are none of ours.
    if (xml.charCodeAt(nameEnd - 2) <= 32) {
      const name = xml[nameEnd - 1];
      if (name === 'r') said.reference = xml.slice(open + 1, close);
      else if (name === 's') said.style = xml.slice(open + 1, close);
      else if (name === 't') said.type = xml.slice(open + 1, close);
    }
    at = xml.indexOf('=', close);
  }
}

/** AB12 in row 12 is 28. @throws OddPackageError for a cell of another row */
function columnIn(reference: string, row: number): number {
  let column = 0;
  let at = 0;
  for (; at < 3; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column === 0 || Number(reference.slice(at)) !== row) throw new OddPackageError(`cell ${reference} in row ${row}`);
  return column;
}
