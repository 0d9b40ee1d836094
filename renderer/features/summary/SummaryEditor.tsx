import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import { SUMMARY_PARTS, type SummarySource } from '#shared/domain/summary.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { movedSentence, type SentenceDraft, withOwn, withoutSentence, withText } from './sentence-drafts.ts';

export type SummaryEditorProps = {
  readonly drafts: readonly SentenceDraft[];
  readonly sources: readonly SummarySource[];
  readonly lit: number | null;
  readonly onChange: (drafts: readonly SentenceDraft[]) => void;
  /** The sentence that is pointed at or written in, whose entries light up. */
  readonly onLit: (id: number | null) => void;
};

const KIND_WORDS = { quoted: '', edited: '已改', own: '自写', program: '程序所加' } as const;
const STALE_WORDS = { changed: '原文已变', gone: '原文已删' } as const;

/** The sentences part by part, each to be changed, moved, taken out. */
export function SummaryEditor({ drafts, sources, lit, onChange, onLit }: SummaryEditorProps) {
  const nameOf = (draft: SentenceDraft): string =>
    draft.sources
      .map(({ agencyId }) => sources.find((source) => source.agencyId === agencyId)?.shortName ?? '已不在填报中')
      .join('、');
  return (
    <div className="summary-sentences" data-testid="summary-sentences">
      {SUMMARY_PARTS.map((part) => (
        <section key={part} className="summary-part">
          <h3>
            {PROGRESS_FIELD_LABELS[part]}
            <Button tone="quiet" icon={<Plus />} onClick={() => onChange(withOwn(drafts, part, null))}>
              加一句
            </Button>
          </h3>
          <ol>
            {drafts
              .filter((draft) => draft.part === part)
              .map((draft) => (
                <li
                  key={draft.id}
                  className="summary-sentence"
                  data-kind={draft.kind}
                  data-lit={draft.id === lit || undefined}
                  data-stale={draft.stale ?? undefined}
                  onPointerEnter={() => onLit(draft.id)}
                  onPointerLeave={() => onLit(null)}
                >
                  <textarea
                    className="input"
                    aria-label={`${PROGRESS_FIELD_LABELS[part]}的一句`}
                    rows={Math.max(1, Math.ceil(draft.text.length / 38))}
                    spellCheck={false}
                    value={draft.text}
                    onFocus={() => onLit(draft.id)}
                    onChange={(event) => onChange(withText(drafts, draft.id, event.target.value))}
                  />
                  <span className="summary-told">
                    {draft.sources.length > 0 ? nameOf(draft) : ''}
                    {KIND_WORDS[draft.kind] ? <i>{KIND_WORDS[draft.kind]}</i> : null}
                    {draft.stale ? <b>{STALE_WORDS[draft.stale]}</b> : null}
                  </span>
                  <span className="summary-tools">
                    <IconButton
                      label="上移"
                      icon={<ArrowUp />}
                      onClick={() => onChange(movedSentence(drafts, draft.id, -1))}
                    />
                    <IconButton
                      label="下移"
                      icon={<ArrowDown />}
                      onClick={() => onChange(movedSentence(drafts, draft.id, 1))}
                    />
                    <IconButton
                      label="在后面加一句"
                      icon={<Plus />}
                      onClick={() => onChange(withOwn(drafts, part, draft.id))}
                    />
                    <IconButton
                      label="去掉这一句"
                      icon={<X />}
                      onClick={() => onChange(withoutSentence(drafts, draft.id))}
                    />
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
