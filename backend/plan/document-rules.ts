import type { ReadRule, Span } from '#shared/domain/plan-reading.ts';
import type { TextView } from './text-view.ts';
import { sliceView, spanOf } from './text-view.ts';

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
  /** What the added units are to do: 负责/落实 or 配合/参与. */
  cooperating: boolean;
}>;

const FIRST_LEADS =
  /(?:(?:各项|每项|上述|以上|以下)?(?:任务|工作|措施)?(?:中)?)?(?:责任单位|单位|部门)?(?:排|列|排名|排序|位列|排列|居|以)?(?:在|于)?(?:首位|第一位?|第一个|最前面?|首个|之首)(?:的|者)?(?:责任)?(?:单位|部门)?(?:均?为|是|即为|系|作为)(?:总)?(?:牵头|主办|主责|第一责任|主要责任)(?:责任)?(?:单位|部门)?(?:[，,、；;（(]\s?(?:以?下同|其余[^。；;）)]{0,24}|其他[^。；;）)]{0,24}))*/u;

const ALWAYS =
  /(?:以下|上述|以上|下列|各项|本(?:方案|安排)中?)(?:各项|各条|所有|全部)?(?:任务|工作|措施|政策|事项|内容|条款)?(?:均|都|皆)(?:需要?|须|应|由|要)?(?<units>(?![需须应由要])[\u4e00-\u9fff、（）()〔〕]{2,40}?)(?:(?:按照?职责(?:分工)?|具体|共同)?(?<verb>负责落实|负责|落实|实施|配合|参与))[，,；;]?\s?(?<lasting>不再(?:单独|一一|逐一|另行|重复|分别)?(?:列出|列明|标注|注明|列示|说明|列)|以?下同)/u;

/** The rules in the view, in order; a bracket holds one of each kind at most. */
export function findRules(view: TextView): DocumentRule[] {
  // Cheap look first: the expressions are tried only where their key words stand.
  if (!/首位|第一|最前|首个|之首|不再|下同/u.test(view.text)) return [];
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
    cooperating: false,
  };
}

function findAlways(view: TextView): DocumentRule | undefined {
  const match = ALWAYS.exec(view.text);
  if (match?.groups === undefined) return undefined;
  const units = match.groups['units'] ?? '';
  const from = match.index + match[0].indexOf(units);
  return {
    kind: 'always',
    text: match[0],
    span: spanOf(view, match.index, match.index + match[0].length),
    start: match.index,
    end: match.index + match[0].length,
    lasting: true,
    units: sliceView(view, from, from + units.length),
    cooperating: /配合|参与/u.test(match.groups['verb'] ?? ''),
  };
}
