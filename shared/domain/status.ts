/** Where an agency stands with a task in one period. */
export const STATUSES = ['not-started', 'in-progress', 'done', 'blocked', 'not-applicable'] as const;

export type Status = (typeof STATUSES)[number];

/** Chinese name of each status, as printed in every table and form. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  'not-started': '未启动',
  'in-progress': '推进中',
  done: '已完成',
  blocked: '受阻',
  'not-applicable': '不涉及',
};

/** The name of a status; empty when nobody said one. */
export function statusText(status: Status | null): string {
  return status === null ? '' : STATUS_LABELS[status];
}

const WRITINGS: Readonly<Record<Status, readonly string[]>> = {
  'not-started': ['未启动', '未开始', '未开展', '尚未启动', '没有开始'],
  'in-progress': [
    '推进中',
    '进行中',
    '正在推进',
    '正在进行',
    '有序推进',
    '正常推进',
    '持续推进',
    '推进',
    '在办',
    '办理中',
  ],
  done: ['已完成', '完成', '办结', '已办结', '全部完成', '销号', '已销号'],
  blocked: ['受阻', '滞后', '进展缓慢', '停滞', '困难'],
  'not-applicable': ['不涉及', '无此项', '不适用', '无'],
};

const STATUS_BY_WRITING = new Map<string, Status>([
  ...STATUSES.map((status) => [status, status] as const),
  ...STATUSES.flatMap((status) => WRITINGS[status].map((writing) => [writing, status] as const)),
]);

/**
 * Reads a status as written by a person or a program (`done`, 已完成, 办结 …).
 *
 * @returns the status, or `undefined` when the text names none
 */
export function parseStatus(text: string): Status | undefined {
  return STATUS_BY_WRITING.get(text.normalize('NFKC').replace(/\s+/gu, ''));
}
