import {
  FIGURE_LABELS,
  FIGURES,
  MOVE_LABELS,
  type PlanStatistics,
  type StatisticsComparison,
  type TargetTally,
} from '#shared/domain/statistics.ts';
import { percentText } from './figure-text.ts';
import { DIMENSION_HEADS, type StatisticsView } from './views.ts';

type Cell = string | number | null;

/** Whether a target is reached, as it stands in a table. */
export function metText({ met }: Pick<TargetTally, 'met'>): string {
  if (met === null) return '未报';
  return met ? '已达到' : '未达到';
}

/** One table as text for a workbook: cells parted by tabs, a line for each row. */
export function statisticsText(statistics: PlanStatistics, view: Exclude<StatisticsView, 'comparison'>): string {
  switch (view) {
    case 'ranking':
      return lines([
        ['名次', '单位', '得分', '得分说明'],
        ...statistics.ranking.map(({ rank, agency, score, because }) => [rank, agency, score, because]),
      ]);
    case 'targets':
      return lines([
        ['任务', '指标', '目标', '累计完成', '完成比例', '序时进度', '是否达到', '已报单位', '达到单位', '单位数'],
        ...statistics.targets.map((target) => [
          target.task,
          target.target,
          `${target.comparator}${target.wanted}${target.unit}`,
          target.cumulative,
          percentText(target.share),
          percentText(target.timeShare),
          metText(target),
          target.reported,
          target.reached,
          target.agencies,
        ]),
      ]);
    case 'load':
      return lines([
        ['单位', '牵头', '按职责分工负责', '配合', '加权任务量'],
        ...statistics.load.map((row) => [row.agency, row.lead, row.coResponsible, row.cooperating, row.weighted]),
      ]);
    default:
      return lines([
        [DIMENSION_HEADS[view], ...FIGURES.map((figure) => FIGURE_LABELS[figure]), '占比', '报送率'],
        ...statistics[view].map((row) => [
          row.name,
          ...FIGURES.map((figure) => row[figure]),
          percentText(row.share),
          percentText(row.rate),
        ]),
        ['合计', ...FIGURES.map((figure) => statistics[figure]), '', percentText(statistics.rate)],
      ]);
  }
}

/** What moved between two days as text for a workbook. */
export function comparisonText({ duties }: Pick<StatisticsComparison, 'duties'>): string {
  return lines([
    ['变化', '任务', '任务名称', '单位', '原来', '现在'],
    ...duties.map(({ move, task, title, agency, before, after }) => [
      MOVE_LABELS[move],
      task,
      title,
      agency,
      before?.word ?? '',
      after?.word ?? '',
    ]),
  ]);
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n');
}
