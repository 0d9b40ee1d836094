import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { ReturnField } from '#shared/domain/return-field.ts';

/** Names an entry of one period, what one agency reports on one task: `task/agency`, such as `12/3`. */
export type EntryKey = `${number}/${number}`;

export function entryKey(taskId: TaskId, agencyId: AgencyId): EntryKey {
  return `${taskId}/${agencyId}`;
}

/** Names a cell of one period, for ever: `12/3/percent`. */
export function itemKey(taskId: TaskId, agencyId: AgencyId, field: ReturnField): string {
  return `${entryKey(taskId, agencyId)}/${field}`;
}
