/**
 * A place named twice in one call takes the last value, as if one had been typed after the other: overlapping ranges
 * of the window name cells twice, and two rows for one cell would break the file's constraints.
 *
 * @param placeOf equal for items that speak of the same place
 */
export function lastOfEach<Item>(items: readonly Item[], placeOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [placeOf(item), item])).values()];
}
