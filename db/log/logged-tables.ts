/**
 * Tables that change only through steps. All have an integer `id`. Left out: `step` and `change` (the log
 * itself), `stored_file` and `stored_reading` (append-only facts), `return_draft` (nothing is decided yet),
 * and `sample` (the date of the sample file).
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
  'agency_contact',
  'return_mapping',
  'return_rule',
  'note',
  'closed_duty',
  'period_rule',
  'calendar_year',
  'extension',
  'closing',
  'target_value',
  'milestone',
  'sub_item',
  'verification',
  'evidence',
  'summary',
  'leader',
  'duty',
  'duty_record',
  'reminder',
  'matter',
  'light_rule_set',
  'scoring_rule',
  'layout',
  'template',
  'export',
] as const;

export type LoggedTable = (typeof TABLES)[number];

export const LOGGED_TABLES: ReadonlySet<string> = new Set(TABLES);

/** Whether a table name read from the log is one of ours. */
export function isLoggedTable(name: string): name is LoggedTable {
  return LOGGED_TABLES.has(name);
}
