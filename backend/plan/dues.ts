import type { Due } from '#shared/domain/plan-reading.ts';
import { CHINESE_NUMERAL_CHARS, parseChineseNumber } from './chinese-number.ts';
import { labelAt, mayStartLabel } from './labels.ts';
import type { TextView } from './text-view.ts';
import { spanOf } from './text-view.ts';

/** A due without its place in the text. */
type DueWords = Omit<Due, 'span' | 'text'>;
type Candidate = Readonly<{ start: number; end: number; due: DueWords }>;

const N = `(?:[0-9０-９]{1,2}|[${CHINESE_NUMERAL_CHARS}]{1,3})`;
const YEAR = '(?:(?<year>20[0-9]{2}|今|本|当|明)年)';
const BEFORE = '(?:之前|以前|前)';
/** 6月底完成: without 前 a month's end is a due only when something is to be done by then. */
const DONE =
  '(?=(?:全面|基本|力争|要|须|应|必须|全部|按时|如期)?(?:完成|建成|实现|达到|投入|投用|形成|出台|印发|启动|开工|竣工|上报|报送|报告))';

const RECURRING = new RegExp(
  `每(?:个)?(?<period>周|月|季度|季|半年|年)(?:度)?(?<where>末月|首月|第一个月|最后一个月|末|底)?(?:(?<month>${N})月)?(?:份)?(?:(?<day>${N})(?:日|号)|(?<edge>底|末|初|上旬|中旬|下旬)|[一二三四五六日天])?${BEFORE}`,
  'gu',
);
const REPORTED =
  /(?:每(?:个)?(?<period>周|月|季度|季|半年|年)(?:度)?|按(?<by>周|月|季度|季|半年|年)(?:度)?)(?:至少|不少于|定期|及时|应|要|须|向[^，。；\n]{2,16})?(?:(?<count>\d{1,2})(?:次|篇|份|期))?(?:报送|上报|报告|通报|汇总上报|调度)(?:一次|(?<times>\d{1,2})(?:次|篇|份|期))?/gu;
const DATES: readonly RegExp[] = [
  new RegExp(`${YEAR}?(?<month>${N})月(?:份)?(?<day>${N})(?:日|号)${BEFORE}`, 'gu'),
  new RegExp(`${YEAR}?(?<month>${N})月(?:份)?(?<edge>底|末|上旬|中旬|下旬)(?:${BEFORE}|${DONE})`, 'gu'),
  new RegExp(`${YEAR}(?<month>${N})月(?:份)?(?:(?<bare>${BEFORE})|${DONE})`, 'gu'),
  new RegExp(`(?:到|至)?${YEAR}(?:年)?(?<yearEnd>底|末)(?:${BEFORE}|${DONE}|(?<=到20\\d\\d年(?:底|末)))`, 'gu'),
  new RegExp(`(?<yearEnd>年底|年末|年内|岁末)(?:${BEFORE}|${DONE})`, 'gu'),
  new RegExp(`(?<year>20[0-9]{2})年${BEFORE}(?![一二三四五六七八九十0-9后])`, 'gu'),
  new RegExp(`${YEAR}?第?(?<quarter>[一二三四1-4])季度(?:末|底|内)?(?:${BEFORE}|${DONE}|(?<=季度(?:末|底|内)))`, 'gu'),
  new RegExp(`(?<![，。；：、（(\\u4e00-\\u9fff])${YEAR}?第(?<quarter>[一二三四1-4])季度(?=[，。；;）)\\n]|$)`, 'gu'),
  new RegExp(`(?<=[，。；：（(])${YEAR}?第(?<quarter>[一二三四1-4])季度(?=[，。；;）)\\n]|$)`, 'gu'),
  new RegExp(`${YEAR}?(?<half>上|下)半年(?:底|末|内)?(?:${BEFORE}|${DONE}|(?<=半年(?:底|末|内)))`, 'gu'),
];
/** Forms that need no 前 because a label (完成时限：) already says what they are. */
const LABELLED: readonly RegExp[] = [
  new RegExp(`^${YEAR}?(?<month>${N})月(?:份)?(?<day>${N})(?:日|号)(?:${BEFORE})?`, 'u'),
  new RegExp(
    `^${YEAR}?(?:${N}月(?:份)?(?:至|到|-|—|－|～|~))?(?<month>${N})月(?:份)?(?<edge>底|末|上旬|中旬|下旬)?(?:${BEFORE})?`,
    'u',
  ),
  new RegExp(`^${YEAR}?第?(?<quarter>[一二三四1-4])季度(?:末|底|内)?(?:${BEFORE})?`, 'u'),
  new RegExp(`^${YEAR}?(?<half>上|下)半年(?:${BEFORE})?`, 'u'),
  new RegExp(`^(?:${YEAR}(?<yearEnd>底|末)?|(?<yearEnd2>年底|年末|年内))(?:${BEFORE})?`, 'u'),
];
const ONGOING =
  /^(?:(?:长期|持续|常态化?|全年|贯穿全年|日常|即时|立即|随时|经常)(?:性|化)?(?:坚持|推进|实施|开展|落实|抓好|工作|任务)?|长期有效)(?=[。，；;）)\s]|$)/u;
/** （…按职责分工负责，持续推进）: the words close a bracket, after its start or a mark. */
const ONGOING_BRACKET =
  /[（(〔［[，,；;](?:年内|全年)?(?:长期坚持|持续推进|长期推进|长期实施|持续实施|常态化推进|常态化开展|长期任务|全年推进)(?=[）)〕］\]】])/gu;
/** 每月不少于1篇，每月15日前: the count stands in the clause before. */
const COUNT_BEFORE =
  /每(?:个)?(?<period>月|季度|季|半年|年|周)(?:至少|不少于|报送|上报|不低于)*\s?(?<count>\d{1,2})\s?(?:篇|次|份|期|条)[，、；]?$/u;

