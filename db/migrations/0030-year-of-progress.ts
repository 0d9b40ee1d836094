/**
 * Several plans and years in one file; periods of every length; progress without a status; who owes through a group.
 *
 * - `plan.archived_on`: a plan of a past year, kept apart. Sections, tasks and periods were a plan's already;
 *   agencies are the file's.
 * - `period`: ten days to a year and stretches of one's own, told apart by kind and start; the label is only a label.
 * - `progress`: no status when nobody said one; carried over from the period before, or summed up from other entries;
 *   who filled it in.
 * - `step`: from which client and in which manner, in two columns instead of one that said either.
 * - `assignment`, `agency_member`: from and until when, for a unit that is split or merged in the middle of the year.
 * - `owed`: who owes what, by an assignment of its own or as a member of a group. A cell may have several rows;
 *   db/queries/owed.queries.ts chooses.
 *
 * Tables are rebuilt as https://www.sqlite.org/lang_altertable.html section 7 has it. A table whose rows were deleted
 * hands its AUTOINCREMENT counter on: an id that the log knows must never be given to another row.
 */
export const migration0030 = {
  number: 30,
  name: 'year-of-progress',
  sql: `
ALTER TABLE plan ADD COLUMN archived_on TEXT;

CREATE TABLE period_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('ten-day', 'month', 'quarter', 'half-year', 'year', 'own')),
  label TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_on TEXT,
  UNIQUE (plan_id, kind, starts_on)
) STRICT;
INSERT INTO period_rebuilt SELECT id, plan_id, kind, label, starts_on, ends_on, due_on, closed_on FROM period;
${handCounterOn('period')}
DROP TABLE period;
ALTER TABLE period_rebuilt RENAME TO period;

CREATE TABLE progress_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  status TEXT CHECK (status IN ('not-started', 'in-progress', 'done', 'blocked', 'not-applicable')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  narrative TEXT NOT NULL,
  problems TEXT NOT NULL,
  next_steps TEXT NOT NULL,
  reported_on TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('manual', 'return', 'command-line', 'carried', 'summary')),
  reporter TEXT NOT NULL DEFAULT '',
  UNIQUE (task_id, agency_id, period_id)
) STRICT;
INSERT INTO progress_rebuilt
  SELECT id, task_id, agency_id, period_id, status, percent, narrative, problems, next_steps, reported_on, origin, ''
  FROM progress;
${handCounterOn('progress')}
DROP TABLE progress;
ALTER TABLE progress_rebuilt RENAME TO progress;
CREATE INDEX progress_by_period ON progress (period_id);
CREATE INDEX progress_by_agency ON progress (agency_id);

CREATE TABLE step_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  client TEXT NOT NULL CHECK (client IN ('window', 'command-line')),
  manner TEXT NOT NULL CHECK (manner IN ('typed', 'pasted', 'filled', 'form', 'document', 'carried')),
  source TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '',
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  reverses INTEGER UNIQUE REFERENCES step (id),
  CHECK ((kind = 'do') = (reverses IS NULL))
) STRICT;
INSERT INTO step_rebuilt
  SELECT id, kind, code, label,
         iif(origin = 'command-line', 'command-line', 'window'),
         CASE origin WHEN 'paste' THEN 'pasted' WHEN 'return' THEN 'form' WHEN 'plan' THEN 'document' ELSE 'typed' END,
         NULL, at, actor, undoable, reverses
  FROM step;
${handCounterOn('step')}
DROP TABLE step;
ALTER TABLE step_rebuilt RENAME TO step;
CREATE TRIGGER step_is_final_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;
CREATE TRIGGER step_is_final_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;

ALTER TABLE assignment ADD COLUMN starts_on TEXT;
ALTER TABLE assignment ADD COLUMN ends_on TEXT CHECK (starts_on <= ends_on);
ALTER TABLE agency_member ADD COLUMN starts_on TEXT;
ALTER TABLE agency_member ADD COLUMN ends_on TEXT CHECK (starts_on <= ends_on);

-- Who belongs to a group in the end, also through a group in the group; a group with members of its own stands for
-- them and is none. UNION ends where groups hold each other.
CREATE VIEW belonging AS
WITH RECURSIVE held (group_id, member_id, starts_on, ends_on) AS (
  SELECT group_id, member_id, starts_on, ends_on FROM agency_member
  UNION
  SELECT held.group_id, inner.member_id,
         max(coalesce(held.starts_on, inner.starts_on), coalesce(inner.starts_on, held.starts_on)),
         min(coalesce(held.ends_on, inner.ends_on), coalesce(inner.ends_on, held.ends_on))
  FROM held JOIN agency_member AS inner ON inner.group_id = held.member_id
)
SELECT group_id, member_id, starts_on, ends_on FROM held
WHERE member_id NOT IN (SELECT group_id FROM agency_member) AND coalesce(starts_on <= ends_on, 1);

CREATE VIEW owed AS
SELECT task.plan_id, assignment.task_id, assignment.agency_id, assignment.role, NULL AS through,
       assignment.starts_on, assignment.ends_on
FROM assignment JOIN task ON task.id = assignment.task_id AND task.removed = 0
UNION ALL
SELECT task.plan_id, assignment.task_id, belonging.member_id, assignment.role, assignment.agency_id,
       max(coalesce(assignment.starts_on, belonging.starts_on), coalesce(belonging.starts_on, assignment.starts_on)),
       min(coalesce(assignment.ends_on, belonging.ends_on), coalesce(belonging.ends_on, assignment.ends_on))
FROM assignment JOIN task ON task.id = assignment.task_id AND task.removed = 0
JOIN belonging ON belonging.group_id = assignment.agency_id
WHERE coalesce(max(coalesce(assignment.starts_on, belonging.starts_on), coalesce(belonging.starts_on, assignment.starts_on))
            <= min(coalesce(assignment.ends_on, belonging.ends_on), coalesce(belonging.ends_on, assignment.ends_on)), 1);
`,
} as const;

/** The counter of a table goes to the one that takes its place, whether or not it has rows now. */
function handCounterOn(table: string): string {
  return `
DELETE FROM sqlite_sequence WHERE name = '${table}_rebuilt';
INSERT INTO sqlite_sequence (name, seq) SELECT '${table}_rebuilt', seq FROM sqlite_sequence WHERE name = '${table}';`;
}
