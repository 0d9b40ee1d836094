import type { Target } from '#shared/domain/plan-reading.ts';
import type { TextView } from '../text/text-view.ts';
import { spanOf } from '../text/text-view.ts';
import type { Compared } from './comparisons.ts';
import { boundComparator, CHANGE, CLOSES, compare, MEASURED_NOUN } from './comparisons.ts';
import type { Measure } from './measures.ts';
import { findMeasures, withPlainDigits } from './measures.ts';
import { clauseOf, cleanName, nounAfter } from './target-name.ts';

const WINDOW_BEFORE = 60;
const WINDOW_AFTER = 60;

const PERIOD = /每(?<period>月|年|季度|周|半年|日)/u;
/** 每千人5批次 */
const PER_BEFORE = /每(?<per>千人|万人|百人)$/u;
/** What a person or a company may be given is no target of the plan. */
const ALLOWANCE = /(?:补助|奖励|补贴|奖补|资助|罚款|给予)$/u;
/** 20亿级项目: the number describes a kind of thing. */
const DESCRIBES = /^(?:级|的(?!目标|任务|要求|标准))|^[年月日]/u;

/** 全覆盖 as a state to reach; 开展全覆盖排查 has it as an adjective and is none. */
const FULL_COVERAGE = /全覆盖(?=[，。；;、！\n）)”]|$)/gu;
const COVERAGE_VERB = /(?:基本)?(?:实施|实现|达到|做到|完成|确保|推动|推进|力争|努力|促进|保持)/u;
const DOES_WORK = /开展|进行|坚持|组织|加强/u;
/** 旅游收入实现翻番 */
const DOUBLING = /(?:实现)?翻(?<times>[一两三])?番/gu;
const TIMES: Readonly<Record<string, number>> = { 一: 2, 两: 4, 三: 8 };

/** A target and where its words end. */
type Placed = Readonly<{ at: number; end: number; target: Target }>;

/**
 * Finds the measured targets in a task's paragraphs, outside the ranges (responsibilities) given: a noun, a comparing
 * word, a number, a unit. Every number is looked at once, with a bounded window on either side, so the time is linear.
 */
export function findTargets(view: TextView, excluded: readonly Readonly<{ start: number; end: number }>[]): Target[] {
  const text = withPlainDigits(view.text);
  const found: Placed[] = [];
  const outside = outsideOf(excluded);
  let before: Placed | undefined;
  for (const measure of findMeasures(text)) {
    if (!outside(measure.at)) continue;
    before = targetAt(view, text, measure, before);
    if (before !== undefined) found.push(before);
  }
  found.push(...matchesOf(text, FULL_COVERAGE, excluded, (match) => coverageAt(view, match)));
  found.push(...matchesOf(text, DOUBLING, excluded, (match) => doublingAt(view, match)));
  return found.sort((left, right) => left.at - right.at).map((entry) => entry.target);
}

/** Asks for rising places whether they are outside the ranges. */
function outsideOf(ranges: readonly Readonly<{ start: number; end: number }>[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= at) next++;
    return at < (ranges[next]?.start ?? Number.POSITIVE_INFINITY);
  };
}

function matchesOf(
  text: string,
  pattern: RegExp,
  excluded: readonly Readonly<{ start: number; end: number }>[],
  read: (match: RegExpExecArray) => Placed | undefined,
): Placed[] {
  const outside = outsideOf(excluded);
  return [...text.matchAll(pattern)].filter((match) => outside(match.index)).flatMap((match) => read(match) ?? []);
}

function targetAt(view: TextView, text: string, measure: Measure, previous: Placed | undefined): Placed | undefined {
  const tail = text.slice(measure.end, measure.end + WINDOW_AFTER);
  if (DESCRIBES.test(tail)) return undefined;
  const windowStart = Math.max(0, measure.at - WINDOW_BEFORE);
  const window = text.slice(windowStart, measure.at).trimEnd();
  const perBefore = PER_BEFORE.exec(window);
  const left = window.slice(0, perBefore?.index ?? window.length);
  const found = compare(left, measure, tail, previous?.target) ?? goesOn(view, left, measure, tail, previous);
  if (found === undefined) return undefined;
  const clause = clauseOf(left.slice(0, found.nameEnd), found.several);
  const earlier = left.slice(0, found.nameEnd - clause.length);
  const named = nameTarget(clause, earlier, found, tail, measure.unit, previous?.target);
  if (named.name === '' || ALLOWANCE.test(named.name)) return undefined;
  const per = perBefore?.groups?.['per'] ?? named.period;
  const start = Math.max(0, windowStart + found.nameEnd - clause.length);
  const stop = measure.end + named.following;
  const isMost = measure.most !== undefined && found.comparator === '≤';
  const isRange = measure.most !== undefined && found.comparator === '=';
  const target: Target = {
    name: named.name,
    comparator: isRange ? '≥' : found.comparator,
    value: isMost ? (measure.most ?? measure.value) : measure.value,
    unit: `${measure.unit}${measure.per || (per === undefined ? '' : `/${per}`)}`,
    text: view.text.slice(start, stop).trim(),
    span: spanOf(view, start, stop),
  };
  return { at: measure.at, end: measure.end, target };
}

