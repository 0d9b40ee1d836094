/** A value with its past and future: undo and redo of the review, which writes nothing anywhere. */
export type History<Value> = {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
};

/** Steps that can be taken back. More: a long review of a large plan holds on to memory for nothing. */
const PAST_MAX = 500;

export function beginHistory<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** A value that is the present one already is no step. */
export function stepTo<Value>(history: History<Value>, value: Value): History<Value> {
  if (value === history.present) return history;
  return { past: [...history.past, history.present].slice(-PAST_MAX), present: value, future: [] };
}

export function stepBack<Value>(history: History<Value>): History<Value> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function stepForth<Value>(history: History<Value>): History<Value> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
