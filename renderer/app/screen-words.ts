import type { Screen } from '../state/screen.ts';

/** The screens as their tabs name them. */
export const SCREEN_WORDS: Readonly<Record<Screen, string>> = {
  matrix: '责任矩阵',
  ledger: '进展台账',
  returns: '回收',
  duties: '定期报送',
  reminders: '催办',
  statistics: '统计',
  pages: '档案',
};
