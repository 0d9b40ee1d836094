import { columnLetters } from '../cell-reference.ts';
import { columnNumber } from './sheet-text.ts';

/**
 * The references in a formula: A1, $A$1:B20, 5:7, 汇总!A1, 'a b'!A1:B2. Words in quotes, names, functions (LOG10) and
 * what stands in brackets (表1[列]) are none. Whole columns (C:C) have no rows to change, and stay.
 */
export type RowSpan = {
  readonly top: number;
  readonly bottom: number;
  readonly topFixed: boolean;
  readonly bottomFixed: boolean;
  /** 0: whole rows, all columns. */
  readonly left: number;
  readonly right: number;
  /** Written with a colon. */
  readonly isRange: boolean;
  /** The sheet as it stands before the `!`; `null`: the formula's own. */
  readonly sheet: string | null;
};

const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const TOKEN = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    // A sheet: its reference comes next.
    String.raw`(?<sheet>'(?:[^']|'')+'!|(?:\[[^\]]*\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?!)`,
    String.raw`\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]`,
    String.raw`(?<cells>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(!])`,
    String.raw`(?<rows>\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.])`,
    WORD,
    String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  ].join('|'),
  'gu',
);
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/u;

/** A row that went above the first: what Excel writes in the place of its reference. */
const LOST = '#REF!';

/**
 * The formula with each reference's rows changed.
 *
 * @param change gives new rows, `null`: as it is. Rows below 1 become {@link LOST}
 */
export function withReferences(
  formula: string,
  change: (span: RowSpan) => { readonly top: number; readonly bottom: number } | null,
): string {
  let sheet: string | null = null;
  return formula.replace(TOKEN, (token: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as { sheet?: string; cells?: string; rows?: string };
    if (groups.sheet !== undefined) {
      sheet = groups.sheet.slice(0, -1);
      return token;
    }
    const span = groups.cells !== undefined || groups.rows !== undefined ? spanOf(token, sheet) : undefined;
    sheet = null;
    if (span === undefined) return token;
    const changed = change(span.span);
    if (changed === null) return token;
    return changed.top < 1 || changed.bottom < 1 ? LOST : span.write(changed.top, changed.bottom);
  });
}

/** The references of a formula, and whether it has words that may lead anywhere: names, INDIRECT, tables. */
export function referencesIn(formula: string): { readonly spans: readonly RowSpan[]; readonly leadsAnywhere: boolean } {
  const spans: RowSpan[] = [];
  withReferences(formula, (span) => {
    spans.push(span);
    return null;
  });
  const words = formula.replace(TOKEN, (token: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as { sheet?: string; cells?: string; rows?: string };
    const isPlain = groups.sheet !== undefined || groups.cells !== undefined || groups.rows !== undefined;
    return isPlain || token.startsWith('"') ? '' : token;
  });
  // A word that is not followed by a bracket is a name; true and false are none.
  const named = /[\p{L}_\\][\p{L}\p{N}_.\\]*(?!\s*\(|[\p{L}\p{N}_.\\])/u.exec(
    words.replace(/\b(?:TRUE|FALSE)\b/giu, ''),
  );
  return { spans, leadsAnywhere: named !== null || words.includes('[') || /INDIRECT|OFFSET/iu.test(words) };
}

type Written = { readonly span: RowSpan; readonly write: (top: number, bottom: number) => string };

function spanOf(token: string, sheet: string | null): Written | undefined {
  const [from = '', to] = token.split(':');
  const wholeRows = /^(\$?)(\d+)$/u;
  const [rowFrom, rowTo] = [wholeRows.exec(from), wholeRows.exec(to ?? '')];
  if (rowFrom && rowTo) {
    const span = spanWith(sheet, [rowFrom[1], rowTo[1]], [Number(rowFrom[2]), Number(rowTo[2])], [0, 0], true);
    return { span, write: (top, bottom) => `${rowFrom[1]}${top}:${rowTo[1]}${bottom}` };
  }
  const one = CELL.exec(from);
  const other = to === undefined ? one : CELL.exec(to);
  if (!one || !other) return undefined;
  const columns = [columnOf(one[2] ?? ''), columnOf(other[2] ?? '')] as const;
  const span = spanWith(sheet, [one[3], other[3]], [Number(one[4]), Number(other[4])], columns, to !== undefined);
  // Written upside down: such a reference is left alone.
  if (span.top > span.bottom || span.top < 1) return undefined;
  const write = (top: number, bottom: number): string =>
    to === undefined
      ? `${one[1]}${one[2]}${one[3]}${top}`
      : `${one[1]}${one[2]}${one[3]}${top}:${other[1]}${other[2]}${other[3]}${bottom}`;
  return { span, write };
}

function spanWith(
  sheet: string | null,
  fixed: readonly (string | undefined)[],
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number],
  isRange: boolean,
): RowSpan {
  const [topFixed, bottomFixed] = [fixed[0] === '$', fixed[1] === '$'];
  return { top, bottom, topFixed, bottomFixed, left, right, isRange, sheet };
}

function columnOf(letters: string): number {
  return columnNumber(letters.toUpperCase());
}

/** A formula as it would be copied so many rows down: rows without a `$` go with it. */
export function copiedDown(formula: string, rows: number): string {
  return withReferences(formula, ({ top, bottom, topFixed, bottomFixed }) => ({
    top: topFixed ? top : top + rows,
    bottom: bottomFixed ? bottom : bottom + rows,
  }));
}

/** The same over columns as well: what a shared formula says in another cell than the one it is written in. */
export function copiedTo(formula: string, rows: number, columns: number): string {
  const down = copiedDown(formula, rows);
  if (columns === 0) return down;
  return down.replace(TOKEN, (token: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as { cells?: string };
    if (groups.cells === undefined) return token;
    return token.replace(/(^|:)([A-Za-z]{1,3})(?=\$?\d)/gu, (_, before: string, letters: string) => {
      const column = columnOf(letters) + columns;
      return column < 1 ? `${before}${LOST}` : before + columnLetters(column);
    });
  });
}

/** The name of a sheet as a formula writes it: 'a b', Sheet1. */
export function sheetNameIn(written: string): string {
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}
