// Rows and mappings for the tests of filling: what a data file would give, made by hand.

import type { FillRow, FillValues, TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { makeTemplate, type Template } from '#tests/helpers/templates/templates.ts';

/** A row of ours: a task by its number, with what the form may ask for. */
export function fillRow(number: number, words: string, values: FillValues = {}): FillRow {
  return {
    taskId: TaskIdSchema.parse(number),
    number,
    title: words,
    content: words,
    section: '',
    agency: null,
    values: { number: { number }, task: words, group: words, ...values },
  };
}

export function agencyOf(id: number, name: string) {
  return { id: AgencyIdSchema.parse(id), name };
}

/** Tasks as in the made forms of last month, and more. */
export const TASKS = [
  '进口冷链食品管控',
  '农产品抽检',
  '校园食堂检查',
  '食品小作坊整治',
  '网络订餐监管',
  '保健食品专项清理',
  '农贸市场快检',
  '食品安全宣传周',
] as const;

export function someRows(count: number): readonly FillRow[] {
  return Array.from({ length: count }, (_, index) =>
    fillRow(index + 1, TASKS[index] ?? `第${index + 1}项任务：检查食品经营户`, {
      lead: '县市场监督管理局',
      cooperating: '县卫生健康和体育局、县教育局',
      percent: { percent: 50 + index },
      narrative: `本期检查经营户${index + 10}户`,
      problems: index % 2 === 0 ? '' : '人手不足',
    }),
  );
}

/** How the columns of the made forms are meant. */
export function mappingOf({ sheet, geometry }: Pick<Template, 'sheet' | 'geometry'>): TemplateMapping {
  const fields = ['number', 'task', 'lead', 'cooperating', 'percent', 'narrative', 'problems', null] as const;
  const heads = ['序号', '重点工作任务', '牵头单位', '配合单位', '完成比例', '工作进展', '存在问题', '备注'];
  return {
    sheet,
    titleCell: 'A1',
    unitCell: 'A2',
    headRows: [geometry.headRows[0], geometry.headRows[1]],
    bodyRow: geometry.bodyRow,
    columns: fields.map((field, index) => ({
      column: String.fromCharCode(65 + index),
      head: heads[index] ?? '',
      field,
      sure: true,
    })),
  };
}

export function fillInput(
  template: Uint8Array,
  mapping: TemplateMapping,
  more: Partial<TemplateFillInput> = {},
): TemplateFillInput {
  return {
    template,
    fileName: '表样.xlsx',
    mapping,
    isSettled: true,
    rows: someRows(3),
    rowsAre: 'task',
    agencies: [],
    home: ['泽州县人民政府办公室'],
    period: { kind: 'month', title: '2021年10月', startsOn: '2021-10-01', endsOn: '2021-10-31' },
    year: 2021,
    today: '2021-10-28',
    unit: '泽州县人民政府办公室',
    notes: [],
    ...more,
  };
}

/** A made form, filled with so many rows. */
export async function filledForm(
  name: string,
  rows: readonly FillRow[],
  shape: Parameters<typeof makeTemplate>[1] = {},
) {
  const template = await makeTemplate(name, shape);
  const filling = await fillTemplate(fillInput(template.bytes, mappingOf(template), { rows }));
  return { template, filling };
}