type Named = Readonly<{
  name: string;
  /** 月 in 每月不少于1篇. */
  period: string | undefined;
  /** Length of the name when it follows the number. */
  following: number;
}>;

/** 新增企业60家、农民合作社20个: the list goes on with another noun and another number. */
function goesOn(
  view: TextView,
  left: string,
  measure: Measure,
  tail: string,
  previous: Placed | undefined,
): Compared | undefined {
  if (previous === undefined || /%|百分点/u.test(`${previous.target.unit}${measure.unit}`) || !CLOSES.test(tail)) {
    return undefined;
  }
  const between = view.text.slice(previous.end, measure.at);
  if (!/^[、和及][^\d，。；：、]{2,20}$/u.test(between)) return undefined;
  const comparator = boundComparator(measure.bound) ?? '=';
  return { comparator, nameEnd: left.length, change: '', counted: false, several: false };
}

function nameTarget(
  clause: string,
  earlier: string,
  found: Compared,
  tail: string,
  unit: string,
  previous: Target | undefined,
): Named {
  const period = PERIOD.exec(clause)?.groups?.['period'];
  // 国家级、省级、市级监督抽检…: one of three levels is no part of the name.
  const own = cleanName(/级、$/u.test(earlier) ? clause.replace(/^[\u4e00-\u9fff]{1,2}级/u, '') : clause);
  const following = nounAfter(tail);
  const useFollowing =
    following.length >= 2 && !/^(?:以|的|和|并|及|用于|给予)/u.test(following) && !/[%点]/u.test(unit);
  if (found.counted || (useFollowing && !MEASURED_NOUN.test(own))) {
    return {
      name: cleanName(following.replace(/^.*的(?=[“\u4e00-\u9fff]{2})/u, '')).replace(/(?:任务|工作)$/u, ''),
      period,
      following: following.length,
    };
  }
  if (own.length >= 2) return { name: `${own}${found.change}`, period, following: 0 };
  const before = clauseOf(earlier.replace(/[，、：]$/u, ''));
  // 覆盖率达到85%，力争达到90%: the second number measures the same thing.
  if (previous !== undefined && before !== '' && previous.text.endsWith(before)) {
    return { name: previous.name.replace(CHANGE, ''), period, following: 0 };
  }
  const noun =
    /(?:负责|做好|开展|加强|抓好|要|的|完成|推进)([^负做开加抓要的完推]{2,12})$/u.exec(before)?.[1] ?? before;
  return { name: cleanName(noun), period, following: 0 };
}

function coverageAt(view: TextView, match: RegExpExecArray): Placed | undefined {
  const at = match.index;
  const clause = clauseOf(view.text.slice(Math.max(0, at - WINDOW_BEFORE), at));
  const verb = COVERAGE_VERB.exec(clause);
  if (verb === null && DOES_WORK.test(clause)) return undefined;
  const inside = verb === null ? '' : cleanName(clause.slice(verb.index + verb[0].length));
  const name = inside.length >= 2 ? inside : cleanName(clause.slice(0, verb?.index ?? clause.length));
  return named(view, name, { value: 100, unit: '%' }, at - clause.length, at + match[0].length);
}

function doublingAt(view: TextView, match: RegExpExecArray): Placed | undefined {
  const at = match.index;
  const clause = clauseOf(view.text.slice(Math.max(0, at - WINDOW_BEFORE), at));
  const name = cleanName(clause.replace(/(?:较|比)20\d\d年$/u, ''));
  const value = TIMES[match.groups?.['times'] ?? '一'] ?? 2;
  return named(view, name, { value, unit: '倍' }, at - clause.length, at + match[0].length);
}

function named(
  view: TextView,
  name: string,
  aim: Pick<Target, 'value' | 'unit'>,
  start: number,
  end: number,
): Placed | undefined {
  if (name.length < 2) return undefined;
  const target: Target = {
    name,
    comparator: '=',
    ...aim,
    text: view.text.slice(start, end),
    span: spanOf(view, start, end),
  };
  return { at: end, end, target };
}
