/**
 * Where a text breaks in a cell, decided here and not by the browser: the same lines then stand in the preview, in
 * the PDF and on the printer, whatever font the machine has. Widths are ems, on the generous side: a line may end
 * a little early and never runs over.
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

/** A width that was divided and multiplied again still holds the text it was made for. */
const ROUNDING = 0.001;

/** GB/T 15834: a line does not begin with a closing mark, nor end with an opening one. */
const NOT_FIRST = /^[，。、；：？！）》」』】〕”’…％,.;:?!)\]}]/u;
const NOT_LAST = /[（《「『【〔“‘([{]$/u;
/** Latin words and numbers stay whole; every other character may end a line. */
const TOKENS = /[\x21-\x7e]+|[\s\S]/gu;

/** @returns the width in ems of a text without line breaks */
export function widthInEms(text: string): number {
  let ems = 0;
  for (const character of text) ems += characterWidth(character);
  return ems;
}

function characterWidth(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= FIRST_SQUARE) return 1;
  if (WIDE.test(character)) return WIDE_EM;
  if (NARROW.test(character)) return NARROW_EM;
  return /[A-Z]/.test(character) ? CAPITAL_EM : USUAL_EM;
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
  const lines: string[] = [];
  let line: string[] = [];
  let width = 0;
  for (const token of tokensOf(paragraph, room)) {
    const tokenWidth = widthInEms(token);
    if (line.length > 0 && width + tokenWidth > room + ROUNDING) {
      const carried = carriedOver(line, token);
      lines.push(
        line
          .slice(0, line.length - carried)
          .join('')
          .trimEnd(),
      );
      line = line.slice(line.length - carried);
      width = widthInEms(line.join(''));
    }
    if (line.length === 0 && token.trim() === '') continue;
    line.push(token);
    width += tokenWidth;
  }
  lines.push(line.join(''));
  return lines;
}

/** A word longer than the cell is broken at any character. */
function tokensOf(paragraph: string, room: number): readonly string[] {
  return (paragraph.match(TOKENS) ?? []).flatMap((token) => (widthInEms(token) > room ? [...token] : [token]));
}

/** How many tokens at the end of a full line go down with the next one, at most all but one. */
function carriedOver(line: readonly string[], next: string): number {
  let carried = 0;
  let first = next;
  while (carried < line.length - 1) {
    const last = line[line.length - 1 - carried] ?? '';
    if (!NOT_FIRST.test(first) && !NOT_LAST.test(last)) return carried;
    first = last;
    carried += 1;
  }
  // Nothing but marks: better a mark at the beginning of a line than an endless line.
  return 0;
}
