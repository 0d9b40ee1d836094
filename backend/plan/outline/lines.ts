import { isBlank, isLineBreak } from '../text/blanks.ts';

/** One line of the source without the blanks around it; `[start, end)` are source offsets. */
export type Line = Readonly<{ start: number; end: number; text: string }>;

/**
 * Splits `source[from, to)` into its non-empty lines.
 * One pass; a line of a million blanks costs a million steps, not more.
 */
export function readLines(source: string, from = 0, to = source.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    if (index < to && !isLineBreak(source.charAt(index))) continue;
    const line = trimmedLine(source, start, index);
    if (line !== undefined) lines.push(line);
    start = index + 1;
  }
  return lines;
}

function trimmedLine(source: string, from: number, to: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charAt(start))) start++;
  while (end > start && isBlank(source.charAt(end - 1))) end--;
  return start === end ? undefined : { start, end, text: source.slice(start, end) };
}
