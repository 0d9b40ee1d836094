import { isBlank } from '../text/blanks.ts';

/**
 * The labels that stand before units, people or dates: 责任单位：、牵头单位：、完成时限： …
 * Plans write them inside a bracket, on a line of their own, or as 【责任单位】.
 */
type LabelMeaning = 'lead' | 'default' | 'cooperating' | 'joint' | 'unknown' | 'person' | 'due' | 'other';

type Label = Readonly<{
  meaning: LabelMeaning;
  text: string;
  start: number;
  end: number;
  /** Names of people stand among the units. */
  persons: boolean;
}>;

const LEVEL =
  '(?:整改|任务|工作|项目|措施|问题|事项|改革|该项)?(?:(?:国家|省|市|县|区|州|镇|乡|部门)(?:级|直|本级)?)?(?:第一|主要|具体|直接|共同|其他|其它|相关|有关|涉及|分项|各|拟)?';
/** 成员单位, 协调单位: they help where somebody else is responsible. */
const JOINT = '协调|成员|相关|有关|涉及|涉改|会商|验收|审核|其他|其它';
const LEAD = '主要责任|总牵头|牵头|主办|主责|主抓|主管|统筹|第一责任';
const DEFAULT = '主体责任|监管责任|属地责任|责任|承办|落实|实施|执行|主体|属地|监管|分工|负责|承担|完成';
const COOPERATING = '协同配合|配合|协办|协助|协同|协作|参与|参加|支持|会办|指导|监督|督导|督办|联合';
const BODY = '(?:单位|部门|机构|科室|处室|股室|科|主体|地区|县区|区县)';
/** 责任单位（牵头）： */
const NESTED = '(?:[（(](?<nested>牵头|主办|责任|配合|协办)(?:单位|部门)?[）)])?';
/** 责任单位及责任人： */
const AND_PERSON = '(?<persons>(?:及|和|与|、|/)其?(?:责任人|负责人|责任领导|联系人|领导))?';
const PERSON =
  '(?:责任|分管|牵头|包联|包抓|联系|市级|县级|区级|带队|主管|挂帅)(?:责任)?(?:领导|人|县领导|市领导|区领导|负责人)|联系(?:人|电话)|负责人|责任领导';
const DUE =
  '(?:完成|办结|整改|工作|任务|推进|实施|达标|序时|预计完成|计划完成)?(?:时限|时间|期限|时间节点|节点|进度安排|进度|日期)(?:要求|安排|节点|进度)?';

const GROUP_LABELS =
  `(?<person>${PERSON})|` +
  `(?<due>${DUE})|` +
  `(?<lead>${LEVEL}(?:${LEAD})(?:、|及|和|与)?(?:责任|负责)?${BODY}|牵头|主办)|` +
  `(?<both>${LEVEL}(?:${LEAD})(?:、|及|和|与|/)(?:${DEFAULT}|${COOPERATING})${BODY})|` +
  `(?<co>${LEVEL}(?:${DEFAULT})(?:责任|落实|实施)?${BODY}|责任分工|任务分工|职责分工|责任主体|责任科室|属地责任|监管责任|主体责任|责任)|` +
  `(?<joint>${LEVEL}(?:${JOINT})${BODY})|` +
  `(?<coop>${LEVEL}(?:${COOPERATING})(?:责任|落实)?${BODY}|配合|协办|协同)`;

/** Between a label and its units; 责任单位为县教育局 needs the level sign of a unit to be one. */
const COLON = '(?:[:：∶﹕︰]{1,2}|(?:[为是→－]|—{1,2})(?=[国省市县区州镇乡各]))';

/** With a colon, or closed by a bracket of its own: 【责任单位】. */
const LABEL = new RegExp(
  `[【［〔\\[（(]\\s?(?:${GROUP_LABELS})\\s?[】］〕\\]）)]\\s?${COLON}?|` +
    `(?:${GROUP_LABELS.replaceAll('?<', '?<x')})${NESTED}${AND_PERSON}\\s{0,4}${COLON}`,
  'uy',
);

