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
