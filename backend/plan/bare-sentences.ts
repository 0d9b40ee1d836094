import type { FoundResponsibility } from './find-responsibilities.ts';
import { readRoleWords } from './role-grammar.ts';
import { roleVerbAtEnd } from './role-verbs.ts';
import type { TextView } from './text-view.ts';
import { sliceView, trimView } from './text-view.ts';
import { isStrictUnit } from './unit-lexicon.ts';

/** A longer sentence says more than who is responsible. */
const SENTENCE_MAX = 300;

/**
 * Finds paragraphs that end with a sentence of nothing but units and a role verb, without bracket or label:
 * 督导检查。县委督查室负责。 One sentence per paragraph is looked at, and every name must be a sure unit.
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
      const words = trimView(sliceView(view, sentence.start, sentence.end));
      const isRole = roleVerbAtEnd(words.text) !== undefined && !/[（(〔［[“《]/u.test(words.text);
      const reading = isRole ? readRoleWords(words) : undefined;
      if (reading !== undefined && reading.scope.length === 0 && reading.units.length > 0) {
        if (reading.units.every((unit) => isStrictUnit(unit.name))) {
          found.push({ start: sentence.start, end: lineEnd, words, reading });
        }
      }
    }
    lineStart = lineEnd + 1;
  }
  return found;
}

function lastSentence(text: string, from: number, to: number): Readonly<{ start: number; end: number }> | undefined {
  const end = text.charAt(to - 1) === '。' ? to - 1 : to;
  let start = end;
  while (start > from && end - start <= SENTENCE_MAX && !'。；！？'.includes(text.charAt(start - 1))) start--;
  return end - start > SENTENCE_MAX || end === start ? undefined : { start, end };
}