/** 责任单位 县人社局: a blank or the end of the line instead of the colon, before a word. */
const BLANK_LABEL = new RegExp(
  `(?:(?<lead>${LEVEL}(?:${LEAD})(?:责任)?(?:单位|部门))|(?<coop>${LEVEL}(?:${COOPERATING})(?:责任)?(?:单位|部门))|(?<co>${LEVEL}(?:${DEFAULT})(?:单位|部门)))[ \\t\\n\\u00a0\\u2002-\\u200a\\u3000]{1,8}(?=[\\u4e00-\\u9fff])`,
  'uy',
);

/** 考核单位：: a label of unknown meaning under which units stand. */
const UNKNOWN = new RegExp(`[\\u4e00-\\u9fff]{1,6}(?:单位|部门|机构)\\s{0,2}${COLON}`, 'uy');
/** 工作目标：, 备注：: inside a responsibility an unknown label ends the list of units before it. */
const OTHER = new RegExp(`[\\u4e00-\\u9fff]{2,8}\\s{0,2}${COLON}`, 'uy');

/** 责任单位县教育局, inside a bracket: nothing at all between the label and the unit. */
const JOINED = new RegExp(
  `(?:(?<lead>(?:${LEAD})(?:责任)?(?:单位|部门))|(?<coop>(?:${COOPERATING})(?:单位|部门))|(?<co>责任(?:单位|部门)))(?=[国省市县区州镇乡][\\u4e00-\\u9fff])`,
  'uy',
);

const LABEL_OPENINGS = new Set([...'【［〔[（(']);
const FIRST_CHARS = new Set([
  ...'国省市县区州镇乡部第主具共其拟总牵统责承落实执分负完协配参支会指监督联包带挂办整工任推达序预计时期节进日相有涉直属各项措问事改该成验审',
]);

/** A cheap look before the expressions: a label's first word, or a bracket with one in it. */
function looksLikeLabel(text: string, index: number): boolean {
  const first = text.charAt(index);
  if (!LABEL_OPENINGS.has(first)) return FIRST_CHARS.has(first);
  const next = text.charAt(index + 1);
  return FIRST_CHARS.has(isBlank(next) ? text.charAt(index + 2) : next);
}

/**
 * The label that starts exactly at `index`.
 *
 * @param withOther also accept labels of unknown meaning (2 to 8 Chinese characters and a colon)
 */
export function labelAt(text: string, index: number, withOther = false): Label | undefined {
  if (looksLikeLabel(text, index)) {
    LABEL.lastIndex = index;
    BLANK_LABEL.lastIndex = index;
    JOINED.lastIndex = index;
    const match = LABEL.exec(text) ?? BLANK_LABEL.exec(text) ?? (withOther ? JOINED.exec(text) : null);
    if (match !== null) {
      const groups = match.groups ?? {};
      const end = index + match[0].length;
      return {
        meaning: meaningOf(groups),
        text: match[0],
        start: index,
        end,
        persons: groups['persons'] !== undefined,
      };
    }
  }
  return withOther ? otherLabelAt(text, index) : undefined;
}

function otherLabelAt(text: string, index: number): Label | undefined {
  UNKNOWN.lastIndex = index;
  OTHER.lastIndex = index;
  const unknown = UNKNOWN.exec(text);
  const other = unknown ?? OTHER.exec(text);
  if (other === null) return undefined;
  const meaning = unknown === null ? 'other' : 'unknown';
  return { meaning, text: other[0], start: index, end: index + other[0].length, persons: false };
}

export function isLabelAt(text: string, index: number): boolean {
  return labelAt(text, index) !== undefined;
}

const START_CHARS = new Set([...FIRST_CHARS, ...LABEL_OPENINGS]);

export function mayStartLabel(char: string): boolean {
  return START_CHARS.has(char);
}

function meaningOf(groups: Readonly<Record<string, string | undefined>>): LabelMeaning {
  const nested = groups['nested'];
  if (nested !== undefined) return nested === '责任' ? 'default' : /牵头|主办/u.test(nested) ? 'lead' : 'cooperating';
  const has = (name: string): boolean => groups[name] !== undefined || groups[`x${name}`] !== undefined;
  if (has('person')) return 'person';
  if (has('due')) return 'due';
  if (has('lead')) return 'lead';
  if (has('coop')) return 'cooperating';
  if (has('joint')) return 'joint';
  return 'default';
}
