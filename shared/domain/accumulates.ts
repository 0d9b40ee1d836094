/** How values of several periods make one of the year: added up (批次), or the last one stands (覆盖率). */
export const ACCUMULATES = ['sum', 'latest'] as const;
export type Accumulates = (typeof ACCUMULATES)[number];

export const ACCUMULATES_LABELS: Readonly<Record<Accumulates, string>> = { sum: '各期相加', latest: '取最近一期' };

/** A share, a rate or a state is as it was said last; its words or its unit say so. */
const STATE_UNIT = /[%％‰‱/／倍度分]|率$/u;
const STATE_NAME = /率|覆盖|占比|比重|比例|权重|指数|满意度|得分|排名|浓度/u;

/** Which it is, by unit and name, when nobody has said. */
export function accumulatesByWords({ name, unit }: { readonly name: string; readonly unit: string }): Accumulates {
  return STATE_UNIT.test(unit) || (unit === '' && STATE_NAME.test(name)) ? 'latest' : 'sum';
}
