/**
 * What is looked at in a return that could be read, and yet may not be what was asked for. A hit is a doubt on the cell
 * and a sentence for the agency. Each rule has a switch; `on` is how it stands before anybody turned it.
 */
export const RETURN_RULES = [
  {
    name: 'done-without-narrative',
    label: '已完成而未填进展情况',
    hint: '进展状态为“已完成”，进展情况是空的。',
    on: true,
  },
  {
    name: 'blocked-without-problem',
    label: '受阻而存在问题填“无”',
    hint: '进展状态为“受阻”，存在问题却写“无”。',
    on: true,
  },
  {
    name: 'same-as-last',
    label: '与上期相同',
    hint: '进展情况与本单位上期的文字相同或几乎相同。',
    on: true,
  },
  {
    name: 'same-as-other',
    label: '与其他单位相同',
    hint: '进展情况与其他单位本期的文字相同或几乎相同。',
    on: true,
  },
  {
    name: 'same-as-plan',
    label: '照抄任务原文',
    hint: '进展情况与工作安排中的原文相同或几乎相同。',
    on: true,
  },
  {
    name: 'figure-against-target',
    label: '文中数字与量化指标不符',
    hint: '文中引用的目标数与指标不同；或者没有达到指标，却填已完成、100%。',
    on: true,
  },
  {
    name: 'figure-against-percent',
    label: '文中百分数与完成比例不符',
    hint: '文中写明总体完成多少，与完成比例一栏不同。',
    on: true,
  },
  {
    name: 'figure-below-last',
    label: '累计数少于上期',
    hint: '文中的累计数比本单位上期报的少。',
    on: true,
  },
  {
    name: 'words-only',
    label: '只有套话',
    hint: '进展情况只有“正在推进”“按计划开展”之类的话，没有数字、日期和具体内容。',
    on: true,
  },
  {
    name: 'done-below-hundred',
    label: '已完成而完成比例不到 100%',
    hint: '进展状态为“已完成”，完成比例却小于 100%。',
    on: false,
  },
] as const satisfies readonly {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
}[];

export type ReturnRuleName = (typeof RETURN_RULES)[number]['name'];

/** The rules that are on before anybody turned a switch. */
export const DEFAULT_RETURN_RULES: ReadonlySet<ReturnRuleName> = new Set(
  RETURN_RULES.filter(({ on }) => on).map(({ name }) => name),
);
