import type { Target } from '#shared/domain/plan-reading.ts';
import type { Measure } from './measures.ts';
import { findMeasures, withPlainDigits } from './measures.ts';
import { clauseOf, cleanName, nounAfter } from './target-name.ts';
import type { TextView } from './text-view.ts';
import { spanOf } from './text-view.ts';

/**
 * Measured targets: a noun, a comparing word, a number, a unit.
 * Every number is looked at once, with a bounded window on either side, so the time is linear.
 */
type Comparator = Target['comparator'];

const WINDOW_BEFORE = 60;
const WINDOW_AFTER = 60;

/** Words before the number, longest first. */
const COMPARING: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:不得?低于|不得?少于|不小于|不得?低於|至少达?到?|最低|[≥≧>＞]=?|(?<!不|不得)(?:超过|突破|高于|大于|多于))$/u,
    '≥',
  ],
  [
    /(?:(?:最高)?(?:不得?超过|不得?高于|不大于|不多于|低于|少于|小于|控制在|压缩(?:到|至|在)|缩短(?:到|至)|压减(?:到|至))|[≤≦<＜]=?)$/u,
    '≤',
  ],
  [/(?:约|大约|近)$/u, '约'],
  [/(?:提高|提升|增长|增加|扩大|降低|下降|减少|上升|恢复|发展|拓展|减)(?:到|至)$/u, '='],
  [/(?:稳定|保持|维持)(?:在|达到?)$/u, '='],
  [/(?:分别|均|全部|总体|力争|确保|应|须|基本)?(?:达到|达|完成|实现|为)$/u, '='],
];
const CHANGE = /(?:同比|较上年|较去年|年均|平均)?(?<verb>增长|提高|提升|增加|下降|降低|减少|压减|上升|递增|递减)$/u;
/** 压减审批时限30%以上: the change stands before what changes. */
const CHANGE_BEFORE = /^.{0,8}(?:压减|压缩|降低|减少|提高|提升|增加|削减|缩短)[^\d]{2,20}$/u;
/** Bare nouns that take a number directly: 权重2%以上, 覆盖率100%. */
const MEASURED_NOUN =
  /(?:率|权重|比例|比重|占比|覆盖面|总量|数量|额度|面积|里程|产值|产量|用量|排放量|监测量|检验量|浓度|指数|得分)$/u;

const VERBS =
  '完成|新建设|新建|新增|建设|建成|培育|引进|打造|创建|培养|培训|举办|组织|开展|改扩建|改造|改建|扩建|建立|设立|发展|化解|整治|抽检|抽查|检查|' +
  '开工|竣工|投产|招引|签约|安置|治理|绿化|造林|修复|淘汰|推广';
/** Directly before the number: 完成50批次…任务. */
const DOING = new RegExp(
  `(?<least>至少|不少于)?(?<verb>${VERBS}|选拔|评选|评定|遴选|监测|救助|布局|创作|发布|报送|推出|扶持|资助|认定|筹建|组建|选派|走访|慰问)(?:了)?$`,
  'u',
);
/** A clause that opens with what is to be done, before a number: 新增停车位2000个, 城镇新增就业5万人. */
const DONE_BEFORE = new RegExp(
  `^(?:力争|确保|全年|年内|计划|预计|全[省市县区]|每年)*(?:[\\u4e00-\\u9fff]{0,6})(?:${VERBS}|实施|发放|争取|投入|处置|转移就业)(?:[^，。]{0,24}(?:的|以上))?[^\\d]{2,24}$`,
  'u',
);
const CLOSES = /^[，。；、\n（(）)]|^$/u;
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

/** Finds the targets in a task's paragraphs, outside the ranges (responsibilities) given. */
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

type Compared = Readonly<{
  comparator: Comparator;
  /** Length of the left window without the comparing word. */
  nameEnd: number;
  /** 下降, 增长 … belong to the name: 死亡率下降. */
  change: string;
  /** The number counts things done: 完成50批次…任务; the name follows the number. */
  counted: boolean;
  several: boolean;
}>;

function compare(left: string, measure: Measure, tail: string, previous: Target | undefined): Compared | undefined {
  const { unit } = measure;
  const byBound = boundComparator(measure.bound);
  const list = /[%％](?:以上|以内|左右)?(?:和|、)$/u.exec(left);
  if (list !== null && previous !== undefined && /分别/u.test(left)) {
    const nameEnd = left.lastIndexOf('分别');
    return { comparator: byBound ?? previous.comparator, nameEnd, change: '', counted: false, several: true };
  }
  for (const [pattern, comparator] of COMPARING) {
    const match = pattern.exec(left);
    if (match === null) continue;
    const rest = left.slice(0, match.index);
    const deeper = comparator === '约' ? compare(rest, { ...measure, bound: undefined }, tail, previous) : undefined;
    const change = CHANGE.exec(rest);
    const counted = /完成$/u.test(match[0]) && /^[\u4e00-\u9fff]{2}/u.test(tail) && unit !== '%';
    return {
      comparator: byBound ?? comparator,
      nameEnd: change?.index ?? deeper?.nameEnd ?? match.index,
      change: change?.groups?.['verb'] ?? '',
      counted,
      several: /分别/u.test(match[0]),
    };
  }
  const change = CHANGE.exec(left);
  if (change !== null && /%|百分点|倍|[个家名人场次户亩吨元]$/u.test(unit)) {
    const rest = left.slice(0, change.index);
    const atLeast = /(?:至少|不低于|不少于)$/u.exec(rest);
    return {
      comparator: byBound ?? (atLeast === null ? '=' : '≥'),
      nameEnd: atLeast?.index ?? change.index,
      change: change.groups?.['verb'] ?? '',
      counted: false,
      several: false,
    };
  }
  const plain = {
    comparator: byBound ?? '=',
    nameEnd: left.length,
    change: '',
    counted: false,
    several: false,
  } as const;
  if (MEASURED_NOUN.test(left) && (byBound !== undefined || unit === '%')) return plain;
  const clause = clauseOf(left);
  if (unit === '%' && CHANGE_BEFORE.test(clause) && CLOSES.test(tail)) return plain;
  const continued = /[和、及]$/u.test(left) && previous !== undefined && endsWithin(left, previous);
  const doing = continued ? /[和、及]$/u.exec(left) : DOING.exec(left);
  if (/%|百分点|天|小时|分钟|工作日/u.test(unit)) return undefined;
  const least = doing?.groups?.['least'] === undefined ? '=' : '≥';
  if (doing !== null && /^[“\u4e00-\u9fff]{2}/u.test(tail)) {
    return { ...plain, comparator: byBound ?? least, counted: true };
  }
  if (least === '≥' && CLOSES.test(tail)) return { ...plain, comparator: byBound ?? least };
  // 新建公办幼儿园20所。: what is done stands before the number, which closes the clause.
  return DONE_BEFORE.test(clause.trimStart()) && CLOSES.test(tail) ? plain : undefined;
}

/** 引进30名管理人才和50名专业人才: the verb before the first number counts the second too. */
function endsWithin(left: string, previous: Target): boolean {
  const at = left.lastIndexOf(previous.text.slice(-6));
  return at >= 0 && !/[，。；：\n]/u.test(left.slice(at + 6)) && !/[%点]/u.test(previous.unit);
}

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

function boundComparator(bound: string | undefined): Comparator | undefined {
  if (bound === undefined) return undefined;
  if (bound.endsWith('以上')) return '≥';
  return bound === '左右' || bound === '上下' ? '约' : '≤';
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