const KINDS: Readonly<Record<string, Due['kind']>> = {
  周: 'weekly',
  月: 'monthly',
  季度: 'quarterly',
  季: 'quarterly',
  半年: 'half-yearly',
  年: 'yearly',
};

/**
 * Finds when a task is due.
 *
 * @param view a task's paragraphs, responsibilities included (完成时限 often stands inside them)
 * @param year the plan's year; 0 when unknown, then months and quarters give no full date
 */
export function findDues(view: TextView, year: number): Due[] {
  const { text } = view;
  const candidates: Candidate[] = [...labelledDues(text, year)];
  for (const match of text.matchAll(RECURRING)) candidates.push(recurring(text, match));
  for (const match of text.matchAll(REPORTED)) {
    const kind = KINDS[match.groups?.['period'] ?? match.groups?.['by'] ?? ''];
    const count = Number(match.groups?.['count'] ?? match.groups?.['times'] ?? 0);
    if (kind !== undefined) candidates.push(candidate(match, { kind, ...(count > 0 ? { count } : {}) }));
  }
  for (const pattern of DATES) {
    for (const match of text.matchAll(pattern)) {
      if (text.charAt(match.index - 1) !== '每') candidates.push(candidate(match, dated(match.groups ?? {}, year)));
    }
  }
  for (const match of text.matchAll(ONGOING_BRACKET)) {
    candidates.push({ start: match.index + 1, end: match.index + match[0].length, due: { kind: 'ongoing' } });
  }
  return withoutOverlaps(candidates).map(({ start, end, due }) => ({
    ...due,
    text: text.slice(start, end).trim(),
    span: spanOf(view, start, end),
  }));
}

function candidate(match: RegExpExecArray, due: DueWords): Candidate {
  return { start: match.index, end: match.index + match[0].length, due };
}

/** The earlier wins; at the same place the longer. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const item of candidates.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  }
  return kept;
}

function recurring(text: string, match: RegExpExecArray): Candidate {
  const groups = match.groups ?? {};
  const kind = KINDS[groups['period'] ?? ''] ?? 'monthly';
  const day = numberIn(groups['day']);
  const before = COUNT_BEFORE.exec(text.slice(Math.max(0, match.index - 24), match.index));
  const count = before?.groups?.['period'] === groups['period'] ? numberIn(before?.groups?.['count']) : undefined;
  return candidate(match, {
    kind,
    ...(day !== undefined && day >= 1 && day <= 31 ? { day } : {}),
    ...(count !== undefined && count > 0 ? { count } : {}),
  });
}

function labelledDues(text: string, year: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (!mayStartLabel(char) || /[\u4e00-\u9fff]/u.test(text.charAt(index - 1))) continue;
    const label = labelAt(text, index);
    if (label?.meaning !== 'due') continue;
    const start = label.end + (/^\s*/u.exec(text.slice(label.end, label.end + 8))?.[0].length ?? 0);
    const value = text.slice(start, start + 40);
    const words = /^[^。；;\n）)〕］\]】【，,]{1,30}/u.exec(value)?.[0].trimEnd();
    if (words === undefined) continue;
    const due = labelledDue(words, year);
    if (due !== undefined) found.push({ start, end: start + words.length, due });
    index = label.end - 1;
  }
  return found;
}

function labelledDue(words: string, year: number): DueWords | undefined {
  if (ONGOING.test(words)) return { kind: 'ongoing' };
  const each = /^每(?:个)?(周|月|季度|季|半年|年)(?:度)?(?:末|底)?(?:(\d{1,2})(?:日|号))?/u.exec(words);
  if (each !== null) {
    const day = numberIn(each[2]);
    return { kind: KINDS[each[1] ?? ''] ?? 'monthly', ...(day === undefined || day > 31 || day < 1 ? {} : { day }) };
  }
  for (const pattern of LABELLED) {
    const match = pattern.exec(words);
    if (match?.groups !== undefined) return dated(match.groups, year, true);
  }
  return /前|底|末|内|日/u.test(words) ? { kind: 'date' } : undefined;
}

/** Builds the date the words give; a bare 2025年前 or 6月前 names no day, so it has none. */
function dated(groups: Readonly<Record<string, string | undefined>>, planYear: number, labelled = false): DueWords {
  const year = yearOf(groups['year'], planYear);
  const monthNumber = numberIn(groups['month']);
  const quarter = numberIn(groups['quarter']);
  if (monthNumber !== undefined && (groups['bare'] === undefined || labelled)) {
    return dateOn(year, monthNumber, numberIn(groups['day']) ?? dayOfEdge(groups['edge'], year, monthNumber));
  }
  if (quarter !== undefined) return dateOn(year, quarter * 3, lastDay(year, quarter * 3));
  if (groups['half'] !== undefined) return groups['half'] === '上' ? dateOn(year, 6, 30) : dateOn(year, 12, 31);
  if (groups['yearEnd'] !== undefined || groups['yearEnd2'] !== undefined) return dateOn(year, 12, 31);
  return { kind: 'date' };
}

function dayOfEdge(edge: string | undefined, year: number, month: number): number {
  if (edge === '上旬') return 10;
  return edge === '中旬' ? 20 : lastDay(year, month);
}

function yearOf(word: string | undefined, planYear: number): number {
  if (word === undefined || word === '今' || word === '本' || word === '当') return planYear;
  if (word === '明') return planYear === 0 ? 0 : planYear + 1;
  return Number(word);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateOn(year: number, month: number, day: number): DueWords {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return { kind: 'date' };
  return { kind: 'date', date: isoDate(year, month, day) };
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumber(text);
}
