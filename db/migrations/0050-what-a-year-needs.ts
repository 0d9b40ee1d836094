import { DEADLINES_SQL } from './deadline-tables.ts';
import { REGULAR_DUTIES } from './regular-duties.ts';

/**
 * What a year of work is made of besides reports: deadlines put off, work closed, values of targets, milestones,
 * checking on the spot, evidence, people, regular duties, reminders, matters that come up, rules as data.
 *
 * - `period`: weeks too; and whether a due day that is no workday stays or moves, which is asked of the calendar anew
 *   each time. `period_rule` is how the periods of a kind are made ahead. `plan.cadence` is the kind of period the plan
 *   reports by, `task.cadence` that of a task which says another one.
 * - `task`: 牵头领导, 分管领导, 责任人 as the document or a person names them; the task of last year it goes on with.
 * - `matter`: a task that is not the document's but came up in the year; it is a task in everything else.
 * - An `agency_id` that is NULL means the whole task; a `period_id` that is NULL means no period of its own.
 * - `sample`: the file is the sample that comes with the program, and has a date of its own. No step.
 */
export const migration0050 = {
  number: 50,
  name: 'what-a-year-needs',
  sql: `
ALTER TABLE plan ADD COLUMN cadence TEXT NOT NULL DEFAULT 'month'
  CHECK (cadence IN ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year'));
ALTER TABLE plan ADD COLUMN light_rules TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN previous_plan_id INTEGER REFERENCES plan (id);

ALTER TABLE task ADD COLUMN cadence TEXT
  CHECK (cadence IN ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year'));
ALTER TABLE task ADD COLUMN lead_leader TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN leader_in_charge TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN person_in_charge TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN carried_from INTEGER REFERENCES task (id);

-- A plan that is taken back takes its tasks back: each is looked for wherever it could be named.
CREATE INDEX task_by_carried ON task (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX form_item_by_task ON form_item (task_id);
CREATE INDEX return_item_by_task ON return_item (task_id);

ALTER TABLE task_target ADD COLUMN accumulates TEXT CHECK (accumulates IN ('sum', 'latest'));

CREATE TABLE period_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year', 'own')),
  label TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  on_holiday TEXT NOT NULL DEFAULT 'stays' CHECK (on_holiday IN ('stays', 'next-workday', 'previous-workday')),
  closed_on TEXT,
  UNIQUE (plan_id, kind, starts_on)
) STRICT;
INSERT INTO period_rebuilt (id, plan_id, kind, label, starts_on, ends_on, due_on, closed_on)
  SELECT id, plan_id, kind, label, starts_on, ends_on, due_on, closed_on FROM period;
DELETE FROM sqlite_sequence WHERE name = 'period_rebuilt';
INSERT INTO sqlite_sequence (name, seq) SELECT 'period_rebuilt', seq FROM sqlite_sequence WHERE name = 'period';
DROP TABLE period;
ALTER TABLE period_rebuilt RENAME TO period;

${DEADLINES_SQL}
-- What an agency reports for a target: of the period, and when it says so since the beginning of the year.
CREATE TABLE target_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  target_id INTEGER NOT NULL REFERENCES task_target (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  value REAL,
  cumulative REAL,
  CHECK (value IS NOT NULL OR cumulative IS NOT NULL),
  UNIQUE (target_id, agency_id, period_id)
) STRICT;
CREATE INDEX target_value_by_cell ON target_value (task_id, agency_id);

-- 节点. planned_on: the last day of the planned month or quarter, or the day itself.
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  planned_on TEXT NOT NULL,
  done_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX milestone_by_task ON milestone (task_id);

-- 子项: part of a task with a unit and a due date of its own.
CREATE TABLE sub_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  due_on TEXT,
  status TEXT CHECK (status IN ('not-started', 'in-progress', 'done', 'blocked', 'not-applicable')),
  percent REAL CHECK (percent BETWEEN 0 AND 100),
  done_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sub_item_by_task ON sub_item (task_id);

-- 核查: what somebody saw for himself beside what was reported. The last one counts.
CREATE TABLE verification (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  result TEXT NOT NULL CHECK (result IN ('confirmed', 'partly', 'not-confirmed')),
  manner TEXT NOT NULL,
  checker TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX verification_by_cell ON verification (task_id, agency_id);

-- 佐证材料: the file lies beside the data file under its hash, see docs/adr.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  period_id INTEGER REFERENCES period (id),
  closing_id INTEGER REFERENCES closing (id),
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX evidence_by_task ON evidence (task_id);

-- 汇总稿: what the lead tells about a task, put together from entries; sentences as JSON, each with its entry.
CREATE TABLE summary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER NOT NULL REFERENCES period (id),
  sentences TEXT NOT NULL CHECK (json_valid(sentences)),
  adopted INTEGER NOT NULL DEFAULT 0 CHECK (adopted IN (0, 1)),
  UNIQUE (task_id, agency_id, period_id)
) STRICT;

-- Leaders by name: what post they hold. The last row of a post stands, the others are its history (职务接替).
CREATE TABLE leader (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT NOT NULL,
  position INTEGER NOT NULL,
  since TEXT,
  until TEXT
) STRICT;

ALTER TABLE agency_contact ADD COLUMN post TEXT NOT NULL DEFAULT '';
ALTER TABLE agency_contact ADD COLUMN note TEXT NOT NULL DEFAULT '';

${REGULAR_DUTIES}

-- 催办: who was told what, when, in which manner, and what was answered. slip: 蓝单, 黄单, 红单.
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  period_id INTEGER REFERENCES period (id),
  manner TEXT NOT NULL CHECK (manner IN ('call', 'message', 'print', 'slip')),
  slip TEXT CHECK (slip IN ('blue', 'yellow', 'red')),
  slip_number TEXT NOT NULL DEFAULT '',
  tasks TEXT NOT NULL CHECK (json_valid(tasks)),
  text TEXT NOT NULL,
  told TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  answered_on TEXT,
  promised_on TEXT
) STRICT;
CREATE INDEX reminder_by_agency ON reminder (agency_id, period_id);

-- Where a task came from that is not the document's. workdays: within how many it is due, counted from arose_on.
CREATE TABLE matter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL UNIQUE REFERENCES task (id),
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'instruction', 'other')),
  source TEXT NOT NULL,
  arose_on TEXT NOT NULL,
  workdays INTEGER CHECK (workdays > 0),
  due_on TEXT
) STRICT;

-- Rules an office has made its own: which light is shown when, how agencies are ranked.
CREATE TABLE light_rule_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

CREATE TABLE scoring_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
  rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

CREATE TABLE sample (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  today TEXT NOT NULL
) STRICT;
`,
} as const;
