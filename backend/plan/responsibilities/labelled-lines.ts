import { labelAt, mayStartLabel } from '../roles/labels.ts';
import type { RawReading } from '../roles/role-grammar.ts';
import { readRoleWords } from '../roles/role-grammar.ts';
import { unitLikeness } from '../roles/unit-lexicon.ts';
import { isBlank, isLineBreak } from '../text/blanks.ts';
import type { TextView } from '../text/text-view.ts';
import { sliceView, trimView } from '../text/text-view.ts';
import type { FoundResponsibility } from './found-responsibility.ts';

/** A labelled list longer than this is running text. */
const WORDS_MAX = 1500;

/**
 * Finds responsibilities that need no bracket: 责任单位：县教育局、县公安局 at the start of a line or sentence.
 * Labels that follow each other (牵头单位：… 配合单位：… 完成时限：…) are one responsibility.
 */
export function findLabelled(view: TextView, taken: readonly FoundResponsibility[]): FoundResponsibility[] {
  const { text } = view;
  const found: FoundResponsibility[] = [];
  let next = 0;
  let index = 0;
  while (index < text.length) {
    const covering = taken[next];
    if (covering !== undefined && index >= covering.start) {
      index = Math.max(index, covering.end);
      next++;
      continue;
    }
    const label = canStartHere(text, index) ? labelAt(text, index) : undefined;
    if (label === undefined || label.meaning === 'person' || label.meaning === 'due') {
      index++;
      continue;
    }
    const limit = Math.min(text.length, covering?.start ?? text.length, index + WORDS_MAX);
    const end = endOfLabelled(text, label.end, limit);
    const words = trimView(sliceView(view, index, end));
    const reading = readRoleWords(words);
    if (reading.hasLabel && (startsPiece(text, index) || isSure(label.text, reading))) {
      found.push({ start: startOfMarks(text, index), end, words, reading });
    }
    index = Math.max(end, index + 1);
  }
  return found;
}

function canStartHere(text: string, index: number): boolean {
  return mayStartLabel(text.charAt(index)) && (startsPiece(text, index) || isComma(text.charAt(index - 1)));
}

function startsPiece(text: string, index: number): boolean {
  const before = index === 0 ? '\n' : text.charAt(index - 1);
  return isBlank(before) || isLineBreak(before) || '。；;！？）)〕］]】”'.includes(before) || BULLETS.has(before);
}

/** 抓就业，责任单位：县人社局: inside a sentence only a colon and nothing but units make it a responsibility. */
function isSure(label: string, { units }: RawReading): boolean {
  return /[:：]$/u.test(label) && units.length > 0 && units.every((unit) => unitLikeness(unit.name) !== 'odd');
}

function isComma(char: string): boolean {
  return char === '，' || char === ',';
}

/** ●责任单位：, ——责任单位： */
const BULLETS = new Set([...'●■◆★▲•·*➢—–-']);
const MARKS_MAX = 4;

/** Bullets, or the comma, go with the label. */
function startOfMarks(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < MARKS_MAX && BULLETS.has(text.charAt(start - 1))) start--;
  return start === index && isComma(text.charAt(start - 1)) ? start - 1 : start;
}

/** The list ends with its sentence or line, unless another label follows at once or the line holds the label alone. */
function endOfLabelled(text: string, from: number, limit: number): number {
  let index = afterBlanks(text, from, limit);
  while (index < limit) {
    const char = text.charAt(index);
    if (char !== '。' && char !== '\n') {
      index++;
      continue;
    }
    const next = afterBlanks(text, index + 1, limit);
    const label = next < limit ? labelAt(text, next) : undefined;
    if (label === undefined) return char === '。' ? index + 1 : index;
    index = afterBlanks(text, label.end, limit);
  }
  return limit;
}

function afterBlanks(text: string, from: number, limit: number): number {
  let index = from;
  while (index < limit && isBlank(text.charAt(index))) index++;
  return index;
}
