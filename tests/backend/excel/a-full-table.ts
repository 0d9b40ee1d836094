import { tableFonts } from '#backend/excel/fonts.ts';
import type { CellContent } from '#backend/excel/sheet-plan.ts';
import type { Table, TableColumn } from '#backend/excel/table.ts';
import type { LightColour } from '#shared/domain/light.ts';

/** A row of a table with everything a table can have. */
export type FullRow = {
  readonly agency: string;
  readonly numbers: readonly number[];
  readonly rate: number;
  readonly light: { readonly word: string; readonly colour: LightColour };
};

const AGENCIES = ['县教育局', '县公安局', '县卫生健康和体育局', '县市场监督管理局', '县农业农村局', '县商务局'];
const LIGHTS = [
  { word: '正常推进', colour: 'green' },
  { word: '临近时限', colour: 'yellow' },
  { word: '逾期未报', colour: 'red' },
] as const;

export function fullRows(count: number): readonly FullRow[] {
  return Array.from({ length: count }, (_, index) => ({
    agency: index < AGENCIES.length ? (AGENCIES[index] ?? '') : `县直第${index + 1}单位`,
    numbers: [index + 1, index % 4, index % 3],
    rate: ((index * 7) % 20) / 20 + (index === 1 ? 0.005 : 0),
    light: LIGHTS[index % LIGHTS.length] ?? LIGHTS[0],
  }));
}

const column = (
  head: string,
  groups: readonly string[],
  cell: (row: FullRow) => CellContent,
): TableColumn<FullRow> => ({ head, groups, width: 9, align: 'right', cell });

/** Three rows of heads, a percentage, lights, sums, notes, signature, chart, an upright page with margins of its own. */
export function aFullTable(rows: Iterable<FullRow>): Table<FullRow> {
  let sum = 0;
  function* items() {
    for (const row of rows) {
      sum += row.numbers[0] ?? 0;
      yield { kind: 'row', row } as const;
    }
  }
  return {
    sheetName: "汇总'统计",
    title: '泽州县2021年食品安全重点工作进展情况汇总统计表（2021年10月）',
    unitLine: { left: '填报单位（盖章）：泽州县人民政府办公室', right: '填报日期：2021年10月31日' },
    columns: [
      { head: '单位', width: 24, align: 'left', cell: ({ agency }) => agency },
      column('牵头', ['承担任务数', '小计'], ({ numbers }) => numbers[0] ?? null),
      column('配合', ['承担任务数', '小计'], ({ numbers }) => numbers[1] ?? null),
      column('合计', ['承担任务数'], ({ numbers }) => numbers[2] ?? null),
      { ...column('完成率', ['完成情况'], ({ rate }) => rate), percent: true },
      {
        head: '亮灯',
        width: 12,
        align: 'center',
        groups: ['完成情况'],
        cell: ({ light }) => light.word,
        light: ({ light }) => light.colour,
      },
    ],
    items: items(),
    totals: (function* () {
      yield { label: '合计', over: 1, cells: [sum, null, null, 0.5, null] };
    })(),
    notes: ['注：完成率为已完成任务数占承担任务数的比例。'],
    signature: ['填报人：　　　　　　审核人：　　　　　　单位负责人：'],
    chart: { title: '各单位完成率', categories: 0, values: 4 },
    fonts: tableFonts(),
    paper: 'A4',
    orientation: 'portrait',
    margins: { top: 20, bottom: 20, left: 15, right: 15 },
    frozenColumns: 1,
  };
}
