/**
 * How wide a text is and where it breaks in a cell, decided here and not by a browser or an office program: the same
 * lines then stand in the preview, in the PDF and on the printer, and a workbook's rows are as tall as these lines,
 * whatever font the machine has. Widths are ems, on the generous side: a line may end a little early and never runs
 * over.
 */

/** Widest of each kind in the usual song and sans faces. */
const NARROW = /[ .,:;'!|()[\]{}ijlIrtf·]/;
const WIDE = /[mwMW@%]/;
const WIDE_EM = 0.95;
const CAPITAL_EM = 0.75;
const NARROW_EM = 0.4;
const USUAL_EM = 0.58;
/** From here on (punctuation, symbols, ideographs) a character is a square in a Chinese face. */
const FIRST_SQUARE = 0x2000;

/** The widths of all characters that are no squares, looked up because a large workbook asks for millions. */
const WIDTHS = Float64Array.from({ length: FIRST_SQUARE }, (_, code) => {
  const character = String.fromCharCode(code);
  if (WIDE.test(character)) return WIDE_EM;
  if (NARROW.test(character)) return NARROW_EM;
  return /[A-Z]/.test(character) ? CAPITAL_EM : USUAL_EM;
});

/** A width that was divided and multiplied again still holds the text it was made for. */
const ROUNDING = 0.001;

/** GB/T 15834: a line does not begin with a closing mark, nor end with an opening one. */
const NOT_FIRST = /^[，。、；：？！）》」』】〕”’…％,.;:?!)\]}]/u;
const NOT_LAST = /[（《「『【〔“‘([{]$/u;
/** Latin words and numbers stay whole; every other character may end a line. */
const TOKENS = /[\x21-\x7e]+|[\s\S]/gu;

/** @returns the width in ems of a text without line breaks */
export function widthInEms(text: string): number {
  if (text.length === 1) return WIDTHS[text.charCodeAt(0)] ?? 1;
  let ems = 0;
  for (const character of text) ems += WIDTHS[character.codePointAt(0) ?? FIRST_SQUARE] ?? 1;
  return ems;
}

/**
 * @param text with its own line breaks, which stay
 * @param room width of the cell in ems
 * @returns the lines; an empty text is one empty line
 */
export function breakLines(text: string, room: number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakParagraph(paragraph, room));
}

function breakParagraph(paragraph: string, room: number): readonly string[] {
  if (widthInEms(paragraph) <= room + ROUNDING) return [paragraph];
  const tokens = tokensOf(paragraph, room);
  const lines: string[] = [];
  let start = 0;
  let width = 0;
  for (const [index, token] of tokens.entries()) {
    const tokenWidth = widthInEms(token);
    if (index > start && width + tokenWidth > room + ROUNDING) {
      const carried = index - carriedOver(tokens, start, index);
      // Marks that would fill the next line by themselves stay where they are.
      const isTooMuch = widthInEms(tokens.slice(carried, index).join('')) + tokenWidth > room + ROUNDING;
      const next = isTooMuch ? index : carried;
      lines.push(tokens.slice(start, next).join('').trimEnd());
      start = next;
      width = widthInEms(tokens.slice(start, index).join(''));
    }
    // A line does not begin with a blank, but for the indentation of a paragraph.
    if (lines.length > 0 && index === start && token.trim() === '') start = index + 1;
    else width += tokenWidth;
  }
  lines.push(tokens.slice(start).join(''));
  return lines;
}

/** A word longer than the cell is broken at any character. */
function tokensOf(paragraph: string, room: number): readonly string[] {
  const tokens = paragraph.match(TOKENS) ?? [];
  const isTooLong = (token: string): boolean => token.length > 1 && widthInEms(token) > room;
  return tokens.some(isTooLong) ? tokens.flatMap((token) => (isTooLong(token) ? [...token] : [token])) : tokens;
}

/** How many tokens at the end of a full line, of those from `start`, go down with the next one; at most all but one. */
function carriedOver(tokens: readonly string[], start: number, next: number): number {
  for (let carried = 0; carried < next - start - 1; carried++) {
    const first = tokens[next - carried] ?? '';
    const last = tokens[next - carried - 1] ?? '';
    if (!NOT_FIRST.test(first) && !NOT_LAST.test(last)) return carried;
  }
  // Nothing but marks: better a mark at the beginning of a line than an endless line.
  return 0;
}

/**
 * About how many lines {@link breakLines} would make, without making them: for heights of rows by the thousand. Rather one
 * too many; where marks follow on marks in a narrow cell it can be one too few.
 *
 * @param room width of the cell in ems
 */
export function countLines(text: string, room: number): number {
  // No character is wider than an em: most texts of a table need no counting.
  if (text.length <= room && !text.includes('\n')) return 1;
  let lines = 1;
  let width = 0;
  /** Width of what cannot be parted: a word, an ideograph with the marks that stay at it. */
  let whole = 0;
  let isLetterBefore = false;
  let isOpeningBefore = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) {
      lines++;
      width = 0;
      whole = 0;
      isLetterBefore = false;
      isOpeningBefore = false;
      continue;
    }
    const isLetter = code > 0x20 && code < 0x7f;
    const own = code < FIRST_SQUARE ? (WIDTHS[code] ?? 1) : 1;
    const stays = isOpeningBefore || (isLetter && isLetterBefore) || CLOSING.has(code);
    whole = stays ? whole + own : own;
    if (width + own > room + ROUNDING) {
      lines++;
      // What is longer than the line is broken anywhere.
      if (whole > room) whole = own;
      width = whole;
    } else width += own;
    isLetterBefore = isLetter;
    isOpeningBefore = OPENING.has(code);
  }
  return lines;
}

const LINE_FEED = 10;
const codesOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const OPENING = codesOf('（《「『【〔“‘([{');
const CLOSING = codesOf('，。、；：？！）》」』】〕”’…％,.;:?!)]}');
