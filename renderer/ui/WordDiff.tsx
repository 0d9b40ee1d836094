import { useMemo } from 'react';
import { wordDiff } from '../text/word-diff.ts';
import './word-diff.css';

export type WordDiffProps = { readonly before: string; readonly after: string };

/** A text with what went struck out and what came underlined: told by the line, not by the colour alone. */
export function WordDiff({ before, after }: WordDiffProps) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="word-diff">
      {parts.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        if (kind === 'same') return <span key={index}>{text}</span>;
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        return kind === 'new' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </p>
  );
}
