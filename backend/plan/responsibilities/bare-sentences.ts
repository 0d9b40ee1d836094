import type { RawReading } from '../roles/role-grammar.ts';
import { readRoleWords } from '../roles/role-grammar.ts';
import { isStrictUnit } from '../roles/unit-lexicon.ts';
import type { TextView } from '../text/text-view.ts';
import { sliceView, trimView } from '../text/text-view.ts';
import type { FoundResponsibility } from './found-responsibility.ts';

/** A longer sentence says more than who is responsible. */
const SENTENCE_MAX = 300;
/** A cheap look before the words are read. */
const ROLE_WORD = /^[^“《]*(?:牵头|负责|配合|落实|主办|承办|协办|参与|分工|实施|协助|会同)/u;
const DASHES = /^\s{0,4}[—–]{1,2}/u;

/**
 * Finds paragraphs that end with a sentence of nothing but units and a role verb, or units after a dash, without
 * bracket or label: 督导检查。县委督查室负责。 督导检查。——县委督查室 One sentence per paragraph is looked at, and every name must be a sure unit.
 */
export function findBareSentences(view: TextView, taken: readonly FoundResponsibility[]): FoundResponsibility[] {
  const { text } = view;
  const found: FoundResponsibility[] = [];
  let next = 0;
  let lineStart = 0;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    while (next < taken.length && (taken[next]?.end ?? 0) <= lineStart) next++;
    const isFree = (taken[next]?.start ?? text.length) >= lineEnd;
    const sentence = isFree ? lastSentence(text, lineStart, lineEnd) : undefined;
    if (sentence !== undefined && sentence.start > 0) {
      const dashes = DASHES.exec(text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
      const words = trimView(sliceView(view, sentence.start + dashes, sentence.end));
      const reading = dashes > 0 || ROLE_WORD.test(words.text) ? readRoleWords(words) : undefined;
      if (reading !== undefined && namesUnitsOnly(reading, dashes > 0)) {
        found.push({ start: sentence.start, end: lineEnd, words, reading });
      }
    }
    lineStart = lineEnd + 1;
  }
  return found;
}

function namesUnitsOnly({ units, scope, hasVerb }: RawReading, hasDashes: boolean): boolean {
  return (
    units.length > 0 && scope.length === 0 && (hasVerb || hasDashes) && units.every((unit) => isStrictUnit(unit.name))
  );
}

function lastSentence(text: string, from: number, to: number): Readonly<{ start: number; end: number }> | undefined {
  const end = text.charAt(to - 1) === '。' ? to - 1 : to;
  let start = end;
  while (start > from && end - start <= SENTENCE_MAX && !'。；！？'.includes(text.charAt(start - 1))) start--;
  return end - start > SENTENCE_MAX || end === start ? undefined : { start, end };
}
