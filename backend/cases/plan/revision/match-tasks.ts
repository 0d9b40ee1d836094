import { type Comparable, likeness } from './likeness.ts';

export type Matchable = Comparable & { readonly number: number };

/** Places of the same task in the older and in the newer list. */
export type TaskMatch = { readonly before: number; readonly after: number };

/** Two texts less alike than this are two tasks, unless their neighbours say otherwise. */
const LIKENESS_MIN = 0.5;
/** Between neighbours that stayed, a task that was rewritten this far is still the same one. */
const LIKENESS_BETWEEN_NEIGHBOURS = 0.3;
/** Tasks compared in full with each; those that share most of their rare character pairs come first. */
const CANDIDATES_MAX = 8;
/** A pair that stands in more tasks than this says little, and looking at them all would take quadratic time. */
const RARE_MAX = 60;

/**
 * Finds for each task of a newer version the task it was before: by what it says, never by its number alone, because
 * numbers move up and down and change places.
 *
 * @returns pairs in the order of the newer list; every task is in one pair at most
 */
export function matchTasks(before: readonly Matchable[], after: readonly Matchable[]): readonly TaskMatch[] {
  const pairs = new Pairs();
  matchSame(before, after, pairs);
  matchAlike(before, after, pairs);
  matchNeighbours(before, after, pairs);
  return pairs.list();
}

class Pairs {
  readonly #beforeOf = new Map<number, number>();
  readonly #afterOf = new Map<number, number>();

  add(before: number, after: number): void {
    this.#beforeOf.set(after, before);
    this.#afterOf.set(before, after);
  }

  hasBefore(before: number): boolean {
    return this.#afterOf.has(before);
  }

  beforeOf(after: number): number | undefined {
    return this.#beforeOf.get(after);
  }

  list(): readonly TaskMatch[] {
    return [...this.#beforeOf]
      .map(([after, before]) => ({ before, after }))
      .toSorted((left, right) => left.after - right.after);
  }
}

/** Word for word the same; of several, the one with the same number, else the first that is left. */
function matchSame(before: readonly Matchable[], after: readonly Matchable[], pairs: Pairs): void {
  const byWords = Map.groupBy(before.keys(), (index) => before[index]?.words ?? '');
  for (const [index, task] of after.entries()) {
    const same = (byWords.get(task.words) ?? []).filter((candidate) => !pairs.hasBefore(candidate));
    const found = same.find((candidate) => before[candidate]?.number === task.number) ?? same[0];
    if (found !== undefined) pairs.add(found, index);
  }
}

/** The most alike first, so that a task goes to its own successor and not to a cousin of it. */
function matchAlike(before: readonly Matchable[], after: readonly Matchable[], pairs: Pairs): void {
  const open = [...before.keys()].filter((index) => !pairs.hasBefore(index));
  const index = indexByPair(before, open);
  const found: { readonly before: number; readonly after: number; readonly score: number }[] = [];
  for (const [at, task] of after.entries()) {
    if (pairs.beforeOf(at) !== undefined) continue;
    for (const candidate of candidates(task, index)) {
      const other = before[candidate];
      const score = other === undefined ? 0 : likeness(task, other);
      if (score >= LIKENESS_MIN) found.push({ before: candidate, after: at, score });
    }
  }
  const sameNumber = (pair: TaskMatch): number => (before[pair.before]?.number === after[pair.after]?.number ? 1 : 0);
  found.sort((a, b) => b.score - a.score || sameNumber(b) - sameNumber(a) || a.after - b.after);
  for (const pair of found) {
    if (!pairs.hasBefore(pair.before) && pairs.beforeOf(pair.after) === undefined) pairs.add(pair.before, pair.after);
  }
}

function indexByPair(tasks: readonly Matchable[], open: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const at of open) {
    for (const pair of tasks[at]?.pairs ?? []) {
      const list = index.get(pair);
      if (list) list.push(at);
      else index.set(pair, [at]);
    }
  }
  return index;
}

function candidates(task: Matchable, index: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const shared = new Map<number, number>();
  for (const pair of task.pairs) {
    const tasks = index.get(pair) ?? [];
    if (tasks.length > RARE_MAX) continue;
    for (const at of tasks) shared.set(at, (shared.get(at) ?? 0) + 1 / tasks.length);
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES_MAX)
    .map(([at]) => at);
}

/** A task that stands between (or after) tasks that were matched, where nothing else stood before. */
function matchNeighbours(before: readonly Matchable[], after: readonly Matchable[], pairs: Pairs): void {
  for (const [at, task] of after.entries()) {
    if (pairs.beforeOf(at) !== undefined) continue;
    const previous = at === 0 ? -1 : pairs.beforeOf(at - 1);
    const place = previous === undefined ? undefined : previous + 1;
    const other = place === undefined ? undefined : before[place];
    if (place === undefined || !other || pairs.hasBefore(place)) continue;
    if (likeness(task, other) >= LIKENESS_BETWEEN_NEIGHBOURS) pairs.add(place, at);
  }
}
