import type { RawReading } from '../roles/role-grammar.ts';
import { readRoleWords } from '../roles/role-grammar.ts';
import { dateLengthAtStart } from '../roles/time-remarks.ts';
import type { UnitLikeness } from '../roles/unit-lexicon.ts';
import { isStrictUnit, unitLikeness } from '../roles/unit-lexicon.ts';
import { isBlank, SENTENCE_END } from '../text/blanks.ts';
import type { TextView } from '../text/text-view.ts';
import { isClosing, isOpening } from './brackets.ts';

/** `look-alike` is shown to the clerk; `other` is plainly no responsibility (a year, a gloss, an example). */
export type Verdict =
  | Readonly<{ kind: 'responsibility'; reading: RawReading }>
  | Readonly<{ kind: 'look-alike' }>
  | Readonly<{ kind: 'other' }>;

/** A bracket that starts so explains the words before it. */
const EXPLAINS =
  /^(?:含(?!山)|包含|包括|不含|不包括|如(?!东|皋)|例如|比如|即(?!墨)|指(?!导|挥)|是指|注|见|详见|原(?!阳|平|州)|以下简称|以下统称|以下|下称|简称|附|附件|例|其中(?!.{1,20}由)|特别是|尤其是?|限|仅限|除|不得|此件|试行|暂行|修订|征求意见|公章|盖章|签字|加盖|联系|电话|邮编|邮箱|网址|来源|[省市县乡]级以上(?!地方|人民政府|各级|政府)|\d|[一二三四五六七八九十]+[）)、])/u;
/** 6月底前完成，县教育局负责: a due may stand before the units. */
const LEADING_DUE = /^(?:20\d\d年)?\d{1,2}月[^，,；;、]{0,12}[，,；;]/u;
const HINTS = /牵头|负责|配合|下同|(?:单位|部门|委|局|办|厅|政府|公司|中心)(?:$|[、，；;：:])/u;
/** 1.责任单位：县教育局: the number of a line that came along. */
const LINE_NUMBER = /^\d{1,2}[.．、]\s?(?=[^\d])/u;
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
  const undated = words.text.replace(LEADING_DUE, '');
  if (EXPLAINS.test(undated.slice(dateLengthAtStart(undated)).replace(LINE_NUMBER, ''))) return doubtful;
  const reading = readRoleWords(words);
  if (reading.hasLabel) return isLabelOnly(words.text) ? { kind: 'other' } : { kind: 'responsibility', reading };
  return isResponsibility(reading, text, start, end) ? { kind: 'responsibility', reading } : doubtful;
}

/**
 * Reads a phrase that stands alone by the same judgement: the brackets are gone, and nothing is around it.
 *
 * @returns `undefined` when it names nobody: 8分, 此件公开发布
 */
export function judgePhrase(words: TextView): RawReading | undefined {
  const verdict = judgeBracket(words.text, 0, words.text.length, words);
  return verdict.kind === 'responsibility' ? verdict.reading : undefined;
}

function isResponsibility(reading: RawReading, text: string, start: number, end: number): boolean {
  const likeness = likenessOf(reading.units.map((unit) => unit.name));
  const [first] = likeness;
  // （排名第一位的为牵头单位，下同） names nobody and still says how brackets are read.
  if (first === undefined) return reading.rules.length > 0;
  const odd = likeness.filter((value) => value === 'odd').length;
  const strict = likeness.filter((value) => value === 'strict').length;
  const place = placeOf(text, start, end);
  if (reading.hasVerb || reading.rules.length > 0) {
    if (place === 'inside') return strict === likeness.length;
    return (first !== 'odd' && odd * 3 <= likeness.length) || reading.units.every((unit) => mayBeUnit(unit.name));
  }
  const few = odd > 0 && strict * 2 >= likeness.length && reading.units.every((unit) => mayBeUnit(unit.name));
  if (odd > 0 && !few) return false;
  if (place === 'own') return reading.scope.length === 0 || strict > 0;
  if (reading.scope.length > 0) return false;
  if (strict === 0) return false;
  return place === 'between' || (place === 'end' && !isGloss(text, start) && !isExample(text, start, reading));
}

/** 长沙、株洲、湘潭市人民政府: only the last place says what the others are. */
const PLACE =
  /^(?:[\u4e00-\u9fff]{2,4}[市县区州乡镇]|[\u4e00-\u9fff]{2,3}\d{1,2}[个家](?:市|县|区|县区|乡镇|乡|镇|街道|镇街))(?:人民政府|政府)?$/u;

function likenessOf(names: readonly string[]): UnitLikeness[] {
  const likeness = names.map(unitLikeness);
  let areFields = false;
  for (let index = names.length - 2; index >= 0; index--) {
    const isShort = /^[\u4e00-\u9fff]{2,3}$/u.test(names[index] ?? '') && likeness[index] === 'odd';
    const next = names[index + 1] ?? '';
    // 卫生健康、医保、财政部门: fields before 部门 stand for departments.
    areFields = /^[\u4e00-\u9fff]{2,6}部门$/u.test(next) || (areFields && likeness[index + 1] === 'weak');
    if (areFields && likeness[index] === 'odd' && /^[\u4e00-\u9fff]{2,6}$/u.test(names[index] ?? '')) {
      likeness[index] = 'weak';
    }
    if (isShort && (PLACE.test(next) || (likeness[index + 1] === 'weak' && next.length <= 3))) likeness[index] = 'weak';
  }
  return likeness;
}

/** 县城建投: no known ending, but the level sign of an office; a role verb beside it is enough. */
function mayBeUnit(name: string): boolean {
  return (
    unitLikeness(name) !== 'odd' || /^[国省市县区州镇乡](?![场民容])[\u4e00-\u9fff]{2,9}(?<![辖校]区)$/u.test(name)
  );
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

/** Those a task is done for or in, not those who owe it, when the word before the bracket is of the same class. */
const CLASS =
  /(?:医院|学校|中学|小学|幼儿园|企业|公司|集团|银行|机构|院校|大学|学院|协会|商会|社区|乡镇|街道|园区|开发区|镇|乡|村)$/u;

/** 改造重点医院（县人民医院、县中医院）。 */
function isExample(text: string, start: number, { units }: RawReading): boolean {
  return CLASS.test(text.slice(Math.max(0, start - 4), start)) && units.every((unit) => CLASS.test(unit.name));
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
