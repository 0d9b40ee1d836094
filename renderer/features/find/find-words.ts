import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import type { FindScope, Hit, HitField } from './find-hits.ts';

export const SCOPE_WORDS: Readonly<Record<FindScope, string>> = {
  all: '全部内容',
  task: '任务文字',
  role: '责任标记',
  agency: '单位名称',
  progress: '本期进展',
  note: '批注',
};

export const FIELD_WORDS: Readonly<Record<HitField, string>> = {
  title: '任务',
  content: '全文',
  role: '责任',
  agency: '单位名称',
  narrative: '进展情况',
  problems: '存在问题',
  nextSteps: '下步措施',
  note: '批注',
};

/** Where a hit stands: `第5项 · 公安局 · 进展情况`. */
export function placeWords(hit: Hit, overview: Overview, tasks: readonly MatrixTask[]): string {
  const task = tasks.find((candidate) => candidate.id === hit.taskId);
  const agency = overview.agencies.find((candidate) => candidate.id === hit.agencyId);
  return [task ? `第${task.number}项` : '', agency?.shortName ?? '', FIELD_WORDS[hit.field]]
    .filter((part) => part !== '')
    .join(' · ');
}
