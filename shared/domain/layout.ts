/** 任务分解表, 责任矩阵, 进展台账. */
export const LAYOUTS = ['decomposition', 'matrix', 'ledger'] as const;

export type Layout = (typeof LAYOUTS)[number];

export const LAYOUT_LABELS: Readonly<Record<Layout, string>> = {
  decomposition: '任务分解表',
  matrix: '责任矩阵',
  ledger: '进展台账',
};

export const PAPERS = ['A4', 'A3'] as const;

export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ['landscape', 'portrait'] as const;
