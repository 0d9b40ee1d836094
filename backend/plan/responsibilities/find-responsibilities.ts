import type { ReadWarning, Repair } from '#shared/domain/plan-reading.ts';
import type { RawReading } from '../roles/role-grammar.ts';
import type { RepairFilter } from '../text/repairs.ts';
import { MAKE_EVERY_REPAIR, shorten } from '../text/repairs.ts';
import type { TextView } from '../text/text-view.ts';
import { concatViews, sliceView, spanOf, trimView } from '../text/text-view.ts';
import { findBareSentences } from './bare-sentences.ts';
import type { BracketPair } from './brackets.ts';
import { findBrackets } from './brackets.ts';
import type { Findings, FoundResponsibility } from './found-responsibility.ts';
import { judgeBracket } from './judge-bracket.ts';
import { findLabelled } from './labelled-lines.ts';
import { addUnclosed, addUnopened, byStart, mendEarlyClosings, mixedWidth, WORDS_MAX } from './mend-brackets.ts';

/**
 * Finds every responsibility in one block's paragraphs: bracketed, labelled, and the broken brackets it can mend.
 * Each bracket is looked at once, so the time is linear in the length of the view.
 *
 * @param mayRepair a broken bracket it refuses is left in the text
 */
export function findResponsibilities(view: TextView, mayRepair: RepairFilter = MAKE_EVERY_REPAIR): Findings {
  const { text } = view;
  const { pairs, unclosed, stray } = findBrackets(text);
  const found: FoundResponsibility[] = [];
  const repairs: Repair[] = [];
  const lookAlikes: BracketPair[] = [];
  const mended = mendEarlyClosings(view, pairs, stray, mayRepair, repairs);

  for (const pair of pairs) {
    const repaired = mended.get(pair.open);
    if (repaired !== undefined) {
      found.push(repaired);
      continue;
    }
    const words = trimView(sliceView(view, pair.open + 1, pair.close));
    if (words.text.length > WORDS_MAX) continue;
    const verdict = judgeBracket(text, pair.open, pair.close + 1, words);
    if (verdict.kind === 'responsibility') {
      const item = { start: pair.open, end: pair.close + 1, words, reading: verdict.reading };
      const mixed = mixedWidth(view, pair);
      if (mixed !== undefined && !mayRepair(mixed)) continue;
      if (mixed !== undefined) repairs.push(mixed);
      found.push(item);
    } else if (verdict.kind === 'look-alike') {
      lookAlikes.push(pair);
    }
  }
  addUnclosed(view, unclosed, found, mayRepair, repairs);
  addUnopened(view, stray, found, mayRepair, repairs);
  const labelled = [...found, ...findLabelled(view, found)].sort(byStart);
  const bare = findBareSentences(view, labelled);
  const responsibilities = mergeNeighbours(view, [...labelled, ...bare].sort(byStart));
  return { responsibilities, repairs, warnings: lookAlikeWarnings(view, lookAlikes, responsibilities) };
}

/** A bracket inside a labelled line (责任单位：…（列首位的为牵头单位）) is read with that line and needs no word. */
function lookAlikeWarnings(
  view: TextView,
  pairs: readonly BracketPair[],
  found: readonly FoundResponsibility[],
): ReadWarning[] {
  let next = 0;
  return pairs.flatMap(({ open, close }): ReadWarning[] => {
    while (next < found.length && (found[next]?.end ?? 0) <= open) next++;
    if ((found[next]?.start ?? view.text.length) <= open) return [];
    const message = `括注“${shorten(view.text.slice(open + 1, close).trim())}”像责任单位但不是，已留在正文中，请核对。`;
    return [{ code: 'LOOK_ALIKE_LEFT_OUT', message, span: spanOf(view, open, close + 1) }];
  });
}

/**
 * Puts brackets together that are one responsibility: （市财政局、市税务局）（排名第一位的为牵头单位，下同） and
 * （牵头单位：市财政局）（配合单位：市税务局）.
 */
function mergeNeighbours(view: TextView, found: readonly FoundResponsibility[]): FoundResponsibility[] {
  const merged: FoundResponsibility[] = [];
  for (const item of found) {
    const before = merged.at(-1);
    if (before === undefined || !belongsTo(before, item) || view.text.slice(before.end, item.start).trim() !== '') {
      merged.push(item);
      continue;
    }
    const mark = { text: '；', offsets: Int32Array.of(view.offsets[item.start] ?? 0) };
    const [left, right] = [before.reading, item.reading];
    merged[merged.length - 1] = {
      start: before.start,
      end: item.end,
      words: concatViews([before.words, mark, item.words]),
      reading: {
        units: [...left.units, ...right.units],
        scope: [...left.scope, ...right.scope],
        rules: [...left.rules, ...right.rules],
        joined: [...left.joined, ...right.joined],
        hasLabel: left.hasLabel || right.hasLabel,
        hasVerb: left.hasVerb || right.hasVerb,
        unknownLabels: [...left.unknownLabels, ...right.unknownLabels],
      },
    };
  }
  return merged;
}

/** A lone rule, or labels of which only one says who leads. The bounds keep a thousand in a row from costing more. */
function belongsTo(before: FoundResponsibility, item: FoundResponsibility): boolean {
  const [left, right] = [before.reading, item.reading];
  if (right.units.length === 0) return right.rules.length > 0 && left.rules.length === 0;
  const leads = ({ units }: RawReading): boolean => units.some((unit) => unit.role === 'lead');
  return left.hasLabel && right.hasLabel && leads(left) !== leads(right) && before.words.text.length < WORDS_MAX;
}
