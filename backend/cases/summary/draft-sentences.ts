import { saysNone } from '#backend/returns/checks/stock-phrases.ts';
import { SUMMARY_PARTS, type SummaryPart, type SummarySentence, type SummarySource } from '#shared/domain/summary.ts';
import { sentenceKey, splitSentences } from '#shared/text/sentences.ts';

/**
 * A draft out of entries: part by part (进展, 问题, 下步), agency by agency, every sentence word for word. What several
 * say is said once and points at all of them. The one thing added is the name of the agency before its sentences, as
 * a sentence of the program's own; `无` is left out where anybody names a problem.
 *
 * @param sources entries in the order they are to be told; the lead's own needs no name before it
 */
export function draftSentences(sources: readonly SummarySource[]): readonly SummarySentence[] {
  return SUMMARY_PARTS.flatMap((part) => draftPart(sources, part));
}

function draftPart(sources: readonly SummarySource[], part: SummaryPart): readonly SummarySentence[] {
  const speaking = sources.filter((source) => source[part].trim() !== '');
  const telling = speaking.filter((source) => !saysNone(source[part]));
  const told = telling.length > 0 ? telling : speaking;
  const bySentence = new Map<string, SummarySentence>();
  const byAgency = told.map((source) => {
    const { agencyId } = source;
    const first: string[] = [];
    for (const text of splitSentences(source[part])) {
      const key = sentenceKey(text);
      const known = bySentence.get(key);
      const pointer = { agencyId, field: part, verbatim: text };
      // An agency that says a thing twice points at it once.
      const sayers = known?.sources ?? [];
      if (sayers.some((sayer) => sayer.agencyId === agencyId)) continue;
      bySentence.set(key, { part, kind: 'quoted', text: known?.text ?? text, sources: [...sayers, pointer] });
      if (!known) first.push(key);
    }
    return { source, keys: first };
  });
  return byAgency.flatMap(({ source, keys }): readonly SummarySentence[] => {
    if (keys.length === 0) return [];
    const sentences = keys.flatMap((key) => bySentence.get(key) ?? []);
    const shared = sentences.every((sentence) => sentence.sources.length > 1);
    // What several say, and what the lead says itself, is nobody's alone.
    return source.role === 'lead' || shared ? sentences : [nameBefore(source, part), ...sentences];
  });
}

function nameBefore({ shortName }: SummarySource, part: SummaryPart): SummarySentence {
  return { part, kind: 'program', text: `${shortName}：`, sources: [] };
}

/**
 * What has become of a sentence's entries since it was drawn from them.
 *
 * @returns `gone` when none of them says anything any more, `changed` when one no longer has the sentence
 */
export function staleOf(sentence: SummarySentence, sources: readonly SummarySource[]): 'changed' | 'gone' | null {
  const texts = sentence.sources.map(({ agencyId, field }) => {
    const text = sources.find((source) => source.agencyId === agencyId)?.[field] ?? '';
    return text.trim() === '' ? null : text;
  });
  if (texts.length === 0) return null;
  if (texts.every((text) => text === null)) return 'gone';
  const holds = sentence.sources.every(({ verbatim }, index) => {
    const text = texts[index];
    return text != null && splitSentences(text).includes(verbatim);
  });
  return holds ? null : 'changed';
}
