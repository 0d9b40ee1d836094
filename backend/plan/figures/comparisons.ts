import type { Target } from '#shared/domain/plan-reading.ts';
import type { Measure } from './measures.ts';
import { clauseOf } from './target-name.ts';

/** What the words before and after a number say about it: at least, at most, about, or a thing to be done so many times. */
export type Comparator = Target['comparator'];

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
  // 压缩办理时间至2个工作日: the noun stands inside.
  [/(?<=(?:压缩|缩短|压减)[^，。；\d]{2,16})(?:到|至)$/u, '≤'],
  [/(?<=(?:提高|提升|扩大|增加|降低|减少)[^，。；\d]{2,16})(?:到|至)$/u, '='],
  [/(?:提高|提升|增长|增加|扩大|降低|下降|减少|上升|恢复|发展|拓展|减|降|升)(?:到|至)$/u, '='],
  [/(?:稳定|保持|维持)(?:在|达到?)$/u, '='],
  [/(?:分别|均|全部|总体|力争|确保|应|须|基本)?(?:达到|达|完成|实现|为)$/u, '='],
];
export const CHANGE =
  /(?:同比|较上年|较去年|年均|平均)?(?<verb>增长|提高|提升|增加|下降|降低|减少|压减|上升|递增|递减)$/u;
/** 压减审批时限30%以上: the change stands before what changes. */
const CHANGE_BEFORE = /^.{0,8}(?:压减|压缩|降低|减少|提高|提升|增加|削减|缩短)[^\d]{2,20}$/u;
/** Bare nouns that take a number directly: 权重2%以上, 覆盖率100%. */
export const MEASURED_NOUN =
  /(?:率|权重|比例|比重|占比|覆盖面|总量|数量|额度|面积|里程|产值|产量|用量|排放量|监测量|检验量|浓度|指数|得分)$/u;

const VERBS =
  '完成|新建设|新建|新增|建设|建成|培育|引进|打造|创建|培养|培训|举办|组织|开展|改扩建|改造|改建|扩建|建立|设立|发展|化解|整治|抽检|抽查|检查|' +
  '开工|竣工|投产|盘活|更新|购置|种植|清理|拆除|回收|腾退|流转|招引|签约|安置|治理|绿化|造林|修复|淘汰|推广';
/** Directly before the number: 完成50批次…任务. */
const DOING = new RegExp(
  `(?<least>至少|不少于)?(?<verb>${VERBS}|选拔|评选|评定|遴选|监测|救助|布局|创作|发布|报送|推出|扶持|资助|认定|筹建|组建|选派|走访|慰问)(?:了)?$`,
  'u',
);
/** A clause that opens with what is to be done, before a number: 新增停车位2000个, 城镇新增就业5万人. */
const DONE_BEFORE = new RegExp(
  `^(?:力争|确保|全年|年内|计划|预计|全[省市县区]|每年)*(?:[\\u4e00-\\u9fff]{0,6})(?:${VERBS}|实施|发放|争取|投入|处置|转移就业)(?:[^，。]{0,24}(?:的|以上))?(?:[^\\d]|\\d(?=[A-Za-z])){2,24}$`,
  'u',
);
export const CLOSES = /^[，。；、\n（(）)]|^$/u;
export type Compared = Readonly<{
  comparator: Comparator;
  /** Length of the left window without the comparing word. */
  nameEnd: number;
  /** 下降, 增长 … belong to the name: 死亡率下降. */
  change: string;
  /** The number counts things done: 完成50批次…任务; the name follows the number. */
  counted: boolean;
  several: boolean;
}>;

/**
 * How the number stands to what is measured.
 *
 * @param left the words before it
 * @param tail the words after its unit
 * @param previous the target of the number before it
 * @returns `undefined` when the number measures nothing that is aimed at
 */
export function compare(
  left: string,
  measure: Measure,
  tail: string,
  previous: Target | undefined,
): Compared | undefined {
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
  if (unit === '%' && byBound !== undefined && /.{2}占$/u.test(clause)) {
    return { ...plain, nameEnd: left.length - 1, change: '占比' };
  }
  if (unit === '%' && CHANGE_BEFORE.test(clause) && CLOSES.test(tail)) return plain;
  const continued = /[和、及]$/u.test(left) && previous !== undefined && endsWithin(left, previous);
  const doing = continued ? /[和、及]$/u.exec(left) : DOING.exec(left);
  if (/%|百分点|天|小时|分钟|工作日/u.test(unit)) return undefined;
  const least = doing?.groups?.['least'] === undefined ? '=' : '≥';
  if (doing !== null && /^[“\u4e00-\u9fff]{2}/u.test(tail)) {
    return { ...plain, comparator: byBound ?? least, counted: true };
  }
  if (least === '≥' && CLOSES.test(tail)) return { ...plain, comparator: byBound ?? least };
  // 项目40个，其中新开工20个: a part of what was counted just before.
  if (/^其中[^\d]{2,10}$/u.test(clause) && previous?.unit === unit && CLOSES.test(tail)) return plain;
  // 公交车更新500辆以上: what is done stands after what it is done to.
  if (doing !== null && byBound !== undefined && /^.{2}/u.test(clause.slice(0, -2)) && CLOSES.test(tail)) return plain;
  // 新建公办幼儿园20所。: what is done stands before the number, which closes the clause.
  return DONE_BEFORE.test(clause.trimStart()) && CLOSES.test(tail) ? plain : undefined;
}

/** 引进30名管理人才和50名专业人才: the verb before the first number counts the second too. */
function endsWithin(left: string, previous: Target): boolean {
  const at = left.lastIndexOf(previous.text.slice(-6));
  return at >= 0 && !/[，。；：\n]/u.test(left.slice(at + 6)) && !/[%点]/u.test(previous.unit);
}

export function boundComparator(bound: string | undefined): Comparator | undefined {
  if (bound === undefined) return undefined;
  if (bound.endsWith('以上')) return '≥';
  return bound === '左右' || bound === '上下' ? '约' : '≤';
}
