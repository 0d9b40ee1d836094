import { isBlank, isLineBreak } from './blanks.ts';

/** One line of the source without the blanks around it; `[start, end)` are source offsets. */
export type Line = Readonly<{ start: number; end: number; text: string }>;

/** `— 3 —`, `-3-`, `第 3 页 共 9 页`: what a page leaves behind when a document is copied as text. */
const PAGE_NUMBER =
  /^(?:[-—–－·•]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－·•]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:[\s，,/]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?)$/u;

/**
 * Splits `source[from, to)` into its non-empty lines. Page numbers are left out.
 * One pass; a line of a million blanks costs a million steps, not more.
 */
export function readLines(source: string, from = 0, to = source.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    if (index < to && !isLineBreak(source.charAt(index))) continue;
    const line = trimmedLine(source, start, index);
    if (line !== undefined && !PAGE_NUMBER.test(line.text)) lines.push(line);
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
