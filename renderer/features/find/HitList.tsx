import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import type { Hit } from './find-hits.ts';
import { placeWords } from './find-words.ts';
import { showHit } from './show-hit.ts';

export type HitListProps = {
  readonly hits: readonly Hit[];
  readonly at: Hit['id'] | null;
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
};

/** Longer lists are not read; the count above says how many there are. */
const LINES_MAX = 200;
/** Characters before the first occurrence that are worth showing. */
const LEAD = 12;

/** All hits with the words around them; a click goes there. */
export function HitList({ hits, at, overview, tasks }: HitListProps) {
  if (hits.length === 0) return null;
  return (
    <ol className="hit-list" aria-label="查找结果">
      {hits.slice(0, LINES_MAX).map((hit) => (
        <li key={hit.id}>
          <button type="button" aria-current={hit.id === at} data-testid={`hit-${hit.id}`} onClick={() => showHit(hit)}>
            <span className="hit-place">{placeWords(hit, overview, tasks)}</span>
            <span className="hit-text">
              <Snippet hit={hit} />
            </span>
          </button>
        </li>
      ))}
      {hits.length > LINES_MAX ? <li className="hit-note">还有 {hits.length - LINES_MAX} 处，请缩小查找范围</li> : null}
    </ol>
  );
}

function Snippet({ hit: { text, spans } }: { readonly hit: Hit }) {
  const first = spans[0];
  if (!first) return text;
  const from = Math.max(0, first.start - LEAD);
  return (
    <>
      {from > 0 ? '…' : ''}
      {text.slice(from, first.start)}
      <mark>{text.slice(first.start, first.end)}</mark>
      {text.slice(first.end)}
    </>
  );
}
