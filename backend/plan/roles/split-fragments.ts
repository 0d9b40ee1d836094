import { isBlank, isLineBreak } from '../text/blanks.ts';
import type { TextView } from '../text/text-view.ts';
import { concatViews, filterView, sliceView } from '../text/text-view.ts';
import { labelAt, mayStartLabel } from './labels.ts';
import { roleVerbAtEnd } from './role-verbs.ts';
import { isOneGroup, isStrictUnit, unitLikeness } from './unit-lexicon.ts';

/** A piece of a responsibility between two separators: offsets in it, its words without blanks, what parts it from the next. */
type Fragment = Readonly<{ start: number; end: number; view: TextView; after: string }>;

const SEPARATORS = new Set([...'、，,；;。.．/／|·・']);
const OPENERS = '（(〔［[【';
const CLOSERS = '）)〕］]】';

/**
 * Cuts the words of a responsibility at its separators (、，；。 and blanks), never inside a nested bracket,
 * then puts together what belongs together: 各市、县〔区〕人民政府 and names that layout has spaced out.
 */
export function splitFragments(view: TextView): Fragment[] {
  return joinGroups(view, joinBlanks(view, cut(view)));
}

function cut(view: TextView): Fragment[] {
  const { text } = view;
  const fragments: Fragment[] = [];
  let start = 0;
  let depth = 0;
  const push = (end: number, after: string): void => {
    const fragment = fragmentOf(view, start, end, after);
    if (fragment.view.text !== '') fragments.push(fragment);
    else if (after !== ' ') partFromNext(fragments, after);
    start = end + 1;
  };
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    const label = mayStartLabel(char) ? labelAt(text, index) : undefined;
    if (label !== undefined) {
      const opens = index === start || char === '【' || isBlank(text.charAt(index - 1));
      if (opens || (depth === 0 && runsOn(text.slice(start, index), char))) {
        if (index > start) push(index, '；');
        start = index;
        index = label.end - 1;
        continue;
      }
    }
    if (OPENERS.includes(char)) depth++;
    else if (CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && SEPARATORS.has(char)) push(index, char);
    else if (depth === 0 && isBlank(char) && !isLineBreak(char)) push(index, ' ');
  }
  push(text.length, '');
  return fragments;
}

/** 牵头单位：县教育局配合单位：县财政局: a label directly after a whole name. */
function runsOn(before: string, char: string): boolean {
  return !OPENERS.includes(char) && isStrictUnit(nameIn(before));
}

/** 县 教 育 局 、 县公安局: the mark after the blank is what parts them. */
function partFromNext(fragments: Fragment[], mark: string): void {
  const last = fragments.at(-1);
  if (last !== undefined) fragments[fragments.length - 1] = { ...last, after: mark };
}

function fragmentOf(view: TextView, start: number, end: number, after: string): Fragment {
  let first = start;
  while (first < end && isBlank(view.text.charAt(first))) first++;
  // The blank in 责任单位 县教育局 is what makes it a label; it stays.
  const label = labelAt(view.text.slice(first, end), 0);
  const wordsStart = first + (label?.end ?? 0);
  const words = filterView(sliceView(view, wordsStart, end), (char) => !isBlank(char));
  return {
    start,
    end,
    view: label === undefined ? words : concatViews([sliceView(view, first, wordsStart), words]),
    after,
  };
}

/** A blank parts two fragments only where both are names of their own; otherwise it is layout. */
function joinBlanks(view: TextView, fragments: readonly Fragment[]): Fragment[] {
  return joinWhere(
    view,
    fragments,
    (left, right) => left.after === ' ' && !bothStandAlone(left.view.text, right.view.text),
  );
}

/** 县水利局 张三: a word of that length after a whole name is no part of it. */
const PERSON = /^(?!等)[\u4e00-\u9fff]{2,4}$/u;

function bothStandAlone(left: string, right: string): boolean {
  if (labelAt(right, 0) !== undefined) return true;
  if (labelAt(left, 0)?.end === left.length) return false;
  if (isStrictUnit(nameIn(left)) && PERSON.test(right) && roleVerbAtEnd(right) === undefined) return true;
  return (roleVerbAtEnd(left) !== undefined || isName(left)) && isName(right);
}

/** A unit, with or without its verb; a verb alone is none. */
function isName(fragment: string): boolean {
  const name = nameIn(fragment);
  return name.length > 2 && unitLikeness(name) !== 'odd';
}

function nameIn(fragment: string): string {
  const verb = roleVerbAtEnd(fragment);
  const label = labelAt(fragment, 0);
  return fragment.slice(label?.end ?? 0, verb?.start ?? fragment.length).replace(/等$/u, '');
}

function joinGroups(view: TextView, fragments: readonly Fragment[]): Fragment[] {
  return joinWhere(view, fragments, (left, right) => {
    if (left.after !== '、') return false;
    const before = left.view.text;
    return isOneGroup(before.slice(labelAt(before, 0)?.end ?? 0), nameIn(right.view.text));
  });
}

function joinWhere(
  view: TextView,
  fragments: readonly Fragment[],
  belongs: (left: Fragment, right: Fragment) => boolean,
): Fragment[] {
  const joined: Fragment[] = [];
  for (const fragment of fragments) {
    const before = joined.at(-1);
    // A name has a few dozen characters; the bound keeps a hostile run of blanks from costing quadratic time.
    if (before !== undefined && fragment.end - before.start < 200 && belongs(before, fragment)) {
      joined[joined.length - 1] = fragmentOf(view, before.start, fragment.end, fragment.after);
    } else {
      joined.push(fragment);
    }
  }
  return joined;
}
