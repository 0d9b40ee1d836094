import { isBlank, SENTENCE_END } from './blanks.ts';
import { isClosing, isOpening } from './brackets.ts';
import type { RawReading } from './role-grammar.ts';
import { readRoleWords } from './role-grammar.ts';
import type { TextView } from './text-view.ts';
import { isStrictUnit, unitLikeness } from './unit-lexicon.ts';

/** `look-alike` is shown to the clerk; `other` is plainly no responsibility (a year, a gloss, an example). */
export type Verdict =
  | Readonly<{ kind: 'responsibility'; reading: RawReading }>
  | Readonly<{ kind: 'look-alike' }>
  | Readonly<{ kind: 'other' }>;

/** A bracket that starts so explains the words before it. */
const EXPLAINS =
  /^(?:含|包含|包括|不含|不包括|如|例如|比如|即|指|是指|注|见|详见|原|以下简称|以下统称|以下|下称|简称|附|附件|例|其中|特别是|尤其是?|限|仅限|除|不得|此件|试行|暂行|修订|征求意见|公章|盖章|签字|加盖|联系|电话|邮编|邮箱|网址|来源|\d|[一二三四五六七八九十]+[）)、])/u;
const HINTS = /牵头|负责|配合|下同|(?:单位|部门|委|局|办|厅|政府|公司|中心)(?:$|[、，；;：:])/u;
/** 国办发〔2015〕1号 */
const REFERENCE = /[〔［[（(](?:19|20)\d{2}[〕］\])）].{0,4}\d+号/u;
/** A gloss directly after a unit's name: 报县食安办（县市场监管局）。 */
const UNIT_BEFORE = /(?:局|委|委员会|办|办公室|厅|政府|公司|中心|单位|部门|机构|领导小组|指挥部)$/u;

/**
 * Decides whether the bracket `text[start, end)` holding `words` says who is responsible.
 * A label decides at once. Otherwise the words must be units, with or without a role verb, and the bracket must stand
 * where a sentence or paragraph ends, not in the middle of one.
 */
export function judgeBracket(text: string, start: number, end: number, words: TextView): Verdict {
  if (words.text.length < 2 || REFERENCE.test(words.text)) return { kind: 'other' };
  const doubtful: Verdict =
    HINTS.test(words.text) && words.text.length < 120 ? { kind: 'look-alike' } : { kind: 'other' };
  if (EXPLAINS.test(words.text)) return doubtful;
  const reading = readRoleWords(words);
  if (reading.hasLabel) return isLabelOnly(words.text) ? { kind: 'other' } : { kind: 'responsibility', reading };
  const likeness = reading.units.map((unit) => unitLikeness(unit.name));
  const [first] = likeness;
  // （排名第一位的为牵头单位，下同） names nobody and still says how brackets are read.
  if (first === undefined) return reading.rules.length > 0 ? { kind: 'responsibility', reading } : doubtful;
  const odd = likeness.filter((value) => value === 'odd').length;
  const strict = likeness.filter((value) => value === 'strict').length;
  const place = placeOf(text, start, end);
  if (reading.hasVerb || reading.rules.length > 0) {
    const enough = place === 'inside' ? strict === likeness.length : first !== 'odd' && odd * 3 <= likeness.length;
    return enough ? { kind: 'responsibility', reading } : doubtful;
  }
  if (odd > 0 || reading.scope.length > 0) return doubtful;
  const acceptable =
    (place === 'own' && (strict > 0 || likeness.length > 0)) ||
    (place === 'end' && strict > 0 && !isGloss(text, start)) ||
    (place === 'between' && strict > 0);
  return acceptable ? { kind: 'responsibility', reading } : doubtful;
}

function isLabelOnly(words: string): boolean {
  return /(?:单位|部门)$/u.test(words) && !/[:：\s、，]/u.test(words);
}

function isGloss(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    UNIT_BEFORE.test(before) &&
    (isStrictUnit(before) || /[\u4e00-\u9fff]{3,}(?:局|委|办|厅|部|中心|公司|政府)$/u.test(before))
  );
}

/**
 * Where a bracket stands: `own` after a finished sentence and before a paragraph's end, `between` two sentences,
 * `end` of a paragraph or sentence whose own full stop is missing or follows, `inside` a sentence.
 */
function placeOf(text: string, start: number, end: number): 'own' | 'between' | 'end' | 'inside' {
  let before = start - 1;
  while (before >= 0 && text.charAt(before) !== '\n' && isBlank(text.charAt(before))) before--;
  let after = end;
  while (after < text.length && text.charAt(after) !== '\n' && isBlank(text.charAt(after))) after++;
  const previous = before < 0 ? '\n' : text.charAt(before);
  const next = after >= text.length ? '\n' : text.charAt(after);
  const finished = previous === '\n' || SENTENCE_END.has(previous) || isClosing(previous) || previous === '”';
  const closes = next === '\n' || SENTENCE_END.has(next) || isOpening(next);
  if (finished && closes) return 'own';
  if (finished && SENTENCE_END.has(previous)) return 'between';
  return closes ? 'end' : 'inside';
}
