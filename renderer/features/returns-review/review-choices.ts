import type { ReturnFileReview, ReturnItem, ReturnReview } from '#shared/domain/return-review.ts';

/** Per item: take theirs, keep ours, or not decided yet (conflicts only). */
export type Choice = 'theirs' | 'ours' | 'open';

export type Choices = ReadonlyMap<number, Choice>;

/** What is chosen before the clerk does anything: clear changes are taken, conflicts stay open. */
export function firstChoices(review: ReturnReview): Choices {
  return new Map(
    review.files.flatMap((file) => file.items.map((item): [number, Choice] => [item.id, firstChoice(file, item)])),
  );
}

function firstChoice(file: ReturnFileReview, item: ReturnItem): Choice {
  switch (item.state) {
    case 'proposed':
      // A file taken in before brings old values back; a person must want that.
      return file.seenBefore ? 'ours' : 'theirs';
    case 'conflict':
      return 'open';
    case 'unreadable':
      return 'ours';
  }
}

/** Sets items to one choice; what cannot be read is never taken. */
export function chooseAll(choices: Choices, items: readonly ReturnItem[], choice: Choice): Choices {
  const next = new Map(choices);
  for (const item of items) if (item.state !== 'unreadable') next.set(item.id, choice);
  return next;
}

/** Settles every open conflict in favour of what stands now. */
export function keepOursWhereOpen(choices: Choices): Choices {
  return new Map([...choices].map(([id, choice]) => [id, choice === 'open' ? 'ours' : choice]));
}

export type ReviewTally = {
  /** Item ids to take in. */
  readonly accepted: readonly number[];
  /** Conflicts without a decision; nothing can be confirmed while there is one. */
  readonly open: number;
};

export function tally(choices: Choices, items: readonly ReturnItem[]): ReviewTally {
  const accepted = items.filter((item) => choices.get(item.id) === 'theirs').map((item) => item.id);
  const open = items.filter((item) => choices.get(item.id) === 'open').length;
  return { accepted, open };
}
