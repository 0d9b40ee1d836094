/**
 * The labels that stand before units, people or dates: 责任单位：、牵头单位：、完成时限： …
 * Plans write them inside a bracket, on a line of their own, or as 【责任单位】.
 */
type LabelMeaning = 'lead' | 'default' | 'cooperating' | 'person' | 'due' | 'other';

type Label = Readonly<{ meaning: LabelMeaning; text: string; start: number; end: number }>;

const LEVEL = '(?:(?:国家|省|市|县|区|州|镇|乡|部门)(?:级|直|本级)?)?(?:第一|主要|具体|共同|其他|拟)?';
const LEAD = '总牵头|牵头|主办|主责|主抓|主管|统筹|第一责任';
const DEFAULT = '责任|承办|落实|实施|执行|主体|分工|负责|承担|完成';
const COOPERATING = '协同配合|配合|协办|协助|协同|协作|参与|参加|支持|会办|指导|监督|督导|督办|联合';
const BODY = '(?:单位|部门|机构|科室|处室|股室|科|主体|地区|县区|区县)';
const PERSON =
  '(?:责任|分管|牵头|包联|包抓|联系|市级|县级|区级|带队|主管|挂帅)(?:责任)?(?:领导|人|县领导|市领导|负责人)|联系(?:人|电话)|负责人|责任领导';
const DUE =
  '(?:完成|办结|整改|工作|任务|推进|实施|达标|序时|预计完成|计划完成)?(?:时限|时间|期限|时间节点|节点|进度安排|进度|日期)(?:要求|安排|节点|进度)?';

const GROUP_LABELS =
  `(?<person>${PERSON})|` +
  `(?<due>${DUE})|` +
  `(?<lead>${LEVEL}(?:${LEAD})(?:、|及|和|与)?(?:责任|负责)?${BODY}|牵头|主办)|` +
  `(?<both>${LEVEL}(?:${LEAD})(?:、|及|和|与|/)(?:${DEFAULT}|${COOPERATING})${BODY})|` +
  `(?<co>${LEVEL}(?:${DEFAULT})(?:责任|落实|实施)?${BODY}|责任分工|任务分工|职责分工|责任主体|责任科室|责任)|` +
  `(?<coop>${LEVEL}(?:${COOPERATING})(?:责任|落实)?${BODY}|配合|协办|协同)`;

/** With a colon, or closed by a bracket of its own: 【责任单位】. */
const LABEL = new RegExp(
  `[【［〔\\[（(]\\s?(?:${GROUP_LABELS})\\s?[】］〕\\]）)]\\s?[:：]?|(?:${GROUP_LABELS.replaceAll('?<', '?<x')})\\s{0,4}[:：]`,
  'uy',
);

/** 责任单位 县人社局: a blank instead of the colon, before a word. */
const BLANK_LABEL = new RegExp(
  `(?:(?<lead>${LEVEL}(?:${LEAD})(?:责任)?(?:单位|部门))|(?<coop>${LEVEL}(?:${COOPERATING})(?:责任)?(?:单位|部门))|(?<co>${LEVEL}(?:${DEFAULT})(?:单位|部门)))[ \\t\\u00a0\\u2002-\\u200a\\u3000]{1,8}(?=[\\u4e00-\\u9fff])`,
  'uy',
);

/** 工作目标：, 备注：: inside a responsibility an unknown label ends the list of units before it. */
const OTHER = /[\u4e00-\u9fff]{2,8}\s{0,2}[:：]/uy;

const FIRST_CHARS = new Set([
  ...'【［〔[（(国省市县区州镇乡部第主具共其拟总牵统责承落实执分负完协配参支会指监督联包带挂办整工任推达序预计时期节进日',
]);

/**
 * The label that starts exactly at `index`.
 *
 * @param withOther also accept labels of unknown meaning (2 to 8 Chinese characters and a colon)
 */
export function labelAt(text: string, index: number, withOther = false): Label | undefined {
  if (FIRST_CHARS.has(text.charAt(index))) {
    LABEL.lastIndex = index;
    BLANK_LABEL.lastIndex = index;
    const match = LABEL.exec(text) ?? BLANK_LABEL.exec(text);
    if (match !== null) {
      return { meaning: meaningOf(match.groups ?? {}), text: match[0], start: index, end: index + match[0].length };
    }
  }
  if (!withOther) return undefined;
  OTHER.lastIndex = index;
  const other = OTHER.exec(text);
  return other === null ? undefined : { meaning: 'other', text: other[0], start: index, end: index + other[0].length };
}

export function isLabelAt(text: string, index: number): boolean {
  return labelAt(text, index) !== undefined;
}

export function mayStartLabel(char: string): boolean {
  return FIRST_CHARS.has(char);
}

function meaningOf(groups: Readonly<Record<string, string | undefined>>): LabelMeaning {
  const has = (name: string): boolean => groups[name] !== undefined || groups[`x${name}`] !== undefined;
  if (has('person')) return 'person';
  if (has('due')) return 'due';
  if (has('lead')) return 'lead';
  if (has('coop')) return 'cooperating';
  return 'default';
}
