import { withoutBlanks } from '../text/blanks.ts';
import type { EnumeratorRank } from './enumerators.ts';
import type { BodyBlock } from './plan-body.ts';

/** A block that is a task: its words are `[textStart, end)` of the source, its children included. */
export type ChosenTask = Readonly<{ block: BodyBlock; end: number; parent: number }>;

export type Choice = Readonly<{
  tasks: readonly ChosenTask[];
  /** Blocks that are headings over tasks, in order. */
  sections: readonly BodyBlock[];
  /** Blocks left out as background (总体要求, 保障措施), with nobody responsible in them. */
  background: readonly BodyBlock[];
}>;

const BACKGROUND =
  /^(?:总体(?:要求|思路|目标|安排)|指导思想|基本(?:原则|思路)|(?:工作|实施|建设|整治|治理|行动|创建|活动|检查|整改)(?:原则|目标|思路|要求|步骤|安排)|(?:主要|发展|总|试点|年度)?目标(?:任务|要求)?$|(?:重大|重要)意义|试点范围|适用(?:范围|对象)|(?:时间|进度)安排|保障(?:措施|机制)|(?:加强|强化|完善|健全)?组织(?:保障|实施|领导)|(?:有关|相关|其他)(?:要求|事项)|总则|附则)/u;

/** Share of parents in which only the last child names units, above which the parents are the tasks. */
const LAST_CHILD_SHARE = 0.6;

/** How many headings without a sentence must show that pattern before it is believed. */
const BARE_HEADINGS_MIN = 3;

/** As many are enough where the bracket is a line of its own. */
const APART_MIN = 2;

/**
 * Chooses which level of the outline holds the tasks: the one that names who is responsible most often.
 * Deeper blocks belong to their task's text; shallower ones are sections, or tasks when they name units themselves.
 *
 * @param source only its headings are looked at
 */
export function chooseTasks(source: string, blocks: readonly BodyBlock[]): Choice {
  const tree = treeOf(blocks);
  const counts = attributedCounts(source, blocks, tree);
  const rank = taskRank(blocks, counts);
  const subtree = subtreeCounts(blocks);
  const anyNamed = blocks.some((block) => block.count > 0);
  const tasks: ChosenTask[] = [];
  const background: BodyBlock[] = [];
  const skipped = new Set<number>();
  let coveredUntil = -1;
  for (const block of blocks) {
    if (block.start < coveredUntil || skipped.has(block.parent)) {
      if (skipped.has(block.parent)) skipped.add(block.index);
      continue;
    }
    const isNamed = (subtree[block.index] ?? 0) > 0;
    const isBackground = anyNamed && !isNamed && BACKGROUND.test(withoutBlanks(headingOf(source, block)));
    const end = endOfSubtree(blocks, block);
    if (isBackground) {
      background.push(block);
      skipped.add(block.index);
    } else if (block.rank >= rank) {
      if (block.rank > rank && (counts[block.index] ?? 0) === 0) continue;
      tasks.push({ block, end, parent: block.parent });
      coveredUntil = end;
    } else if (!hasBelow(blocks, block, rank)) {
      // No task level inside: the block is a task itself when it names units or says more than a heading.
      if ((counts[block.index] ?? 0) === 0 && isNamed) continue;
      if (!isNamed && !saysSomething(source, block, end)) continue;
      tasks.push({ block, end, parent: block.parent });
      coveredUntil = end;
    } else if (block.count > 0) {
      tasks.push({ block, end: block.end, parent: block.parent });
    }
  }
  return { tasks, sections: sectionsOf(blocks, tasks, rank, skipped), background };
}

function treeOf(blocks: readonly BodyBlock[]): readonly (readonly BodyBlock[])[] {
  const children: BodyBlock[][] = blocks.map(() => []);
  for (const block of blocks) children[block.parent]?.push(block);
  return children;
}

/**
 * Responsibilities per block. Where sub-items 1. 2. 3. carry one bracket after the last of them, it is their parent's:
 * decided for a whole level at once, so that one section with a forgotten bracket does not change its tasks. A line of
 * its own after sub-items that are sentences says so by itself.
 */
