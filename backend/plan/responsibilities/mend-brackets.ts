import type { Repair } from '#shared/domain/plan-reading.ts';
import { SENTENCE_END } from '../text/blanks.ts';
import type { RepairFilter } from '../text/repairs.ts';
import { shorten } from '../text/repairs.ts';
import type { TextView } from '../text/text-view.ts';
import { concatViews, filterView, sliceView, spanOf, trimView } from '../text/text-view.ts';
import type { BracketPair } from './brackets.ts';
import { closingOf, isClosing, isOpening } from './brackets.ts';
import type { FoundResponsibility } from './found-responsibility.ts';
import { judgeBracket } from './judge-bracket.ts';

/** The longest responsibility we have seen names 40 units in 400 characters. */
export const WORDS_MAX = 1500;
/** A closing bracket without an opening one is looked back from no further than this. */
const UNOPENED_MAX = 200;
/** How far a word can be torn: 县工业和信息〕⏎⏎息化局 repeats one character, page breaks repeat up to a word. */
const OVERLAP_MAX = 4;

/** In the order of the text. */
export function byStart(left: FoundResponsibility, right: FoundResponsibility): number {
  return left.start - right.start;
}

/** @returns index of the first, from `next` on, that ends behind that place */
function firstBehind(taken: readonly FoundResponsibility[], at: number, next: number): number {
  let found = next;
  while (found < taken.length && (taken[found]?.end ?? 0) <= at) found++;
  return found;
}

/** Adds the responsibilities whose bracket is never closed to `found`, each with its repair. */
export function addUnclosed(
  view: TextView,
  unclosed: readonly number[],
  found: FoundResponsibility[],
  mayRepair: RepairFilter,
  repairs: Repair[],
): void {
  const taken = [...found];
  let next = 0;
  for (const [position, at] of unclosed.entries()) {
    next = firstBehind(taken, at, next);
    const result = readUnclosed(view, at, unclosed[position + 1], taken[next]);
    if (result === undefined) continue;
    const repair = bracketRepair(view, result, `${view.text.charAt(at)}${result.words.text}`);
    if (!mayRepair(repair)) continue;
    found.push(result);
    repairs.push(repair);
  }
  found.sort(byStart);
}

/** Adds the responsibilities whose bracket is never opened to `found`, each with its repair. */
export function addUnopened(
  view: TextView,
  stray: readonly number[],
  found: FoundResponsibility[],
  mayRepair: RepairFilter,
  repairs: Repair[],
): void {
  const taken = [...found];
  let next = 0;
  for (const at of stray) {
    next = firstBehind(taken, at, next);
    const covered = (taken[next]?.start ?? at + 1) <= at;
    const result = covered ? undefined : readUnopened(view, at, taken[next - 1]?.end ?? 0);
    if (result === undefined) continue;
    const repair = bracketRepair(view, result, `${result.words.text}${view.text.charAt(at)}`);
    if (!mayRepair(repair)) continue;
    found.push(result);
    repairs.push(repair);
  }
  found.sort(byStart);
}

/**
 * 〔…、县工业和信息〕⏎⏎息化局、…负责]: a stray closing bracket whose words continue those of the pair before it.
 * The words are joined, and what the page break doubled is dropped.
 */
