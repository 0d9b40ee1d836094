import { formatListNumber } from '../lists/number-formats.ts';

/** A paragraph of the document; `level` is 0 where its style is no heading. */
type Paragraph = { readonly level: number; readonly text: string };

const HAS_NUMBER =
  /^\s*(?:\uFDD0|第?[〇零一二三四五六七八九十百]{1,5}[、．.章节条]|[（(][〇零一二三四五六七八九十百\d]{1,5}[）)]|\d{1,3}\s?[.．、])/u;

/**
 * Numbers for headings that only their style tells apart: a reader of the text would take them for words of the task
 * above. The highest level that has several headings gets 一、, the one below it （一）; a level where somebody wrote
 * numbers, or that Word counts, keeps what it has.
 *
 * @returns index of the paragraph → its number
 */
export function numberHeadings(paragraphs: readonly Paragraph[]): ReadonlyMap<number, string> {
  const filled = paragraphs.map(({ level, text }) => (text.trim() === '' ? 0 : level));
  const of = (level: number): readonly Paragraph[] => paragraphs.filter((_, index) => filled[index] === level);
  // The title of the document is often the only heading of the first level.
  const top = [1, 2, 3].find((level) => of(level).length > 1);
  const numbers = new Map<number, string>();
  if (top === undefined) return numbers;
  const [isTopBare, isNextBare] = [top, top + 1].map((level) => !of(level).some(({ text }) => HAS_NUMBER.test(text)));
  let sections = 0;
  let items = 0;
  for (const [index, level] of filled.entries()) {
    if (level === top) {
      sections++;
      items = 0;
      if (isTopBare === true) numbers.set(index, `${formatListNumber(sections, 'chineseCounting')}、`);
    } else if (level === top + 1) {
      items++;
      if (isNextBare === true) numbers.set(index, `（${formatListNumber(items, 'chineseCounting')}）`);
    }
  }
  return numbers;
}
