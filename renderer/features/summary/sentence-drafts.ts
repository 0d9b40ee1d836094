import { type CheckedSentence, SUMMARY_PARTS, type SummaryPart, type SummarySentence } from '#shared/domain/summary.ts';

/** A sentence being worked on, with a name that lasts while it is moved and edited. */
export type SentenceDraft = CheckedSentence & { readonly id: number };

let nextId = 0;

export function draftsOf(sentences: readonly CheckedSentence[]): readonly SentenceDraft[] {
  return sentences.map((sentence) => ({ ...sentence, id: nextId++ }));
}

/** An own sentence, to be written behind another one, or at the end of a part. */
export function withOwn(
  drafts: readonly SentenceDraft[],
  part: SummaryPart,
  after: number | null,
): readonly SentenceDraft[] {
  const own: SentenceDraft = { id: nextId++, part, kind: 'own', text: '', sources: [], stale: null };
  const at = drafts.findIndex(({ id }) => id === after);
  const last = drafts.findLastIndex((draft) => draft.part === part);
  const place = at >= 0 ? at : last;
  return [...drafts.slice(0, place + 1), own, ...drafts.slice(place + 1)];
}

/** A changed sentence says so and keeps its entry; changed back to the entry's words it is quoted again. */
export function withText(drafts: readonly SentenceDraft[], id: number, text: string): readonly SentenceDraft[] {
  return drafts.map((draft) => {
    if (draft.id !== id) return draft;
    if (draft.sources.length === 0) return { ...draft, kind: 'own', text };
    const isVerbatim = draft.sources.some(({ verbatim }) => verbatim === text);
    return { ...draft, kind: isVerbatim ? 'quoted' : 'edited', text };
  });
}

export function withoutSentence(drafts: readonly SentenceDraft[], id: number): readonly SentenceDraft[] {
  return drafts.filter((draft) => draft.id !== id);
}

/** Moves a sentence past its neighbour of the same part. */
export function movedSentence(
  drafts: readonly SentenceDraft[],
  id: number,
  direction: -1 | 1,
): readonly SentenceDraft[] {
  const at = drafts.findIndex((draft) => draft.id === id);
  const draft = drafts[at];
  if (!draft) return drafts;
  const rest = withoutSentence(drafts, id);
  const own = drafts.flatMap(({ part }, index) => (part === draft.part ? [index] : []));
  const target = own[own.indexOf(at) + direction];
  return target === undefined ? drafts : [...rest.slice(0, target), draft, ...rest.slice(target)];
}

/** Sentences written since, behind the others of their part. */
export function withAdded(
  drafts: readonly SentenceDraft[],
  added: readonly SummarySentence[],
): readonly SentenceDraft[] {
  const fresh = added.map((sentence): SentenceDraft => ({ ...sentence, id: nextId++, stale: null }));
  const all = [...drafts, ...fresh];
  return SUMMARY_PARTS.flatMap((part) => all.filter((draft) => draft.part === part));
}

/** As it is kept: without what only the window knows, and without sentences that say nothing. */
export function sentencesOf(drafts: readonly SentenceDraft[]): SummarySentence[] {
  return drafts
    .filter(({ text }) => text.trim() !== '')
    .map(({ part, kind, text, sources }) => ({ part, kind, text, sources }));
}
