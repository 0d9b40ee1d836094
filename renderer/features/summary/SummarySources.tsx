import { useEffect, useRef } from 'react';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import { type SentenceSource, SUMMARY_PARTS, type SummaryPart, type SummarySource } from '#shared/domain/summary.ts';

export type SummarySourcesProps = {
  readonly sources: readonly SummarySource[];
  /** Sentences that light up: those the one pointed at comes from. */
  readonly lit: readonly SentenceSource[];
};

/** The entries a summary is drawn from; the words of the sentence that is pointed at are lit. */
export function SummarySources({ sources, lit }: SummarySourcesProps) {
  const box = useRef<HTMLDivElement>(null);
  const first = lit[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is what may be out of sight
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [first]);
  return (
    <div ref={box} className="summary-sources" data-testid="summary-sources">
      {sources.map((source) => (
        <section key={source.agencyId} data-lit={lit.some(({ agencyId }) => agencyId === source.agencyId) || undefined}>
          <h4>
            <span role="img" aria-label={ROLE_LABELS[source.role]}>
              {ROLE_MARKS[source.role]}
            </span>{' '}
            {source.agency}
          </h4>
          {SUMMARY_PARTS.map((part) =>
            source[part] === '' ? null : (
              <p key={part}>
                <b>{PROGRESS_FIELD_LABELS[part]}：</b>
                <LitText text={source[part]} words={litIn(source, part, lit)} />
              </p>
            ),
          )}
        </section>
      ))}
      {sources.length === 0 ? <p className="empty-note">还没有单位填报文字。</p> : null}
    </div>
  );
}

function litIn(source: SummarySource, part: SummaryPart, lit: readonly SentenceSource[]): string | null {
  return lit.find(({ agencyId, field }) => agencyId === source.agencyId && field === part)?.verbatim ?? null;
}

/** A text with one sentence of it lit; the sentence may be gone from it. */
function LitText({ text, words }: { readonly text: string; readonly words: string | null }) {
  const at = words === null ? -1 : text.indexOf(words);
  if (words === null || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{words}</mark>
      {text.slice(at + words.length)}
    </>
  );
}
