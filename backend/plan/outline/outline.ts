import { CLOSING_MARKS, isBlank, isLineBreak, SENTENCE_END } from '../text/blanks.ts';
import type { Enumerator, EnumeratorRank } from './enumerators.ts';
import {
  enumeratorAt,
  enumeratorBeforeDigits,
  mayStartEnumerator,
  RANK_ARABIC,
  RANK_CHINESE,
  RANK_CHINESE_BRACKET,
  RANK_DECIMAL,
} from './enumerators.ts';

/** A numbered block: its own words only; the blocks inside it are separate and name it as parent. */
export type OutlineBlock = Readonly<{
  index: number;
  rank: EnumeratorRank;
  number: number;
  /** Source offset of the enumerator. */
  start: number;
  /** Source offset of the first character after the enumerator. */
  textStart: number;
  /** Source offset where the next block starts, or the end of the body. */
  end: number;
  /** Index of the enclosing block, -1 at the top. */
  parent: number;
}>;

type OpenBlock = { -readonly [Key in keyof OutlineBlock]: OutlineBlock[Key] };

/** A heading longer than this is a paragraph; used only where the line break after a heading is lost. */
const LOST_HEADING_MAX = 45;

/** How many numbers may be missing between two neighbours whose line break is lost. */
const LOST_GAP_MAX = 4;

/**
 * Finds the numbered blocks of `source[from, to)`.
 *
 * An enumerator at the start of a line is believed. Inside a line it is believed only where a sentence, a bracket or
 * a heading ends and its number continues the series: that is how a document whose line breaks are lost is still read,
 * while 推动一、二、三产业 and 按照（三）执行 stay text.
 */
export function readOutline(source: string, from = 0, to = source.length): OutlineBlock[] {
  const blocks: OpenBlock[] = [];
  const stack: OpenBlock[] = [];
  const lastNumber = new Map<EnumeratorRank, number>();
  let atLineStart = true;
  let previous = '';
  let blankBefore = false;
  let sentenceEnded = false;
  let index = from;
  while (index < to) {
    const char = source.charAt(index);
    if (isLineBreak(char)) {
      atLineStart = true;
      blankBefore = true;
      index++;
      continue;
    }
    if (isBlank(char)) {
      blankBefore = true;
      index++;
      continue;
    }
    const current = stack.at(-1);
    const enumerator = mayStartEnumerator(char)
      ? ((atLineStart ? nextBeforeDigits(source, index, stack) : undefined) ?? enumeratorAt(source, index))
      : undefined;
    const opens =
      enumerator !== undefined &&
      index + enumerator.length <= to &&
      (atLineStart
        ? true
        : enumerator.rank !== RANK_DECIMAL &&
          continuesSeries(enumerator, stack, lastNumber) &&
          (isBoundary(previous, blankBefore, enumerator) ||
            (blocks.length === 0 &&
              followsTitle(source.slice(Math.max(from, index - TITLE_END_MAX), index), enumerator)) ||
            (current !== undefined && !sentenceEnded && followsHeading(source, current, enumerator, index))));
    if (enumerator !== undefined && opens) {
      while ((stack.at(-1)?.rank ?? -1) >= enumerator.rank) stack.pop();
      const last = blocks.at(-1);
      if (last !== undefined) last.end = index;
      const block: OpenBlock = {
        index: blocks.length,
        rank: enumerator.rank,
        number: enumerator.number,
        start: index,
        textStart: index + enumerator.length,
        end: to,
        parent: stack.at(-1)?.index ?? -1,
      };
      blocks.push(block);
      stack.push(block);
      lastNumber.set(enumerator.rank, enumerator.number);
      index += enumerator.length;
      previous = '';
      sentenceEnded = false;
    } else {
      previous = char;
      if (SENTENCE_END.has(char) || char === '，' || char === '：') sentenceEnded = true;
      index++;
    }
    atLineStart = false;
    blankBefore = false;
  }
  return blocks;
}

function nextBeforeDigits(source: string, index: number, stack: readonly OpenBlock[]): Enumerator | undefined {
  const enumerator = enumeratorBeforeDigits(source, index);
  const sibling = stack.find((block) => block.rank === enumerator?.rank);
  return sibling !== undefined && enumerator?.number === sibling.number + 1 ? enumerator : undefined;
}

/** Whether the number follows its elder brother, starts a new series, or runs on through the document. */
function continuesSeries(
  enumerator: Enumerator,
  stack: readonly OpenBlock[],
  lastNumber: ReadonlyMap<EnumeratorRank, number>,
): boolean {
  const sibling = stack.find((block) => block.rank >= enumerator.rank);
  if (sibling !== undefined) {
    if (sibling.rank !== enumerator.rank) return enumerator.number === 1;
    return follows(enumerator.number, sibling.number);
  }
  return enumerator.number === 1 || follows(enumerator.number, lastNumber.get(enumerator.rank));
}

function follows(number: number, before: number | undefined): boolean {
  return before !== undefined && number > before && number <= before + LOST_GAP_MAX;
}

function isBoundary(previous: string, blankBefore: boolean, enumerator: Enumerator): boolean {
  if (SENTENCE_END.has(previous) || CLOSING_MARKS.has(previous) || previous === '：' || previous === ':') return true;
  return blankBefore && enumerator.rank <= RANK_ARABIC;
}

/** …工作要点一、强化风险防控: the title runs into the first heading. */
const TITLE_END = /(?:要点|方案|安排|计划|措施|意见|清单|分工|任务|如下)$/u;
const TITLE_END_MAX = 4;

function followsTitle(before: string, enumerator: Enumerator): boolean {
  return enumerator.rank === RANK_CHINESE && enumerator.number === 1 && TITLE_END.test(before);
}

/** 一、严格进口冷链食品管控（一）建立…: the heading has no full stop, its first child follows at once. */
function followsHeading(source: string, heading: OpenBlock, enumerator: Enumerator, index: number): boolean {
  const length = index - heading.textStart;
  return (
    heading.rank < enumerator.rank &&
    heading.rank <= RANK_CHINESE_BRACKET &&
    (enumerator.rank === RANK_CHINESE_BRACKET || (enumerator.rank === RANK_ARABIC && heading.rank >= RANK_CHINESE)) &&
    length >= 2 &&
    length <= LOST_HEADING_MAX &&
    !/[0-9０-９A-Za-z]$/u.test(source.slice(heading.textStart, index))
  );
}
