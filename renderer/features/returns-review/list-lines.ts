import { momentText } from '#renderer/text/dates.ts';
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
  | {
      readonly kind: 'file';
      readonly summary: ReturnSummary;
      readonly file: ReturnFileReview | null;
      /** What tells it from others of its agency and period that wait too; empty when it is the only one. */
      readonly mark: string;
    };

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
  const marks = marksOf(summaries);
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
            mark: marks.get(summary.returnId) ?? '',
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

/** What tells apart the returns of one agency and period that wait: the file's name, else its sheet, else when it came. */
function marksOf(summaries: readonly ReturnSummary[]): ReadonlyMap<ReturnId, string> {
  const waiting = summaries.filter(({ state, agencyName }) => state === 'to-review' && agencyName !== '');
  const alike = Map.groupBy(waiting, ({ agencyName, periodLabel }) => `${agencyName}/${periodLabel}`);
  return new Map(
    [...alike.values()].flatMap((group) => {
      if (group.length < 2) return [];
      const isOwn = (words: (one: ReturnSummary) => string) => new Set(group.map(words)).size === group.length;
      const words = MARKS.find(isOwn) ?? lastMark;
      return group.map((summary): [ReturnId, string] => [summary.returnId, words(summary)]);
    }),
  );
}

const lastMark = ({ fileName, receivedAt }: ReturnSummary): string => `${momentText(receivedAt)} ${fileName}`;
const MARKS: readonly ((one: ReturnSummary) => string)[] = [
  ({ fileName }) => fileName,
  ({ fileName, sheet }) => `${sheet} · ${fileName}`,
];

/** A name in two parts: what makes it differ often stands at its end, which is never cut. */
export function endKept(name: string): readonly [head: string, end: string] {
  const letters = [...name];
  return [letters.slice(0, -KEPT).join(''), letters.slice(-KEPT).join('')];
}

const KEPT = 10;

function searchedText(summary: ReturnSummary): string {
  return foldText(`${summary.agencyName} ${summary.fileName} ${periodTitle(summary.periodLabel)}`);
}
