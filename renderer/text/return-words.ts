import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import type { CollectionCell, ColumnHow, ReturnColumnField } from '#shared/domain/return-review.ts';
import { RETURN_STATE_LABELS } from '#shared/domain/return-review.ts';

/** What a column of a returned sheet is read as. */
export const RETURN_COLUMN_WORDS: Readonly<Record<ReturnColumnField, string>> = {
  ...PROGRESS_FIELD_LABELS,
  number: '序号',
  section: '章节',
  task: '任务内容',
  'task-id': '任务编码',
  agency: '责任单位',
};

/** How a column came to its meaning. */
export const COLUMN_HOW_WORDS: Readonly<Record<ColumnHow, string>> = {
  exact: '按表头',
  contained: '按表头中的词',
  contents: '按内容',
  remembered: '沿用上次',
  pointed: '手工指定',
};

/** Where an agency stands with its return. */
export const COLLECTION_STATE_WORDS: Readonly<Record<CollectionCell['state'], string>> = {
  ...RETURN_STATE_LABELS,
  'not-owed': '无任务',
  'not-sent': '未发出',
  waiting: '待回收',
  late: '逾期未回',
};
