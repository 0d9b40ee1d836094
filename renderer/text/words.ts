import type { AgencyKind } from '#shared/domain/agency.ts';
import type { CellFact } from '#shared/domain/cell-history.ts';
import type { AssignmentOrigin } from '#shared/domain/matrix.ts';
import type { DatedPeriod } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import type { Manner, StepView } from '#shared/domain/step.ts';
import { shortDateText } from './dates.ts';

/** Words of the window that belong to no single screen. */
export const APP_NAME = '责任矩阵';

/** Heading over a run of columns; two characters where a family often has one member. */
export const KIND_HEADINGS: Readonly<Record<AgencyKind, string>> = {
  party: '县委',
  government: '县政府部门',
  judicial: '法检',
  'people-organization': '群团',
  vertical: '垂管',
  office: '议事',
  township: '乡镇',
  group: '集体单位',
};

export const ORIGIN_WORDS: Readonly<Record<AssignmentOrigin, string>> = {
  parsed: '读自文件',
  manual: '手工设定',
  inherited: '随集体单位',
};

const MANNER_WORDS: Readonly<Record<Manner, string>> = {
  typed: '窗口录入',
  pasted: '粘贴',
  filled: '填充',
  form: '回收表',
  document: '读入文件',
  carried: '结转',
};

/** Where a step came from, for the history: 粘贴; 命令行; 回收表（命令行）. */
export function stepSource({ client, manner }: Pick<StepView, 'client' | 'manner'>): string {
  if (client === 'window') return MANNER_WORDS[manner];
  return manner === 'typed' ? '命令行' : `${MANNER_WORDS[manner]}（命令行）`;
}

/** What can change in a cell or a task. */
export const CELL_FACT_WORDS: Readonly<Record<CellFact, string>> = {
  ...PROGRESS_FIELD_LABELS,
  role: '责任',
  note: '批注',
  number: '序号',
  title: '任务',
  content: '全文',
  section: '章节',
  removed: '删除',
  reporter: '填报人',
  leadLeader: '牵头领导',
  leaderInCharge: '分管领导',
  personInCharge: '责任人',
  cadence: '报送周期',
  target: '指标数值',
  milestone: '节点',
  subItem: '子项',
  verification: '核查',
  evidence: '佐证材料',
  extension: '延期',
  closing: '办结',
  summary: '汇总稿',
  piece: '定期报送',
  matter: '来源',
};

export const STEP_KIND_WORDS: Readonly<Record<StepView['kind'], string>> = {
  do: '操作',
  undo: '撤销',
  redo: '重做',
};

/** `2021年10月 · 10月31日截止`, and 已关闭 when the period is closed. */
export function periodText(period: DatedPeriod): string {
  const due = `${shortDateText(period.dueDay)}截止${period.isDueUnsure ? '（节假日未知）' : ''}`;
  return `${periodTitle(period.label)}　${due}${period.closedOn === null ? '' : ' · 已关闭'}`;
}
