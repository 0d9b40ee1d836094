import type { TextView } from '../text/text-view.ts';
import { sliceView } from '../text/text-view.ts';
import { isGroupUnit, isStrictUnit, splitJoinedUnits, unitLikeness } from './unit-lexicon.ts';

export type UnitPart = Readonly<{ view: TextView }>;

type UnitList = Readonly<{
  units: readonly UnitPart[];
  /** 等单位, 等国务院相关部门: words that extend the list without naming a unit. */
  scope: readonly string[];
  /** Fragments that held two units without a separator. */
  joined: readonly UnitPart[];
}>;

const CONJUNCTION = /以及|和|及|与|并/gu;
const NOT_A_CONJUNCTION_BEFORE = /[涉普以危顾波触不惠参总共温祥亲调饱]$/u;
/** 水利部等部门 before 及地方人民政府 */
const ETC_BEFORE = /等(?:有关|相关)?(?:部门|单位)?$/u;
const ETC_TAIL =
  /^(?:相关|有关|各|所有|其他|市|县|区|省|州|镇|国务院|中央|直|级|属|驻|成员|责任|主管|职能|行业|\d{1,3}个?|[一二三四五六七八九十]{1,3}个?|家|单位|部门|机构|地区|方面|企业|机关|委办局|局|委|办|厅|和|及|（|）)+$/u;

/**
 * Splits a list without separators: 和, 及 and 等和 join units; 县住房和城乡建设管理局 is one.
 * A conjunction parts two units only where what stands before it is already a whole name.
 */
export function splitUnits(list: TextView): UnitList {
  const units: UnitPart[] = [];
  const scope: string[] = [];
  const joined: UnitPart[] = [];
  let rest = list;
  for (let guard = 0; rest.text !== '' && guard < 64; guard++) {
    const cutAt = nextCut(rest.text);
    const head = sliceView(rest, 0, cutAt?.start ?? rest.text.length);
    rest = cutAt === undefined ? sliceView(rest, rest.text.length) : sliceView(rest, cutAt.end);
    addUnit(head, units, scope, joined);
  }
  if (rest.text !== '') units.push({ view: rest });
  return { units, scope, joined };
}

function addUnit(head: TextView, units: UnitPart[], scope: string[], joined: UnitPart[]): void {
  const etc = etcIn(head.text);
  if (etc !== undefined && etc.tail !== '') scope.push(`等${etc.tail}`);
  const name = etc === undefined ? head : sliceView(head, 0, etc.at);
  const lengths = splitJoinedUnits(name.text);
  if (lengths.length > 1) joined.push({ view: name });
  let at = 0;
  for (const length of lengths) {
    const view = sliceView(name, at, at + length);
    if (view.text !== '') units.push({ view });
    at += length;
  }
}

/** The first conjunction (or 等和) that parts two units. */
function nextCut(text: string): Readonly<{ start: number; end: number }> | undefined {
  if (text.length > 400) return undefined;
  CONJUNCTION.lastIndex = 0;
  for (let match = CONJUNCTION.exec(text); match !== null; match = CONJUNCTION.exec(text)) {
    const left = text.slice(0, match.index).replace(ETC_BEFORE, '');
    const right = text.slice(match.index + match[0].length);
    if (NOT_A_CONJUNCTION_BEFORE.test(left) || insideBracket(left)) continue;
    if (isStrictUnit(left) && opensUnit(right, left)) {
      return { start: match.index, end: match.index + match[0].length };
    }
  }
  return undefined;
}

function insideBracket(left: string): boolean {
  return (left.match(/[（(〔［[]/gu)?.length ?? 0) > (left.match(/[）)〕］\]]/gu)?.length ?? 0);
}

/** What follows the conjunction must hold a unit of its own; 其办公室 and 各部门和单位 belong to the left. */
function opensUnit(right: string, left: string): boolean {
  if (/^(?:其|所属|下属|所辖|本)/u.test(right)) return false;
  const name = right.replace(/等.{0,12}$/u, '');
  if (isGroupUnit(left) && !/^(?:各|有关|相关|省|市|县|区|州|国)/u.test(name) && !isNamedBody(name)) return false;
  if (name.length < 3) return false;
  const firstName = name.split(/以及|和|及|与/u)[0] ?? '';
  return unitLikeness(name) !== 'odd' || isStrictUnit(firstName);
}

/** 两江新区管委会 has a name of its own; 管委会 and 街道办事处 only say what kind. */
function isNamedBody(name: string): boolean {
  return name.length >= 6 && /(?:管委会|公司|集团|中心|[局委办部厅])$/u.test(name) && isStrictUnit(name);
}

/** 等 after a whole name ends the list; 高等教育处 has it inside. */
function etcIn(text: string): Readonly<{ at: number; tail: string }> | undefined {
  const at = text.lastIndexOf('等');
  const tail = text.slice(at + 1);
  // 农业农村、生态环境、水利等部门: fields stand for the departments, so the name itself need not look like one.
  const isField = /^[\u4e00-\u9fff]{2,6}$/u.test(text.slice(0, at)) && /(?:部门|单位|机构)$/u.test(tail);
  if (at <= 0 || (unitLikeness(text.slice(0, at)) === 'odd' && !isField)) return undefined;
  return tail === '' || ETC_TAIL.test(tail) || isGroupUnit(tail) ? { at, tail } : undefined;
}
