import { packParts, partsOf } from './build-template.ts';
import { likeWps, prefixed, withAbsoluteTargets } from './dialects.ts';
import type { Feature, Geometry } from './draft.ts';
import { withDrawings } from './features/drawings.ts';
import {
  withFrozenPanes,
  withHidden,
  withMergedBody,
  withOutline,
  withPageBreaks,
  withPrinterSettings,
  withPrintTitles,
  withProtection,
} from './features/page.ts';
import {
  withComments,
  withCustomParts,
  withFormAsTable,
  withFormControl,
  withLinks,
  withMacros,
  withTable,
} from './features/parts.ts';
import { withPivot } from './features/pivot.ts';
import { withConditions, withExtensions, withNamedFormulas, withValidations } from './features/rules.ts';
import { draftForm, FORM_NAME, type FormShape } from './the-form.ts';

/** A superior's workbook: its bytes, and where a person sees its table. */
export type Template = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The sheet to fill. */
  readonly sheet: string;
  readonly geometry: Geometry;
  readonly ending: 'xlsx' | 'xlsm';
};

type Dialect = (parts: ReadonlyMap<string, string | Uint8Array>) => Map<string, string | Uint8Array>;

type Recipe = {
  readonly shape?: Partial<FormShape>;
  readonly features?: readonly Feature[];
  readonly dialect?: Dialect;
};

const SHAPE: FormShape = { headRows: 2, bodyRows: 3 };

/** All that leaves the form's own cells as they are. */
const EVERYTHING: readonly Feature[] = [
  withDrawings('chart', 'picture', 'text box'),
  withPivot,
  withConditions,
  withValidations,
  withExtensions,
  withNamedFormulas,
  withPrintTitles,
  withPageBreaks,
  withPrinterSettings,
  withFrozenPanes,
  withHidden,
  withComments,
  withLinks,
  withTable,
  withCustomParts,
];

const LAST_MONTH = [
  [1, '进口冷链食品管控', '县市场监督管理局', '县卫生健康和体育局', 0.6, '已排查冷库12家。', '', ''],
  [2, '农产品抽检', '县农业农村局', '', 0.8, '抽检268批次。', '力量不足', ''],
  [3, '校园食堂检查', '县教育局', '县市场监督管理局', 1, '检查食堂46家。', '', ''],
] as const;

/** Every template by name, each with one thing that a filler could break; the last ones with nearly all of them. */
const RECIPES: Readonly<Record<string, Recipe>> = {
  plain: {},
  'one head row': { shape: { headRows: 1 } },
  'three head rows': { shape: { headRows: 3 } },
  'last month': { shape: { lastMonth: LAST_MONTH } },
  'no totals': { shape: { hasTotals: false } },
  'one body row': { shape: { bodyRows: 1 } },
  placeholders: {
    shape: {
      title: '{{年度}}年重点工作任务进展情况统计表',
      unitLine: ['填报单位：{{填报单位}}', '填报日期：{{填报日期}}'],
    },
  },
  chart: { features: [withDrawings('chart')] },
  picture: { features: [withDrawings('picture')] },
  'text box': { features: [withDrawings('text box')] },
  pivot: { features: [withPivot] },
  conditions: { features: [withConditions] },
  validations: { features: [withValidations] },
  extensions: { features: [withExtensions] },
  'named formulas': { features: [withNamedFormulas] },
  'print titles': { features: [withPrintTitles] },
  'page breaks': { features: [withPageBreaks] },
  'printer settings': { features: [withPrinterSettings] },
  'frozen panes': { features: [withFrozenPanes] },
  protection: { features: [withProtection] },
  hidden: { features: [withHidden] },
  outline: { features: [withOutline] },
  'merged body': { features: [withMergedBody] },
  comments: { features: [withComments] },
  'form control': { features: [withComments, withFormControl] },
  links: { features: [withLinks] },
  table: { features: [withTable] },
  'form as table': { shape: { headRows: 1, hasTotals: false }, features: [withFormAsTable] },
  'custom parts': { features: [withCustomParts] },
  macros: { features: [withMacros, withDrawings('chart')] },
  prefixed: { dialect: prefixed, features: [withConditions, withValidations] },
  'absolute targets': { dialect: withAbsoluteTargets, features: [withDrawings('chart'), withLinks] },
  'like WPS': { dialect: likeWps, features: [withConditions, withDrawings('picture')] },
  everything: { features: EVERYTHING },
  'everything with macros': {
    shape: { headRows: 3, lastMonth: LAST_MONTH },
    features: [...EVERYTHING, withMacros, withProtection, withOutline],
  },
};

/** Names of the templates there are. */
export const TEMPLATE_NAMES: readonly string[] = Object.keys(RECIPES);

/** Makes a template. @param shape changes the form of the recipe, as for a body of 5,000 rows */
export async function makeTemplate(name: string, shape: Partial<FormShape> = {}): Promise<Template> {
  const recipe = RECIPES[name];
  if (!recipe) throw new Error(`no template ${name}`);
  const draft = draftForm({ ...SHAPE, ...recipe.shape, ...shape });
  for (const feature of recipe.features ?? []) feature(draft);
  const parts = partsOf(draft);
  const bytes = await packParts(recipe.dialect?.(parts) ?? parts);
  return { name, bytes, sheet: FORM_NAME, geometry: draft.geometry, ending: draft.hasMacros ? 'xlsm' : 'xlsx' };
}
