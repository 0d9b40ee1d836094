import { scoringText } from './scoring-rule.ts';
import {
  type Dimension,
  FIGURE_LABELS,
  FIGURES,
  LOAD_WEIGHTS,
  MOVE_LABELS,
  MOVES,
  type PlanStatistics,
  type StatisticsComparison,
  type TargetTally,
} from './statistics.ts';

/** The tables of a plan's statistics, in the order in which they are listed. */
export const STATISTICS_VIEWS = [
  'byAgency',
  'byKind',
  'bySection',
  'byLeader',
  'byRole',
  'byStatus',
  'byLight',
  'byPeriod',
  'targets',
  'load',
  'ranking',
] as const;
export type StatisticsView = (typeof STATISTICS_VIEWS)[number];

export const STATISTICS_VIEW_LABELS: Readonly<Record<StatisticsView, string>> = {
  byAgency: '按单位',
  byKind: '按单位类别',
  bySection: '按章节',
  byLeader: '按牵头领导',
  byRole: '按责任',
  byStatus: '按状态',
  byLight: '按亮灯',
  byPeriod: '按报送期',
  targets: '量化指标',
  load: '任务负担',
  ranking: '排名',
};

/** Head of the first column of a dimension's table. */
export const DIMENSION_HEADS: Readonly<Record<Dimension, string>> = {
  byAgency: '单位',
  byKind: '单位类别',
  bySection: '章节',
  byLeader: '牵头领导',
  byRole: '责任',
  byStatus: '状态',
  byLight: '亮灯',
  byPeriod: '报送期',
};

type FigureCell = string | number | null;

/** A table of figures as plain values: for the clipboard and for a workbook. A share is a number of 0 to 1. */
export type FigureTable = {
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly kind: 'text' | 'long-text' | 'number' | 'share' }[];
  readonly rows: readonly (readonly FigureCell[])[];
  /** The sum below; `null`: nothing is added up. */
  readonly total: readonly FigureCell[] | null;
  readonly notes: readonly string[];
};

/** Whether a target is reached, as it stands in a table. */
export function metText({ met }: Pick<TargetTally, 'met'>): string {
  if (met === null) return '未报';
  return met ? '已达到' : '未达到';
}

/** One table of a plan's statistics. */
export function figureTable(statistics: PlanStatistics, view: StatisticsView): FigureTable {
  const name = STATISTICS_VIEW_LABELS[view];
  switch (view) {
    case 'ranking':
      return {
        name,
        columns: [number('名次'), text('单位'), number('得分'), { head: '得分说明', kind: 'long-text' }],
        rows: statistics.ranking.map(({ rank, agency, score, because }) => [rank, agency, score, because]),
        total: null,
        notes: [`评分规则：${scoringText(statistics.scoring)}`],
      };
    case 'targets':
      return {
        name,
        columns: [
          ...[number('任务'), { head: '指标', kind: 'long-text' } as const, text('目标'), number('累计完成')],
          ...[share('完成比例'), share('序时进度'), text('是否达到')],
          ...[number('已报单位'), number('达到单位'), number('单位数')],
        ],
        rows: statistics.targets.map((target) => [
          ...[target.task, target.target, `${target.comparator}${target.wanted}${target.unit}`, target.cumulative],
          ...[target.share, target.timeShare, metText(target)],
          ...[target.reported, target.reached, target.agencies],
        ]),
        total: null,
        notes: [],
      };
    case 'load':
      return {
        name,
        columns: [text('单位'), number('牵头'), number('按职责分工负责'), number('配合'), number('加权任务量')],
        rows: statistics.load.map((row) => [
          ...[row.agency, row.lead, row.coResponsible, row.cooperating, row.weighted],
        ]),
        total: null,
        notes: [
          `每项任务按责任加权：牵头 ${LOAD_WEIGHTS.lead}，按职责分工负责 ${LOAD_WEIGHTS['co-responsible']}，配合 ${LOAD_WEIGHTS.cooperating}；多期只计一次。`,
        ],
      };
    default:
      return {
        name,
        columns: [
          text(DIMENSION_HEADS[view]),
          ...FIGURES.map((figure) => number(FIGURE_LABELS[figure])),
          ...[share('占比'), share('报送率')],
        ],
        rows: statistics[view].map((row) => [row.name, ...FIGURES.map((figure) => row[figure]), row.share, row.rate]),
        total: ['合计', ...FIGURES.map((figure) => statistics[figure]), null, statistics.rate],
        notes: [],
      };
  }
}

/** What moved between two days: a table of duties, and one of agencies. */
export function comparisonTables({ duties, agencies }: StatisticsComparison): readonly [FigureTable, FigureTable] {
  return [
    {
      name: '责任变化',
      columns: [
        ...[text('变化'), number('任务'), { head: '任务名称', kind: 'long-text' } as const],
        ...[text('单位'), text('原来'), text('现在')],
      ],
      rows: duties.map(({ move, task, title, agency, before, after }) => [
        ...[MOVE_LABELS[move], task, title, agency, before?.word ?? '', after?.word ?? ''],
      ]),
      total: null,
      notes: [],
    },
    {
      name: '各单位变化',
      columns: [
        text('单位'),
        ...MOVES.map((move) => number(MOVE_LABELS[move])),
        ...[share('原报送率'), share('现报送率')],
      ],
      rows: agencies.map((agency) => [
        agency.agency,
        ...MOVES.map((move) => agency[move]),
        ...[agency.before.rate, agency.after.rate],
      ]),
      total: null,
      notes: [],
    },
  ];
}

/** A table as text for the clipboard: cells parted by tabs, a line for each row. */
export function figureText({ columns, rows, total }: FigureTable): string {
  const cellText = (cell: FigureCell, index: number): string => {
    if (typeof cell === 'number' && columns[index]?.kind === 'share') return percentText(cell);
    return String(cell ?? '').replace(/[\t\r\n]+/gu, ' ');
  };
  return [columns.map(({ head }) => head), ...rows, ...(total ? [total] : [])]
    .map((row) => row.map(cellText).join('\t'))
    .join('\n');
}

/** A share as it stands in a table: 83.3%; empty when there is none. */
export function percentText(value: number | null): string {
  return value === null ? '' : `${Math.round(value * 1000) / 10}%`;
}

type Column = FigureTable['columns'][number];
const text = (head: string): Column => ({ head, kind: 'text' });
const number = (head: string): Column => ({ head, kind: 'number' });
const share = (head: string): Column => ({ head, kind: 'share' });
