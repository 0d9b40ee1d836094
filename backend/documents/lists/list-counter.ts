import type { ListLevel, ListPlace } from './list.ts';
import { formatListNumber } from './number-formats.ts';

/** A pattern of numbers and letters alone has no mark that parts it from the words after it. */
const ENDS_BARE = /[\p{L}\p{N}]$/u;
const CHINESE_NUMBER = /^[〇一二三四五六七八九十百千零]+$/u;
/** 第一条 needs nothing after it. */
const ENDS_WITH_MEASURE = /[条章节款项部分篇]$/u;

/** Counts the numbered paragraphs of a document in their order, as Word does when it shows them. */
export class ListCounter {
  /** Sequence → the last number of each level; a level that is to start anew has none. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begunLists = new Set<string>();

  /**
   * Counts one paragraph.
   *
   * @returns its number as Word would show it, with a mark after a bare number (Word shows a gap); empty for bullets
   */
  next({ list, level }: ListPlace): string {
    const counts = this.#counts.get(list.sequence) ?? [];
    this.#counts.set(list.sequence, counts);
    if (!this.#begunLists.has(list.numId)) {
      this.#begunLists.add(list.numId);
      for (const [index, start] of list.startOverrides) counts[index] = start - 1;
    }
    const definition = list.levels.get(level);
    if (definition === undefined) return '';
    const before = counts[level];
    counts[level] = before === undefined ? definition.start : before + 1;
    for (const [index, deeper] of list.levels) {
      if (index > level && startsAnew(deeper, level)) counts[index] = undefined;
    }
    // A level that was skipped is shown, and counted, as having begun.
    for (let index = 0; index < level; index++) counts[index] ??= list.levels.get(index)?.start ?? 1;
    if (definition.format === 'bullet') return '';
    const label = definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = definition.isLegal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal');
      return formatListNumber(counts[index] ?? 0, format);
    });
    return withMark(label.trim());
  }
}

function startsAnew(level: ListLevel, used: number): boolean {
  if (level.restartAfter === undefined) return true;
  return level.restartAfter > 0 && used < level.restartAfter;
}

function withMark(label: string): string {
  if (CHINESE_NUMBER.test(label)) return `${label}、`;
  if (/^\d+$/.test(label)) return `${label}.`;
  return ENDS_BARE.test(label) && !ENDS_WITH_MEASURE.test(label) ? `${label} ` : label;
}
