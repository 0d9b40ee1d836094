import type { ReactNode } from 'react';
import './fact-list.css';

export type FactListProps = { readonly facts: readonly (readonly [term: string, words: ReactNode])[] };

/** Names and values under each other. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="facts">
      {facts.map(([term, words]) => (
        <div key={term} className="facts-line">
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
