import type { ReadRule, Span } from '#shared/domain/plan-reading.ts';
import type { TextView } from '../text/text-view.ts';
import { sliceView, spanOf } from '../text/text-view.ts';

/**
 * A sentence that changes how LATER brackets are read:
 * 列首位的为牵头单位，下同 or 以下各项均需各区负责，不再单独列出.
 */
export type DocumentRule = Readonly<{
  kind: ReadRule['kind'];
  text: string;
  span: Span;
  /** Range of the sentence in the view it was found in. */
  start: number;
  end: number;
  /** The rest of the document follows it (下同, 不再列出), not this bracket alone. */
  lasting: boolean;
  /** The words that name the units the rule adds to every later bracket; empty for `first-leads`. */
  units: TextView;
  /** The added units, or those that are not the first, are to help: 配合, 参与. */
  cooperating: boolean;
}>;

/** 下同, 以下不再列出: what makes a rule hold for the brackets after its own. */
const LASTING =
  '(?:(?:以下|以后|后面)?(?:均|都|将)?不再(?:单独|一一|逐一|逐项|另行|重复|分别)?(?:列出|列明|标注|注明|列示|列入|罗列|说明|赘述|重复|明确|体现|提及|[做作]?分工|列)(?:[，,]以?下同)?|以?下同)';
/** 有多个责任单位的，; 除标注“分别牵头”外， */
const LEAD_IN =
  '(?:除[^，。；（）()]{1,20}外，?|[^，。；（）()]{0,8}(?:有|为)[^，。；（）()]{0,4}多个[^，。；（）()]{0,6}，)?';
const FIRST = '(?:首位|第一位|第一个|第一家|第一|最前面?|首个|首家|之首|前面)(?:的|者)?(?:责任)?(?:单位|部门)?';
const LEADER =
  '(?:总|第一)?(?:牵头|主办|主责|第一责任|主要责任)(?:(?:或|和|及|、)(?:汇总|主办|主责|负责))?(?:责任)?(?:单位|部门)?';
const FIRST_LEADS = new RegExp(
  `${LEAD_IN}(?:(?:各项|每项|上述|以上|以下)?(?:任务|工作|措施)?(?:责任)?(?:单位|部门)?中?` +
    `(?:排列|排名|排序|位列|排|列|居|位|以)?(?:在|于)?${FIRST}(?:均?为|是|即为|系|作为)${LEADER}|` +
    `牵头(?:单位|部门)(?:排|列)(?:名|在|于)?(?:首位|第一位?|最前面?))` +
    `(?:[，,、；;（(]\\s?(?:以?下同|其余[^。；;）)]{0,24}|其他[^。；;）)]{0,24}))*`,
  'u',
);
const OTHERS_COOPERATE = /(?:其余|其他)[^，。；]{0,6}(?:配合|协办|参与|协助|支持)/u;

/** 以下政策措施, 具体任务, 各项工作的落实: all of what is to be done. */
const ALL_TASKS =
  '(?:(?:以下|下列|上述|以上|后续|其余|其他|具体|各|每|所有|全部|本)[^，。；、（）()]{0,6}?(?:任务|工作|措施|政策|事项|内容|条款|条目|举措|项目|要求|目标|分工|方案|[各每]?[项条])|以下|各项)(?:的?(?:实施|落实))?';
const UNITS = '[\\u4e00-\\u9fff、（）()〔〕]{2,40}?';
const ALWAYS = new RegExp(
  `(?:${ALL_TASKS}[，,]?(?:均|都|皆)(?:(?:需要?|须|应|由|要)?(?<units>(?![需须应由要涉含包])${UNITS})` +
    `(?:(?:按照?职责(?:分工)?|具体|共同)?(?<verb>(?:贯彻|组织|负责|抓好|配合|参与|协助)?(?:落实|实施|推进)|负责|配合|参与))|` +
    `(?:涉及|包括|包含|含)(?<involved>${UNITS}))|` +
    `(?<named>${UNITS})均?为${ALL_TASKS}的?(?<namedVerb>责任|落实|实施|配合|参与|协办)(?:单位|部门)|` +
    `(?<named2>${UNITS})均为(?<namedVerb2>责任|落实|实施|配合|参与|协办)(?:单位|部门))` +
    `[，,；;。]?\\s?${LASTING}`,
  'u',
);

/** The rules in the view, in order; a bracket holds one of each kind at most. */
export function findRules(view: TextView): DocumentRule[] {
  // Cheap look first: the expressions are tried only where their key words stand.
  if (!/首位|第一|最前|首个|首家|之首|前面|不再|下同/u.test(view.text)) return [];
  return [findFirstLeads(view), findAlways(view)]
    .filter((rule) => rule !== undefined)
    .sort((left, right) => left.start - right.start);
}

function findFirstLeads(view: TextView): DocumentRule | undefined {
  const match = FIRST_LEADS.exec(view.text);
  if (match === null) return undefined;
  return {
    kind: 'first-leads',
    text: match[0],
    span: spanOf(view, match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
    lasting: /下同/u.test(match[0]),
    units: sliceView(view, 0, 0),
    cooperating: OTHERS_COOPERATE.test(match[0]),
  };
}

function findAlways(view: TextView): DocumentRule | undefined {
  const match = ALWAYS.exec(view.text);
  if (match?.groups === undefined) return undefined;
  const { groups } = match;
  const units = groups['units'] ?? groups['involved'] ?? groups['named'] ?? groups['named2'] ?? '';
  const verb = groups['verb'] ?? groups['namedVerb'] ?? groups['namedVerb2'] ?? '';
  const from = match.index + match[0].indexOf(units);
  return {
    kind: 'always',
    text: match[0],
    span: spanOf(view, match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
    lasting: true,
    units: sliceView(view, from, from + units.length),
    cooperating: /配合|参与|协办/u.test(verb),
  };
}