export function mendEarlyClosings(
  view: TextView,
  pairs: readonly BracketPair[],
  stray: readonly number[],
  mayRepair: RepairFilter,
  repairs: Repair[],
): ReadonlyMap<number, FoundResponsibility> {
  const mended = new Map<number, FoundResponsibility>();
  let position = 0;
  for (const close of stray) {
    while (position < pairs.length && (pairs[position]?.close ?? 0) < close) position++;
    const pair = pairs[position - 1];
    if (pair === undefined || mended.has(pair.open) || close - pair.open > WORDS_MAX) continue;
    const between = trimView(sliceView(view, pair.close + 1, close));
    if (between.text === '' || /[。！？]/u.test(between.text)) continue;
    const head = trimView(sliceView(view, pair.open + 1, pair.close));
    const overlap = overlapOf(head.text, between.text);
    const words = filterView(concatViews([head, sliceView(between, overlap)]), (char) => char !== '\n');
    const verdict = judgeBracket(view.text, pair.open, close + 1, words);
    if (verdict.kind !== 'responsibility') continue;
    const context = 10;
    const repair: Repair = {
      kind: 'bracket-closed-early',
      before: view.text.slice(Math.max(pair.open, pair.close - context), close + 1 - between.text.length + context),
      after: words.text.slice(Math.max(0, head.text.length - context), head.text.length + context),
      span: spanOf(view, pair.open, close + 1),
    };
    if (!mayRepair(repair)) continue;
    repairs.push(repair);
    mended.set(pair.open, { start: pair.open, end: close + 1, words, reading: verdict.reading });
  }
  return mended;
}

function overlapOf(head: string, tail: string): number {
  for (let length = Math.min(OVERLAP_MAX, tail.length); length > 0; length--) {
    if (head.endsWith(tail.slice(0, length))) return length;
  }
  return 0;
}

/**
 * （责任单位：区国资委、区政府集体资产监管办⏎: read to the end of the paragraph or sentence.
 *
 * @param taken the responsibility that covers or follows this place
 */
function readUnclosed(
  view: TextView,
  at: number,
  nextUnclosed: number | undefined,
  taken: FoundResponsibility | undefined,
): FoundResponsibility | undefined {
  const { text } = view;
  if (taken !== undefined && taken.start <= at) return undefined;
  const limit = Math.min(nextUnclosed ?? text.length, taken?.start ?? text.length, at + WORDS_MAX, text.length);
  let end = at + 1;
  while (end < limit && !SENTENCE_END.has(text.charAt(end)) && text.charAt(end) !== '\n') end++;
  const words = trimView(sliceView(view, at + 1, end));
  if (words.text.length < 4) return undefined;
  const verdict = judgeBracket(text, at, end, words);
  return verdict.kind === 'responsibility' ? { start: at, end, words, reading: verdict.reading } : undefined;
}

/** 县教育局、县公安局负责〕: read back to the end of the sentence before it, not past `floor`. */
function readUnopened(view: TextView, at: number, floor: number): FoundResponsibility | undefined {
  const { text } = view;
  const limit = Math.max(floor, at - UNOPENED_MAX);
  let start = at;
  while (start > limit && !startsAfter(text.charAt(start - 1))) start--;
  const words = trimView(sliceView(view, start, at));
  if (at - start >= UNOPENED_MAX || words.text.length < 6) return undefined;
  const verdict = judgeBracket(text, start, at + 1, words);
  if (verdict.kind !== 'responsibility' || verdict.reading.units.length === 0) return undefined;
  if (!verdict.reading.hasLabel && !verdict.reading.hasVerb) return undefined;
  return { start, end: at + 1, words, reading: verdict.reading };
}

function startsAfter(char: string): boolean {
  return SENTENCE_END.has(char) || char === '\n' || isOpening(char) || isClosing(char);
}

function bracketRepair(view: TextView, found: FoundResponsibility, before: string): Repair {
  return {
    kind: 'unclosed-bracket',
    before: shorten(before, 40),
    after: shorten(`（${found.words.text}）`, 42),
    span: spanOf(view, found.start, found.end),
  };
}

/** （县教育局) or 〔县教育局】: opened with one bracket and closed with another. */
export function mixedWidth(view: TextView, { open, close }: BracketPair): Repair | undefined {
  const proper = closingOf(view.text.charAt(open));
  if (view.text.charAt(close) === proper) return undefined;
  const words = view.text.slice(open, close);
  return {
    kind: 'width',
    before: shorten(`${words}${view.text.charAt(close)}`, 40),
    after: shorten(`${words}${proper}`, 40),
    span: spanOf(view, open, close + 1),
  };
}
