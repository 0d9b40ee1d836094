/** What is ticked in a list: some of its values, or all of them, whatever comes to stand there later. */
export type TickChoice<Value> = readonly Value[] | null;

/** Ticks a value or takes its tick away. With every value ticked nothing is filtered any more. */
export function toggleTick<Value>(all: readonly Value[], chosen: TickChoice<Value>, value: Value): TickChoice<Value> {
  const ticked = new Set(chosen ?? all);
  if (!ticked.delete(value)) ticked.add(value);
  return choiceOf(all, ticked);
}

/**
 * Ticks or unticks the values a search has left in the list; the others keep their ticks.
 *
 * @param found values the search has left; all of them without a search
 */
export function tickFound<Value>(
  all: readonly Value[],
  chosen: TickChoice<Value>,
  found: readonly Value[],
  ticked: boolean,
): TickChoice<Value> {
  const next = new Set(chosen ?? all);
  for (const value of found) {
    if (ticked) next.add(value);
    else next.delete(value);
  }
  return choiceOf(all, next);
}

/** Lists run to thousands of titles: everything here is asked of sets. */
function choiceOf<Value>(all: readonly Value[], ticked: ReadonlySet<Value>): TickChoice<Value> {
  return all.every((value) => ticked.has(value)) ? null : [...ticked];
}
