/** Layouts that come with the program, by their keys; what each looks like: backend/excel/layouts/built-in. */
export const LAYOUTS = [
  'decomposition',
  'matrix',
  'ledger',
  'agency-tasks',
  'summary',
  'targets',
  'reports',
  'late',
] as const;

export type Layout = (typeof LAYOUTS)[number];

export const LAYOUT_LABELS: Readonly<Record<Layout, string>> = {
  decomposition: '重点工作任务分解表',
  matrix: '责任矩阵',
  ledger: '进展情况台账',
  'agency-tasks': '单位任务清单',
  summary: '进展情况汇总统计表',
  targets: '量化指标完成情况表',
  reports: '信息报送统计表',
  late: '逾期及存在问题清单',
};

export const PAPERS = ['A4', 'A3'] as const;

export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
