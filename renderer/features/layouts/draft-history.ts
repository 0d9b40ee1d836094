/** What was done to a draft, step by step, so that it can be taken back before anything is kept. */
export type DraftHistory<Draft> = {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
  /** What the newest step changed: typing on in the same field is the same step. */
  readonly last: string | null;
};

/** Steps further back are forgotten. */
const MOST_STEPS = 200;

export function beginDraft<Draft>(now: Draft): DraftHistory<Draft> {
  return { past: [], now, future: [], last: null };
}

/** @param what names the field, when further changes of it belong to the same step */
export function changeDraft<Draft>(
  history: DraftHistory<Draft>,
  next: Draft,
  what: string | null = null,
): DraftHistory<Draft> {
  if (next === history.now) return history;
  const goesOn = what !== null && what === history.last;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now: next, future: [], last: what };
}

export function takeBack<Draft>(history: DraftHistory<Draft>): DraftHistory<Draft> {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], last: null };
}

export function doAgain<Draft>(history: DraftHistory<Draft>): DraftHistory<Draft> {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, last: null };
}
