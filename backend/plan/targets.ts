import type { Target } from '#shared/domain/plan-reading.ts';
import type { TextView } from './text-view.ts';
import { spanOf } from './text-view.ts';

/**
 * Measured targets: a noun, a comparing word, a number, a unit.
 * Every number is looked at once, with a bounded window on either side, so the time is linear.
 */
type Comparator = Target['comparator'];

const WINDOW_BEFORE = 60;
const WINDOW_AFTER = 60;
const NAME_MAX = 24;

const NUMBER = /\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;
/** 百分之九十 is rare; 年, 月, 日 are dates and terms, never targets. */
const UNIT =
  /^\s?(?<unit>%|％|‰|个百分点|百分点|(?:[万亿]|千)?(?:批次|人次|场次|例次|班次|平方公里|平方千米|平方米|立方米|公里|千米|公顷|吨标准煤|千瓦时|千瓦|兆瓦|微克\/立方米|毫克\/升|个工作日|工作日|小时|分钟|美元|元|个|家|名|人|场|次|户|亩|套|台|座|处|项|篇|期|件|条|份|吨|张|所|辆|对|支|部|天|分|位|倍|只|头|株|棵|艘|架|间|例|册|块|批|类|款|种|宗|起|列|轮|站|栋|盏|斤|克|米)|[万亿])(?<per>\s?\/\s?(?:千人|万人|百人|[\u4e00-\u9fff]{1,3}))?/u;
const AFTER_NUMBER = /^\s?(?<bound>及?以上|及?以内|之内|及?以下|左右|上下)?/u;

/** Words before the number, longest first. */
const COMPARING: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:不得?低于|不得?少于|不小于|不得?低於|至少达?到?|最低|(?<!不|不得)(?:超过|突破|高于|大于|多于))$/u, '≥'],
  [
    /(?:最高)?(?:不得?超过|不得?高于|不大于|不多于|低于|少于|小于|控制在|压缩(?:到|至|在)|缩短(?:到|至)|压减(?:到|至))$/u,
    '≤',
  ],
  [/(?:约|大约|近)$/u, '约'],
  [/(?:提高|提升|增长|增加|扩大|降低|下降|减少|上升|恢复|发展|拓展|减)(?:到|至)$/u, '='],
  [/(?:稳定|保持|维持)(?:在|达到?)$/u, '='],
  [/(?:分别|均|全部|总体|力争|确保|应|须|基本)?(?:达到|达|完成|实现|为)$/u, '='],
];
const CHANGE = /(?:同比|较上年|较去年|年均|平均)?(?<verb>增长|提高|提升|增加|下降|降低|减少|压减|上升|递增|递减)$/u;
/** Bare nouns that take a number directly: 权重2%以上, 覆盖率100%. */
const MEASURED_NOUN =
  /(?:率|权重|比例|比重|占比|覆盖面|总量|数量|额度|面积|里程|产值|产量|用量|排放量|监测量|检验量|浓度|指数|得分)$/u;

const DOING =
  /(?:完成|新建|新建设|建设|建成|新增|培育|引进|打造|创建|培养|培训|举办|组织|开展|改造|改建|扩建|建立|设立|选拔|评选|评定|遴选|推广|发展|化解|整治|抽检|抽查|检查|监测|开工|竣工|招引|签约|救助|安置|治理|绿化|造林|修复|淘汰|布局|创作|发布|报送|推出|扶持|资助|认定|筹建|组建|选派|走访|慰问)(?:了)?$/u;

/** A clause that opens with what is to be done, before a number: 新增停车位2000个, 城镇新增就业5万人. */
const DONE_BEFORE =
  /^(?:力争|确保|全年|年内|计划|预计|全[省市县区])*(?:[\u4e00-\u9fff]{0,6})(?:完成|新建|建设|建成|新增|培育|引进|打造|创建|培养|培训|举办|组织|开展|实施|改造|改建|扩建|建立|设立|发展|化解|整治|抽检|抽查|检查|绿化|造林|修复|淘汰|推广|发放|争取|投入|处置|转移就业)[^\d]{2,24}$/u;

const LEADING =
  /^(?:到?20\d{2}年(?:底前?|末)?|截至[^，]{1,10}|\d{1,2}年内|年内|其中|力争|确保|实现|保证|推动|推进|使|要|并|且|全年|本年度|年度|今年|持续|继续|进一步|切实|努力|稳步|不断|完成(?![率量数额度])|开展|组织|做到|达到|实施|实行|全面|全[省市县区国镇乡州](?:范围内)?|重点|每(?:年|月|季度|周|半年))/u;
const PERIOD = /每(?<period>月|年|季度|周|半年|日)/u;