function attributedCounts(
  source: string,
  blocks: readonly BodyBlock[],
  children: readonly (readonly BodyBlock[])[],
): number[] {
  const counts = blocks.map((block) => block.count);
  const hasSoleChildApart = ({ index }: BodyBlock): boolean =>
    children[index]?.length === 1 && children[index][0]?.standsApart === true;
  const isFlat = (items: readonly BodyBlock[]): boolean => items.every(({ index }) => children[index]?.length === 0);
  const onlyLast = blocks.filter((block) => block.count === 0 && endsWithLastChild(children[block.index] ?? []));
  for (const rank of new Set(onlyLast.map((block) => block.rank))) {
    const parents = blocks.filter((block) => block.rank === rank && (children[block.index]?.length ?? 0) >= 2);
    const matching = onlyLast.filter((block) => block.rank === rank);
    if (matching.length < parents.length * LAST_CHILD_SHARE) continue;
    // One bare heading over two items proves nothing: the first may just lack its bracket.
    const isBare = matching.every((block) => !/[。：:；]/u.test(source.slice(block.textStart, block.end)));
    const alone = blocks.filter((block) => block.rank === rank && block.count === 0 && hasSoleChildApart(block));
    const standApart =
      matching.length + alone.length >= APART_MIN &&
      matching.every(({ index }) => children[index]?.at(-1)?.standsApart === true && isFlat(children[index]));
    if (isBare && !standApart && matching.length < BARE_HEADINGS_MIN) continue;
    for (const parent of standApart ? [...matching, ...alone] : matching) {
      const last = children[parent.index]?.at(-1);
      if (last === undefined) continue;
      counts[parent.index] = counts[last.index] ?? 0;
      counts[last.index] = 0;
    }
  }
  return counts;
}

function endsWithLastChild(children: readonly BodyBlock[]): boolean {
  return (
    children.length >= 2 && children.every((child, position) => child.count > 0 === (position === children.length - 1))
  );
}

function taskRank(blocks: readonly BodyBlock[], counts: readonly number[]): EnumeratorRank {
  const named = new Map<EnumeratorRank, number>();
  for (const block of blocks) {
    if ((counts[block.index] ?? 0) > 0) named.set(block.rank, (named.get(block.rank) ?? 0) + 1);
  }
  const best = [...named].toSorted((left, right) => right[1] - left[1] || right[0] - left[0])[0];
  if (best !== undefined) return best[0];
  const ranks = [...new Set(blocks.map((block) => block.rank))].toSorted((left, right) => left - right);
  return ranks[1] ?? ranks[0] ?? 0;
}

function subtreeCounts(blocks: readonly BodyBlock[]): number[] {
  const totals = blocks.map((block) => block.count);
  for (let index = blocks.length - 1; index >= 0; index--) {
    const parent = blocks[index]?.parent ?? -1;
    if (parent >= 0) totals[parent] = (totals[parent] ?? 0) + (totals[index] ?? 0);
  }
  return totals;
}

function endOfSubtree(blocks: readonly BodyBlock[], block: BodyBlock): number {
  let end = block.end;
  for (let index = block.index + 1; index < blocks.length; index++) {
    const next = blocks[index];
    if (next === undefined || next.rank <= block.rank) break;
    end = next.end;
  }
  return end;
}

function hasBelow(blocks: readonly BodyBlock[], block: BodyBlock, rank: EnumeratorRank): boolean {
  for (let index = block.index + 1; index < blocks.length; index++) {
    const next = blocks[index];
    if (next === undefined || next.rank <= block.rank) return false;
    if (next.rank === rank) return true;
  }
  return false;
}

/** The first line or sentence after the enumerator. */
export function headingOf(source: string, block: BodyBlock): string {
  const words = source.slice(block.textStart, Math.min(block.end, block.textStart + 200)).trim();
  return (/^(?:[^。；\n\r（(〔]|[（(〔][^（()）〔〕\n\r]{0,200}[）)〕]|[（(〔])*/u.exec(words)?.[0] ?? '').trim();
}

function saysSomething(source: string, block: BodyBlock, end: number): boolean {
  const words = source.slice(block.textStart, end).trim();
  return /[。；]/u.test(words) || words.length > 40 || end > block.end;
}

/**
 * Headings over tasks: each one a task stands under, at any level, and the others of the rank right above the tasks,
 * 总体要求 among them.
 */
function sectionsOf(
  blocks: readonly BodyBlock[],
  tasks: readonly ChosenTask[],
  rank: EnumeratorRank,
  skipped: ReadonlySet<number>,
): BodyBlock[] {
  const ranks = new Set(tasks.map((task) => blocks[task.parent]?.rank).filter((value) => value !== undefined));
  const taskBlocks = new Set(tasks.map((task) => task.block.index));
  const above = new Set<number>();
  for (const { parent } of tasks) {
    for (let index = parent; index >= 0 && !above.has(index); index = blocks[index]?.parent ?? -1) above.add(index);
  }
  return blocks.filter(
    (block) =>
      !skipped.has(block.parent) &&
      (block.rank < rank || !taskBlocks.has(block.index)) &&
      (above.has(block.index) || ranks.has(block.rank)),
  );
}
