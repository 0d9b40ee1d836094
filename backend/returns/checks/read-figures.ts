import { findMeasures, type Measure, withPlainDigits } from '#backend/plan/figures/measures.ts';
import { clauseOf, nounAfter } from '#backend/plan/figures/target-name.ts';

/** A figure of a report with the words around it. */
export type Figure = Pick<Measure, 'value' | 'unit' | 'per'> & {
  /** The words of its clause before it. */
  readonly before: string;
  /** The words after its unit. */
  readonly after: string;
  /** What is counted, when the noun follows: 12 家企业. */
  readonly noun: string;
};

const AFTER = 12;
const BEFORE = 40;

/** Every figure with a unit in a report, by the grammar that reads the plan's own. */
export function readFigures(text: string): readonly Figure[] {
  const plain = withPlainDigits(text.normalize('NFC')).replace(/(?<=\d)[ \t\u{A0}]+(?=[\u4e00-\u9fff%％])/gu, '');
  return findMeasures(plain).map(({ at, end, value, unit, per }) => ({
    value,
    unit,
    per,
    before: clauseOf(plain.slice(Math.max(0, at - BEFORE), at).trimEnd()),
    after: plain.slice(end, end + AFTER),
    noun: nounAfter(plain.slice(end, end + AFTER)),
  }));
}

/** Only meant to come, or only of this month: no statement of how far the task has got. */
export const NOT_SO_FAR =
  /预计|计划(?!内)|力争|确保|拟|将|争取|下一?步|下月|本月|当月|本期|上月|同比|环比|较|其中|\d{1,2}月(?!底|末|份?以来)/u;
/** Of the whole so far. */
export const SO_FAR = /累计|共计?|截至|至今|目前|全年|今年以来|年初以来|已|完成/u;
