/** What is ticked in a list: some of its values, or all of them, whatever comes to stand there later. */
export type TickChoice<Value> = readonly Value[] | null;

/** Ticks a value or takes its tick away. With every value ticked nothing is filtered any more. */
export function toggleTick<Value>(all: readonly Value[], chosen: TickChoice<Value>, value: Value): TickChoice<Value> {
  const ticked = chosen ?? all;
  const next = ticked.includes(value) ? ticked.filter((other) => other !== value) : [...ticked, value];
  return all.every((other) => next.includes(other)) ? null : next;
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
  const others = (chosen ?? all).filter((value) => !found.includes(value));
  const next = ticked ? [...others, ...found] : others;
  return all.every((value) => next.includes(value)) ? null : next;
}
