import type { TextView } from '../text/text-view.ts';
import { sliceView, trimView } from '../text/text-view.ts';

export type BracketPair = Readonly<{ open: number; close: number }>;

export type Brackets = Readonly<{
  /** Outermost pairs, in order. */
  pairs: readonly BracketPair[];
  /** Opening brackets nothing closes. */
  unclosed: readonly number[];
  /** Closing brackets nothing opened. */
  stray: readonly number[];
}>;

/** Two families: round and square. A plan opens with one width or shape and closes with another of the same or any family. */
const FAMILY: Readonly<Record<string, 'round' | 'square'>> = {
  '（': 'round',
  '(': 'round',
  '﹙': 'round',
  '）': 'round',
  ')': 'round',
  '﹚': 'round',
  '〔': 'square',
  '［': 'square',
  '[': 'square',
  '【': 'square',
  '〖': 'square',
  '﹝': 'square',
  '〕': 'square',
  '］': 'square',
  ']': 'square',
  '】': 'square',
  '〗': 'square',
  '﹞': 'square',
  '｛': 'square',
  '{': 'square',
  '｝': 'square',
  '}': 'square',
};
const OPENINGS = '（(﹙〔［[【〖﹝｛{';
const CLOSINGS = '）)﹚〕］]】〗﹞｝}';
const OPENING = new Set(OPENINGS);

export function isOpening(char: string): boolean {
  return OPENING.has(char);
}

export function isClosing(char: string): boolean {
  return FAMILY[char] !== undefined && !OPENING.has(char);
}

/** The bracket that properly closes `opening`. */
export function closingOf(opening: string): string {
  return CLOSINGS.charAt(OPENINGS.indexOf(opening));
}

/**
 * Pairs brackets in one pass. A closing bracket takes the innermost open one of its family, else the innermost of any:
 * 〔…] closes, and （各县〔区政府） loses the 〔, not the （. Half a bracket repeated a million times stays linear.
 */
export function findBrackets(text: string): Brackets {
  const stack: number[] = [];
  const open = { round: 0, square: 0 };
  const pairs: BracketPair[] = [];
  const stray: number[] = [];
  const unclosed: number[] = [];
  const pop = (): number => {
    const at = stack.pop() ?? 0;
    open[FAMILY[text.charAt(at)] ?? 'round']--;
    return at;
  };
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    const family = FAMILY[char];
    if (family === undefined) continue;
    if (OPENING.has(char)) {
      stack.push(index);
      open[family]++;
    } else if (stack.length === 0) {
      stray.push(index);
    } else {
      if (open[family] > 0) {
        while (FAMILY[text.charAt(stack.at(-1) ?? 0)] !== family) unclosed.push(pop());
      }
      pairs.push({ open: pop(), close: index });
    }
  }
  for (const at of stack) unclosed.push(at);
  return { pairs: outermost(pairs), unclosed: unclosed.sort((left, right) => left - right), stray };
}

function outermost(pairs: readonly BracketPair[]): BracketPair[] {
  const kept: BracketPair[] = [];
  for (const pair of pairs.toSorted((left, right) => left.open - right.open)) {
    if (pair.close > (kept.at(-1)?.close ?? -1)) kept.push(pair);
  }
  return kept;
}

/**
 * Takes the brackets off a phrase: the pair around all of it, or an opening or closing half alone.
 */
export function unwrapBrackets(phrase: TextView): TextView {
  const { pairs, unclosed, stray } = findBrackets(phrase.text);
  const body = phrase.text.replace(/[。；;\s]+$/u, '').length;
  const [first] = pairs;
  // 【责任单位】 alone is a label, and its units may follow; a label's bracket is not the phrase's.
  const whole = (start: number, end: number): TextView => trimView(sliceView(phrase, start, end));
  if (first?.open === 0 && first.close === body - 1) return whole(1, first.close);
  // （责任单位：县教育局）） and （（责任单位：县教育局）: half a bracket too many.
  if (first?.open === 0 && first.close === body - 2 && stray.at(-1) === body - 1) return whole(1, first.close);
  if (first?.open === 1 && first.close === body - 1 && unclosed[0] === 0) return whole(2, first.close);
  if (unclosed[0] === 0) return trimView(sliceView(phrase, 1));
  if (stray.at(-1) === body - 1) return whole(0, body - 1);
  return phrase;
}