/** 全覆盖 as a state to reach; 开展全覆盖排查 has it as an adjective and is none. */
const FULL_COVERAGE = /全覆盖(?=[，。；;、！\n）)”]|$)/gu;
const COVERAGE_VERB = /(?:基本)?(?:实施|实现|达到|做到|完成|确保|推动|推进|力争|努力|促进|保持)/u;

/** Finds the targets in a task's paragraphs, outside the ranges (responsibilities) given. */
export function findTargets(view: TextView, excluded: readonly Readonly<{ start: number; end: number }>[]): Target[] {
  const targets: { at: number; target: Target }[] = [];
  let exclusion = 0;
  const isExcluded = (at: number): boolean => {
    while (exclusion < excluded.length && (excluded[exclusion]?.end ?? 0) <= at) exclusion++;
    const range = excluded[exclusion];
    return range !== undefined && at >= range.start;
  };
  let before: Target | undefined;
  for (const match of view.text.matchAll(NUMBER)) {
    if (isExcluded(match.index)) continue;
    const target = targetAt(view, match.index, match[0], before);
    if (target !== undefined) targets.push({ at: match.index, target });
    before = target;
  }
  exclusion = 0;
  for (const match of view.text.matchAll(FULL_COVERAGE)) {
    const target = isExcluded(match.index) ? undefined : coverageAt(view, match.index);
    if (target !== undefined) targets.push({ at: match.index, target });
  }
  return targets.sort((left, right) => left.at - right.at).map((entry) => entry.target);
}

