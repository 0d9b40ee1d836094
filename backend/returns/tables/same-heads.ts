import type { ColumnHead, HeadBlock } from './return-head.ts';

/** Fewer heads that agree may do so by chance. */
const AGREEING_MIN = 2;

/**
 * Whether two blocks are the same heads, one of them perhaps with some emptied: no column has two different ones, and
 * every head of the shorter stands in the longer.
 */
export function areSameHeads(one: HeadBlock, other: HeadBlock): boolean {
  const [ones, others] = [plainHeads(one), plainHeads(other)];
  const [fewer, more] = ones.size <= others.size ? [ones, others] : [others, ones];
  const agreeing = [...fewer].filter(([column, plain]) => more.get(column) === plain).length;
  return agreeing >= AGREEING_MIN && agreeing === fewer.size;
}

function plainHeads({ heads }: HeadBlock): ReadonlyMap<number, string> {
  return new Map(heads.flatMap(({ column, plain }) => (plain === '' ? [] : [[column, plain] as const])));
}

/** The heads of a table whose heads stand again: what is emptied in one place stands in the other. */
export function joinedHeads(first: HeadBlock, again: HeadBlock): HeadBlock {
  const heads = new Map<number, ColumnHead>(again.heads.map((head) => [head.column, head]));
  for (const head of first.heads) if (head.plain !== '' || !heads.has(head.column)) heads.set(head.column, head);
  return { ...first, heads: [...heads.values()].toSorted((one, other) => one.column - other.column) };
}
