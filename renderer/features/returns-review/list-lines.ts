import { foldText } from '#renderer/text/fold-text.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import {
  RETURN_STATES,
  type ReturnFileReview,
  type ReturnState,
  type ReturnSummary,
} from '#shared/domain/return-review.ts';

/** A line of the list of returns. */
export type ListLine =
  | { readonly kind: 'group'; readonly state: ReturnState; readonly count: number; readonly isFolded: boolean }
  | { readonly kind: 'file'; readonly summary: ReturnSummary; readonly file: ReturnFileReview | null };

/** Marks the box for words, which Ctrl+Shift+F puts the cursor into. */
export const RETURN_FILTER_ID = 'return-filter';

/** From this many on a list is looked through with a box for words. */
export const FILTERED_FROM = 8;

/**
 * The list: returns by state, within it in the order they came.
 *
 * @param files what is known of those that wait
 * @param words filter as typed: agency, file or month
 */
export function listLines(
  summaries: readonly ReturnSummary[],
  files: ReadonlyMap<ReturnId, ReturnFileReview>,
  folded: ReadonlySet<ReturnState>,
  words: string,
): readonly ListLine[] {
  const wanted = foldText(words);
  const shown = wanted === '' ? summaries : summaries.filter((summary) => searchedText(summary).includes(wanted));
  const byState = Map.groupBy(shown, ({ state }) => state);
  return RETURN_STATES.flatMap((state) => {
    const members = byState.get(state) ?? [];
    if (members.length === 0) return [];
    const isFolded = folded.has(state) && wanted === '';
    return [
      { kind: 'group' as const, state, count: members.length, isFolded },
      ...(isFolded
        ? []
        : members.map((summary) => ({
            kind: 'file' as const,
            summary,
            file: files.get(summary.returnId) ?? null,
          }))),
    ];
  });
}

/** The returns in the order of the list, folded ones too: how the keys and F8 go through them. */
export function inListOrder(summaries: readonly ReturnSummary[]): readonly ReturnSummary[] {
  return RETURN_STATES.flatMap((state) => summaries.filter((summary) => summary.state === state));
}

/** 县农业农村局, or the file's name while nobody knows whose it is. */
export function returnName({ agencyName, fileName }: Pick<ReturnSummary, 'agencyName' | 'fileName'>): string {
  return agencyName === '' ? fileName : agencyName;
}

/** 第2次报送; empty for the first, and while it is not known. */
export function versionWords(version: number | null): string {
  return version === null || version < 2 ? '' : `第${version}次报送`;
}

function searchedText(summary: ReturnSummary): string {
  return foldText(`${summary.agencyName} ${summary.fileName} ${periodTitle(summary.periodLabel)}`);
}
