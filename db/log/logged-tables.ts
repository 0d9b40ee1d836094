/**
 * Tables that change only through steps. All have an integer `id`. Left out: `step` and `change` (the log
 * itself) and `stored_file` (append-only facts, addressed by content).
 */
const TABLES = [
  'plan',
  'section',
  'task',
  'task_target',
  'task_due',
  'agency',
  'agency_alias',
  'agency_member',
  'assignment',
  'period',
  'progress',
  'form',
  'form_item',
  'return',
  'return_item',
  'note',
] as const;

export type LoggedTable = (typeof TABLES)[number];

export const LOGGED_TABLES: ReadonlySet<string> = new Set(TABLES);

/** Whether a table name read from the log is one of ours. */
export function isLoggedTable(name: string): name is LoggedTable {
  return LOGGED_TABLES.has(name);
}
