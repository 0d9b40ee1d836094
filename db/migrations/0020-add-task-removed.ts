/**
 * A task that a newer version of the plan no longer holds: hidden, not deleted, because its progress, forms and
 * returns must outlive it. `NULL` means the task stands.
 *
 * No step of format 10 that can be undone touches `task`, so no logged row of it is ever compared with one that has
 * the new column. A hidden task's `number` is its negative id: the numbers of the plan are free for its successors.
 */
export const migration0020 = {
  number: 20,
  name: 'add-task-removed',
  sql: `
ALTER TABLE task ADD COLUMN removed_on TEXT;
CREATE INDEX task_standing ON task (id) WHERE removed_on IS NULL;
`,
} as const;
