import type { Dimension } from '#shared/domain/statistics.ts';

/** The tables of the screen, in the order of its list. */
export const VIEWS = [
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
  'comparison',
] as const;
export type StatisticsView = (typeof VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<StatisticsView, string>> = {
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
  comparison: '自上期通报以来',
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
