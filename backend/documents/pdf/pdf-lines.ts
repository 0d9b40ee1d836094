/** A piece of text on a page, in points; y grows upwards. */
export type PdfPiece = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
};

export type PdfLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly fontSize: number;
};

/** `— 3 —`, `-3-`, `3`, `第 3 页 共 9 页`: believed only as the first or last line of a page. */
const PAGE_NUMBER =
  /^(?:[-—–－·•~\s]*\d{1,4}[-—–－·•~\s]*(?:\/\s*\d{1,4})?|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?)$/u;
const ENUMERATOR =
  /^(?:第[〇零一二三四五六七八九十百\d]{1,5}[章节条部]|[〇零一二三四五六七八九十]{1,4}[、．.]|[（(〔][〇零一二三四五六七八九十百\d]{1,4}[）)〕]|\d{1,3}\s?[.．、](?!\d)|[①-⑳])/u;
const LATIN = /[A-Za-z0-9]/u;
/** Some fonts name their signs after the radical that looks the same: ⼯ for 工. */
const RADICALS = /[\u2F00-\u2FDF]/gu;
const CHINESE = '[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’]';
/** The quarter of a letter that office programs put between Chinese and digits; nobody typed it. */
const AUTOMATIC_BLANK = new RegExp(`(?<=${CHINESE}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=${CHINESE})`, 'gu');
const BETWEEN_CHINESE = new RegExp(`(?<=${CHINESE}) (?=${CHINESE})`, 'gu');
/** A line with a blank at one in so many letters was stretched to the margin. */
const LETTERS_PER_BLANK_MIN = 3;
/** A gap wider than this share of the letter size is a blank somebody typed. */
const BLANK_WIDTH = 0.9;
/** Stands for it until the library's own blanks are judged. */
const WIDE_GAP = '\u2003';
/** A line that ends less than this many letters before the margin was cut by it. */
const FULL_LINE_SLACK = 1.6;
/** A line that begins this many letters inside the margin begins a paragraph. */
const INDENT = 0.8;
/** Fewer lines say nothing about a page's margins. */
const MEASURABLE_LINES = 4;

/** Puts the pieces of one page into lines, from top to bottom. */
export function pdfLinesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const rows: PdfPiece[][] = [];
  for (const piece of pieces.filter(({ str }) => str.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Digits and Chinese in one line can stand a little apart.
    if (row !== undefined && first !== undefined && first.y - piece.y < Math.max(first.fontSize, piece.fontSize) * 0.5)
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)));
}

function lineOf(row: readonly PdfPiece[]): PdfLine {
  let text = '';
  let right = row[0]?.x ?? 0;
  for (const { str, x, width, fontSize } of row) {
    const gap = x - right;
    const isLatin = LATIN.test(text.slice(-1)) && LATIN.test(str.charAt(0));
    if (text !== '' && gap > fontSize * (isLatin ? 0.2 : BLANK_WIDTH)) text += isLatin ? ' ' : WIDE_GAP;
    text += str;
    right = Math.max(right, x + width);
  }
  return {
    text: wordsOf(text).trim(),
    left: row[0]?.x ?? 0,
    right,
    fontSize: Math.max(...row.map((piece) => piece.fontSize)),
  };
}

/** A line's words without the blanks that the library made of mere distances. */
function wordsOf(line: string): string {
  const text = line.replace(RADICALS, (radical) => radical.normalize('NFKC')).replace(AUTOMATIC_BLANK, '');
  const blanks = text.match(BETWEEN_CHINESE)?.length ?? 0;
  const words = blanks * LETTERS_PER_BLANK_MIN > text.length ? text.replace(BETWEEN_CHINESE, '') : text;
  return words.replaceAll(WIDE_GAP, ' ');
}

/** The same without page numbers. */
export function withoutPageNumbers(lines: readonly PdfLine[]): readonly PdfLine[] {
  const isNumber = (line: PdfLine | undefined): boolean => line !== undefined && PAGE_NUMBER.test(line.text);
  const start = isNumber(lines[0]) ? 1 : 0;
  return lines.slice(start, lines.length > start && isNumber(lines.at(-1)) ? -1 : undefined);
}

/**
 * Joins lines that the margin cut, over page ends as well: a line that reaches the right margin goes on in the next,
 * unless that one is indented, larger or numbered. Whatever stays apart wrongly, the plan's reader can still join.
 */
export function pdfParagraphsOf(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const whole = marginsOf(pages.flat());
  const paragraphs: string[] = [];
  let before: { readonly line: PdfLine; readonly isFull: boolean } | undefined;
  for (const page of pages) {
    const margins = page.length >= MEASURABLE_LINES ? marginsOf(page) : whole;
    for (const line of page) {
      const goesOn =
        before?.isFull === true &&
        line.left < margins.left + INDENT * line.fontSize &&
        Math.abs(line.fontSize - before.line.fontSize) < 1 &&
        !ENUMERATOR.test(line.text);
      const last = paragraphs.length - 1;
      if (goesOn) paragraphs[last] = join(paragraphs[last] ?? '', line.text);
      else paragraphs.push(line.text);
      before = { line, isFull: line.right > margins.right - FULL_LINE_SLACK * line.fontSize };
    }
  }
  return paragraphs;
}

function join(left: string, right: string): string {
  return LATIN.test(left.slice(-1)) && LATIN.test(right.charAt(0)) ? `${left} ${right}` : left + right;
}

function marginsOf(lines: readonly PdfLine[]): { readonly left: number; readonly right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) [left, right] = [Math.min(left, line.left), Math.max(right, line.right)];
  return { left, right };
}
