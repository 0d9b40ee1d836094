/**
 * The first schema: plan, agencies, assignments, periods, progress, forms, returns, and the log of steps.
 *
 * Every table that a step may change has an integer `id` (AUTOINCREMENT, never re-used), so that one log
 * (`step` + `change`) can describe any change by table and id. Dates are ISO texts, absent ones NULL.
 */
export const migration0010 = {
  number: 10,
  name: 'initial',
  sql: `
CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  document_number TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  year INTEGER NOT NULL,
  source_name TEXT NOT NULL,
  source_text TEXT NOT NULL,
  source_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE section (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (plan_id, ordinal)
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  section_id INTEGER REFERENCES section (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  responsibility TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  UNIQUE (plan_id, number)
) STRICT;

CREATE TABLE task_target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  comparator TEXT NOT NULL CHECK (comparator IN ('≥', '≤', '=', '约')),
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  verbatim TEXT NOT NULL,
  UNIQUE (task_id, position)
) STRICT;

CREATE TABLE task_due (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  verbatim TEXT NOT NULL,
  due_on TEXT,
  day INTEGER,
  count INTEGER,
  UNIQUE (task_id, position)
) STRICT;

CREATE TABLE agency (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  pinyin TEXT NOT NULL
) STRICT;

CREATE TABLE agency_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  alias TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE agency_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES agency (id),
  member_id INTEGER NOT NULL REFERENCES agency (id),
  UNIQUE (group_id, member_id),
  CHECK (group_id <> member_id)
) STRICT;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'co-responsible', 'cooperating')),
  position INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('parsed', 'manual', 'inherited')),
  written_as TEXT,
  source_start INTEGER,
  source_end INTEGER,
  UNIQUE (task_id, agency_id)
) STRICT;
CREATE INDEX assignment_by_agency ON assignment (agency_id);

CREATE TABLE period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'half-year', 'year')),
  label TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_on TEXT,
  UNIQUE (plan_id, label)
) STRICT;

CREATE TABLE progress (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  status TEXT NOT NULL CHECK (status IN ('not-started', 'in-progress', 'done', 'blocked', 'not-applicable')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  narrative TEXT NOT NULL,
  problems TEXT NOT NULL,
  next_steps TEXT NOT NULL,
  reported_on TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('manual', 'return', 'command-line')),
  UNIQUE (task_id, agency_id, period_id)
) STRICT;
CREATE INDEX progress_by_period ON progress (period_id);

-- What was sent out: one row per form, one per task on it, with the values as they were exported.
CREATE TABLE form (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  file_name TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT;

CREATE TABLE form_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  form_id INTEGER NOT NULL REFERENCES form (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  base TEXT NOT NULL CHECK (json_valid(base)),
  UNIQUE (form_id, task_id)
) STRICT;

-- What came back. The workbook itself is kept once per content, never changed, and outlives an undone import.
CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,
  stored_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE return (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  form_id INTEGER REFERENCES form (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  taken_in_at TEXT NOT NULL
) STRICT;
CREATE INDEX return_by_sha256 ON return (sha256);

CREATE TABLE return_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  return_id INTEGER NOT NULL REFERENCES return (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  field TEXT NOT NULL,
  base TEXT NOT NULL,
  theirs TEXT NOT NULL,
  ours TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('theirs', 'ours'))
) STRICT;

-- The log: one row per step a person took, one per table row it touched. It is the audit and the undo.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  origin TEXT NOT NULL,
  at TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  reverses INTEGER UNIQUE REFERENCES step (id),
  CHECK ((kind = 'do') = (reverses IS NULL))
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  CHECK (before IS NOT after)
) STRICT;
CREATE INDEX change_by_step ON change (step_id);
CREATE INDEX change_by_row ON change (table_name, row_id);

CREATE TRIGGER step_is_final_update BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;
CREATE TRIGGER step_is_final_delete BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'step is append-only'); END;
CREATE TRIGGER change_is_final_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_is_final_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER stored_file_is_final_update BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
CREATE TRIGGER stored_file_is_final_delete BEFORE DELETE ON stored_file BEGIN SELECT RAISE(ABORT, 'stored_file is append-only'); END;
`,
} as const;