function targetAt(view: TextView, at: number, digits: string, previous: Target | undefined): Target | undefined {
  const { text } = view;
  if (/[0-9A-Za-z.〔［-]/u.test(text.charAt(at - 1))) return undefined;
  const after = text.slice(at + digits.length, at + digits.length + WINDOW_AFTER);
  const unitMatch = UNIT.exec(after);
  if (unitMatch?.groups === undefined) return undefined;
  const unit = unitMatch.groups['unit'] ?? '';
  const afterUnit = after.slice(unitMatch[0].length);
  const bound = AFTER_NUMBER.exec(afterUnit);
  const tail = afterUnit.slice(bound?.[0].length ?? 0);
  if (/^的(?!目标|任务|要求|标准)/u.test(tail) || /^[年月日]/u.test(tail)) return undefined;
  const end = at + digits.length + unitMatch[0].length + (bound?.[0].length ?? 0);
  const windowStart = Math.max(0, at - WINDOW_BEFORE);
  const left = text.slice(windowStart, at).trimEnd();
  const found = compare(left, unit, bound?.groups?.['bound'], tail, previous);
  if (found === undefined) return undefined;
  const value = Number(digits.replaceAll(/[,，]/gu, ''));
  const clause = clauseOf(left.slice(0, found.nameEnd), found.several);
  const named = nameTarget(clause, left.slice(0, found.nameEnd - clause.length), found, tail, unit);
  if (named.name === '') return undefined;
  const per = unitMatch.groups['per']?.replaceAll(/\s/gu, '') ?? (named.period === undefined ? '' : `/${named.period}`);
  const start = Math.max(0, windowStart + found.nameEnd - clause.length);
  const stop = end + named.following;
  return {
    name: named.name,
    comparator: found.comparator,
    value,
    unit: `${unit === '％' ? '%' : unit}${per}`,
    text: text.slice(start, stop).trim(),
    span: spanOf(view, start, stop),
  };
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

function compare(
  left: string,
  unit: string,
  bound: string | undefined,
  tail: string,
  previous: Target | undefined,
): Compared | undefined {
  const byBound = boundComparator(bound);
  const list = /[%％](?:以上|以内|左右)?(?:和|、)$/u.exec(left);
  if (list !== null && previous !== undefined && /分别/u.test(left)) {
    const nameEnd = left.lastIndexOf('分别');
    return { comparator: byBound ?? previous.comparator, nameEnd, change: '', counted: false, several: true };
  }
  for (const [pattern, comparator] of COMPARING) {
    const match = pattern.exec(left);
    if (match === null) continue;
    const rest = left.slice(0, match.index);
    const deeper = comparator === '约' ? compare(rest, unit, undefined, tail, previous) : undefined;
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
  if (change !== null && /%|％|百分点|倍|[个家名人场次户亩吨元]$/u.test(unit)) {
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
  if (MEASURED_NOUN.test(left) && (byBound !== undefined || /[%％]/u.test(unit))) {
    return { comparator: byBound ?? '=', nameEnd: left.length, change: '', counted: false, several: false };
  }
  const continued = /[和、及]$/u.test(left) && previous !== undefined && endsWithin(left, previous);
  const doing = continued ? /[和、及]$/u.exec(left) : DOING.exec(left);
  if (/[%％]|百分点|天|小时|分钟|工作日/u.test(unit)) return undefined;
  if (doing !== null && /^[“\u4e00-\u9fff]{2}/u.test(tail)) {
    return { comparator: byBound ?? '=', nameEnd: left.length, change: '', counted: true, several: false };
  }
  // 新建公办幼儿园20所。: what is done stands before the number, which closes the clause.
  const clause = clauseOf(left, false);
  if (DONE_BEFORE.test(clause) && /^[，。；、\n）)]|^$/u.test(tail)) {
    return { comparator: byBound ?? '=', nameEnd: left.length, change: '', counted: false, several: false };
  }
  return undefined;
}

/** 引进30名管理人才和50名专业人才: the verb before the first number counts the second too. */
function endsWithin(left: string, previous: Target): boolean {
  const at = left.lastIndexOf(previous.text.slice(-6));
  return at >= 0 && !/[，。；：\n]/u.test(left.slice(at + 6)) && !/[%％点]/u.test(previous.unit);
}

function boundComparator(bound: string | undefined): Comparator | undefined {
  if (bound === undefined) return undefined;
  if (bound.endsWith('以上')) return '≥';
  return bound === '左右' || bound === '上下' ? '约' : '≤';
}

/** The words since the last mark; a list before 分别 keeps its marks. */
function clauseOf(left: string, several: boolean): string {
  const marks = several ? /[，。；：！？\n（）()]/u : /[，。；：！？\n（）()、]/u;
  let start = left.length;
  while (start > 0 && !marks.test(left.charAt(start - 1))) start--;
  return left.slice(start);
}

function nameTarget(clause: string, earlier: string, found: Compared, tail: string, unit: string): Named {
  const period = PERIOD.exec(clause)?.groups?.['period'];
  // 国家级、省级、市级监督抽检…: one of three levels is no part of the name.
  const own = cleanName(/级、$/u.test(earlier) ? clause.replace(/^[\u4e00-\u9fff]{1,2}级/u, '') : clause);
  const following = nounAfter(tail);
  const useFollowing =
    following.length >= 2 && !/^(?:以|的|和|并|及|用于|给予)/u.test(following) && !/[%％点]/u.test(unit);
  if (found.counted || (useFollowing && !MEASURED_NOUN.test(own))) {
    return {
      name: cleanName(following.replace(/^.*的(?=[“\u4e00-\u9fff]{2})/u, '')).replace(/(?:任务|工作)$/u, ''),
      period,
      following: following.length,
    };
  }
  if (own.length >= 2 && !isPeriodOnly(clause)) return { name: `${own}${found.change}`, period, following: 0 };
  const before = clauseOf(earlier.replace(/[，、：]$/u, ''), false);
  const noun =
    /(?:负责|做好|开展|加强|抓好|要|的|完成|推进)([^负做开加抓要的完推]{2,12})$/u.exec(before)?.[1] ?? before;
  return { name: cleanName(noun), period, following: 0 };
}

/** 具有博士、硕士学位的企业紧缺人才: a list before 的 only describes; without 的 the first item is the name. */
function nounAfter(tail: string): string {
  const phrase = /^[“”\u4e00-\u9fff+·、]{2,48}/u.exec(tail)?.[0] ?? '';
  const described = /^.*的[^的、]{2,24}/u.exec(phrase)?.[0];
  return (described ?? phrase.split('、')[0]?.slice(0, 24) ?? '').replace(/[和及与]$/u, '');
}

function isPeriodOnly(clause: string): boolean {
  return cleanName(clause) === '';
}

/** Short and without quotes: what a person would call it. */
function cleanName(clause: string): string {
  let name = clause.replaceAll(/[“”"‘’《》\s]/gu, '');
  for (let stripped = name.replace(LEADING, ''); stripped !== name; stripped = name.replace(LEADING, ''))
    name = stripped;
  name = name.replace(
    /(?:要|应|须|力争|均|分别|总体|基本|全部|原则上|最长|最高|最低|较上年|较去年|同比|比上年)+$/u,
    '',
  );
  if (name.length <= NAME_MAX) return name;
  const of = name.lastIndexOf('的', name.length - 4);
  return of >= 0 && name.length - of - 1 <= NAME_MAX ? name.slice(of + 1) : name.slice(-NAME_MAX);
}

function coverageAt(view: TextView, at: number): Target | undefined {
  const left = view.text.slice(Math.max(0, at - WINDOW_BEFORE), at);
  const clause = clauseOf(left, false);
  const verb = COVERAGE_VERB.exec(clause);
  if (verb === null) return undefined;
  const inside = cleanName(clause.slice(verb.index + verb[0].length));
  const name = inside.length >= 2 ? inside : cleanName(clause.slice(0, verb.index));
  if (name.length < 2) return undefined;
  const start = at - clause.length;
  const end = at + '全覆盖'.length;
  return {
    name,
    comparator: '=',
    value: 100,
    unit: '%',
    text: view.text.slice(start, end),
    span: spanOf(view, start, end),
  };
}
