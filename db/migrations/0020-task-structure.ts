/**
 * Tasks that can be inserted, moved, renumbered and removed; notes; former names; the history of one cell.
 *
 * - `task`: `position` orders the tasks of a section (spaced, see commands/task-order.ts), `number` is what is
 *   printed. A removed task is kept, so that its roles, progress and forms stay with it. The table is rebuilt to
 *   lose UNIQUE (plan_id, number): renumbering passes through numbers that stand twice; commands/invariants.ts
 *   looks at the result instead. Format 10 never deleted a task, so the new AUTOINCREMENT counter is the old one.
 * - `change`: the cell a logged row belongs to, as virtual columns with an index, so that a cell's history needs
 *   no scan of the log.
 * - `step.actor`: the computer user who made the step; empty for steps made before.
 */
export const migration0020 = {
  number: 20,
  name: 'task-structure',
  sql: `
CREATE TABLE task_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  section_id INTEGER REFERENCES section (id),
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  responsibility TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO task_rebuilt
  SELECT id, plan_id, section_id, number * 1024, number, title, content, responsibility, source_start, source_end, 0 FROM task;
DROP TABLE task;
ALTER TABLE task_rebuilt RENAME TO task;
-- Few rows, read by every query that leaves the roles and progress of removed tasks out.
CREATE INDEX task_removed ON task (id) WHERE removed = 1;

ALTER TABLE agency_alias ADD COLUMN kind TEXT NOT NULL DEFAULT 'alias' CHECK (kind IN ('alias', 'former'));

-- A note on a cell, or with no agency on the task itself.
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE UNIQUE INDEX note_by_cell ON note (task_id, coalesce(agency_id, 0));

CREATE INDEX progress_by_agency ON progress (agency_id);

ALTER TABLE step ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN task_id INTEGER GENERATED ALWAYS AS (coalesce(after, before) ->> 'task_id') VIRTUAL;
ALTER TABLE change ADD COLUMN agency_id INTEGER GENERATED ALWAYS AS (coalesce(after, before) ->> 'agency_id') VIRTUAL;
CREATE INDEX change_by_cell ON change (task_id, agency_id) WHERE task_id IS NOT NULL;
-- Which workbook a step took in: else found among all the rows of a large return.
CREATE INDEX change_of_return ON change (step_id) WHERE table_name = 'return';
`,
} as const;
