import type { ReturnDecision, ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';

/** Take theirs, keep ours, or not decided yet, which only a conflict can be. */
export type ItemChoice = 'theirs' | 'ours' | 'open';

/** What the clerk decided of one return, by the item's key. An item that is not in it stands as it came. */
export type FileDecisions = ReadonlyMap<string, ReturnDecision>;

export const NO_DECISIONS: FileDecisions = new Map();

/** Whether a person must look at an item: it has a doubt, cannot be read, or both sides changed the cell. */
export function isQuestion(item: ReturnItem): boolean {
  return item.doubt !== '' || item.state !== 'proposed';
}

/** A question that nobody has answered. */
export function isOpenQuestion(item: ReturnItem, decisions: FileDecisions): boolean {
  return isQuestion(item) && !decisions.has(item.key);
}

/** What becomes of an item: as decided, else as it was chosen beforehand. What cannot be read is taken only as typed. */
export function choiceOf(item: ReturnItem, decisions: FileDecisions): ItemChoice {
  const decision = decisions.get(item.key);
  if (!decision) {
    if (item.state === 'conflict') return 'open';
    return item.chosen && item.state === 'proposed' ? 'theirs' : 'ours';
  }
  const isNothing = item.state === 'unreadable' && decision.value === undefined;
  return isNothing ? 'ours' : decision.choice;
}

/** The value that would be written: the clerk's own, else theirs. */
export function takenValue(item: ReturnItem, decisions: FileDecisions): string {
  return decisions.get(item.key)?.value ?? item.theirs;
}

/** Decides items alike. What cannot be read is left out when theirs is wanted, unless a value was typed for it. */
export function decideItems(
  decisions: FileDecisions,
  items: readonly ReturnItem[],
  choice: ReturnDecision['choice'],
): FileDecisions {
  const next = new Map(decisions);
  for (const { key, state } of items) {
    const value = decisions.get(key)?.value;
    if (choice === 'theirs' && state === 'unreadable' && value === undefined) continue;
    next.set(key, { key, choice, ...(value === undefined ? {} : { value }) });
  }
  return next;
}

/** Takes an item with a value of the clerk's own; their own value typed again is theirs. */
export function decideValue(decisions: FileDecisions, item: ReturnItem, value: string): FileDecisions {
  const isTheirs = value === item.theirs && item.state !== 'unreadable';
  return new Map(decisions).set(item.key, { key: item.key, choice: 'theirs', ...(isTheirs ? {} : { value }) });
}

/** The items that nothing casts a doubt on. */
export function clearItems({ items }: Pick<ReturnFileReview, 'items'>): readonly ReturnItem[] {
  return items.filter((item) => !isQuestion(item));
}

export type ReviewTally = {
  /** Cells that would be written. */
  readonly taken: number;
  /** Questions without an answer. */
  readonly questions: number;
  /** Conflicts among them: they hold back the whole file. */
  readonly conflicts: number;
};

export function tally({ items }: Pick<ReturnFileReview, 'items'>, decisions: FileDecisions): ReviewTally {
  let [taken, questions, conflicts] = [0, 0, 0];
  for (const item of items) {
    const choice = choiceOf(item, decisions);
    if (choice === 'theirs') taken += 1;
    if (choice === 'open') conflicts += 1;
    if (isOpenQuestion(item, decisions)) questions += 1;
  }
  return { taken, questions, conflicts };
}

/** Rows of theirs that say something and belong to no task: whoever confirms the file must have seen them. */
export function strayRows({ leftRows }: Pick<ReturnFileReview, 'leftRows'>): number {
  return leftRows.filter(({ fields }) => Object.values(fields).some((text) => text !== '')).length;
}

/** A file that can be confirmed unseen: it waits, no question of it is without an answer, and no row is left over. */
export function isReviewed(file: ReturnFileReview, decisions: FileDecisions): boolean {
  const isReady = file.state === 'to-review' && file.held === null && strayRows(file) === 0;
  return isReady && tally(file, decisions).questions === 0;
}

/** What is sent with 确认写入: every item that is taken; all others keep ours. */
export function takenDecisions(file: ReturnFileReview, decisions: FileDecisions): ReturnDecision[] {
  return file.items.flatMap((item) => {
    if (choiceOf(item, decisions) !== 'theirs') return [];
    const value = decisions.get(item.key)?.value;
    return [{ key: item.key, choice: 'theirs' as const, ...(value === undefined ? {} : { value }) }];
  });
}
