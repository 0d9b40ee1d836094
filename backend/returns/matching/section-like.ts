/** What stands before the words of a heading: 一、 （二） 3. 第四章 */
const NUMBERING = /^\s*(?:第?[（(]?[\d一二三四五六七八九十百]{1,4}[）)]?(?:部分|[章节类条项])?[、.．:：)）\s]*)/u;
/** Shorter words stand in too many headings. */
const WITHIN_MIN = 4;

function wordsOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(NUMBERING, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

/**
 * The one section that a heading of theirs means: the same words, numbering left out, or the one whose words hold
 * theirs or stand in them.
 *
 * @returns `undefined` when none is, or several could be
 */
export function sectionLike<Section extends { readonly title: string }>(
  heading: string,
  sections: readonly Section[],
): Section | undefined {
  const words = wordsOf(heading);
  if (words === '') return undefined;
  const titled = sections.map((section) => ({ section, title: wordsOf(section.title) }));
  const same = titled.filter(({ title }) => title === words);
  if (same.length > 0) return same.length === 1 ? same[0]?.section : undefined;
  const near = titled.filter(
    ({ title }) =>
      Math.min(title.length, words.length) >= WITHIN_MIN && (title.includes(words) || words.includes(title)),
  );
  return near.length === 1 ? near[0]?.section : undefined;
}
