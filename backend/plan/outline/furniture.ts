import { withoutBlanks } from '../text/blanks.ts';
import { enumeratorAt } from './enumerators.ts';
import type { Line } from './lines.ts';
import { readLines } from './lines.ts';

/** `— 3 —`, `-3-`, `第 3 页 共 9 页`: what a page leaves behind when a document is copied as text. */
const PAGE_NUMBER =
  /^(?:[-—–－·•]{1,3}\s{0,3}[\d０-９]{1,4}\s{0,3}[-—–－·•]{1,3}|第\s{0,3}[\d０-９]{1,4}\s{0,3}页(?:[\s，,/]{0,3}共\s{0,3}[\d０-９]{1,4}\s{0,3}页)?)$/u;
/** 一、总体要求……3 */
const DOTTED_ENTRY = /(?:\.{3,}|…{2,}|·{3,}|—{3,}|_{3,})\s{0,3}[（(]?\d{1,4}[）)]?$/u;
const CONTENTS = /^目\s{0,4}[录次]$/u;
/** The page number an entry of the contents may end with. */
const ENTRY_END = /(?:[.…·—_-]{2,})?[（(]?\d{0,4}[）)]?$/u;
/** Longer contents are believed only where dots say so. */
const ENTRIES_MAX = 300;
const ENTRY_LENGTH_MIN = 4;

/** <p style="…">, </strong>, &nbsp;: what a copied web page leaves behind when its source was copied. */
const MARKUP =
  /<\/?(?<tag>[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?\/?>|&(?:nbsp|ensp|emsp|ldquo|rdquo|amp|#\d{1,5});/gu;
const IS_MARKUP = /<\/(?:p|div|td|tr|li|span|strong)>|<br\s?\/?>|&nbsp;/iu;
/** Tags that end a line; of the others nothing remains. */
const BLOCK = /^(?:p|br|div|tr|li|h\d|table|ul|ol)$/iu;

/** The markup painted over: a block's tag by a line break, everything else by blanks of the same length. */
function withoutMarkup(source: string): string {
  if (!IS_MARKUP.test(source)) return source;
  return source.replaceAll(MARKUP, (markup: string, tag: string | undefined) =>
    (tag !== undefined && BLOCK.test(tag) ? '\n' : ' ').padEnd(markup.length),
  );
}

/**
 * The text with markup, page numbers and the table of contents painted over by blanks: its headings would be read as
 * tasks. Nothing moves, so every span still fits the text as given.
 */
export function withoutFurniture(given: string): string {
  const source = withoutMarkup(given);
  const lines = readLines(source);
  const contents = contentsOf(lines);
  const furniture = lines.filter(
    (line, index) =>
      (index >= contents.from && index < contents.to && isEntry(line.text)) ||
      PAGE_NUMBER.test(line.text) ||
      DOTTED_ENTRY.test(line.text),
  );
  if (furniture.length === 0) return source;
  let painted = '';
  let at = 0;
  for (const line of furniture) {
    painted += source.slice(at, line.start) + ' '.repeat(line.end - line.start);
    at = line.end;
  }
  return painted + source.slice(at);
}

/** The plan's title may stand between the contents and its first heading. */
function isEntry(text: string): boolean {
  return CONTENTS.test(text) || enumeratorAt(text, 0) !== undefined;
}

/** From the line 目录 to where its first entry stands again, as a heading. */
function contentsOf(lines: readonly Line[]): Readonly<{ from: number; to: number }> {
  const from = lines.findIndex((line) => CONTENTS.test(line.text));
  const first = withoutBlanks(lines[from + 1]?.text ?? '').replace(ENTRY_END, '');
  if (from < 0) return { from: 0, to: 0 };
  if (first.length >= ENTRY_LENGTH_MIN) {
    for (let index = from + 2; index < Math.min(lines.length, from + ENTRIES_MAX); index++) {
      if (withoutBlanks(lines[index]?.text ?? '').startsWith(first)) return { from, to: index };
    }
  }
  return { from, to: from + 1 };
}
