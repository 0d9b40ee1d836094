import type { Span } from '#shared/domain/plan-reading.ts';

/** Longer lines are cut at the end of a sentence: a document that lost its line breaks is one line of many pages. */
const LINE_LENGTH_MAX = 400;
/** After this many characters a sentence's end is looked for; without one the line is cut at its limit. */
const CUT_FROM = 240;

/** The lines of the source as they are shown; each knows its offsets. */
export function sourceLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    cutLine(text, start, end, lines);
    start = end + 1;
  }
  return lines;
}

function cutLine(text: string, from: number, end: number, lines: Span[]): void {
  let start = from;
  while (end - start > LINE_LENGTH_MAX) {
    const room = text.slice(start + CUT_FROM, start + LINE_LENGTH_MAX);
    const stop = Math.max(room.indexOf('。'), room.indexOf('；'));
    const cut = start + (stop < 0 ? LINE_LENGTH_MAX : CUT_FROM + stop + 1);
    lines.push({ start, end: cut });
    start = cut;
  }
  lines.push({ start, end });
}

/** Index of the last of the sorted places that starts at or before an offset, or -1. */
export function lastStartingAt(places: readonly Pick<Span, 'start'>[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
