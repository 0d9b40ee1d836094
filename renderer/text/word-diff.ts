import { diffArrays } from 'diff';

/** A run of words that stayed, went or came. */
export type DiffPart = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Longer texts are shown one after the other: comparing every word of them would hold the window up. */
const COMPARED_MAX = 20_000;

/** What changed between two texts, word by word; Chinese words are told apart by the system's dictionary. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  if (before.length + after.length > COMPARED_MAX) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }): DiffPart => {
    const kind = added ? 'new' : removed ? 'gone' : 'same';
    return { kind, text: value.join('') };
  });
}

function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}
