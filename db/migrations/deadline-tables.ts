/** The part of migration 50 about who owes what by when: periods, the calendar, putting off, closing. */
export const DEADLINES_SQL = `
-- Who owes what, and by which kind of period: the view of format 30 with the kind beside it.
DROP VIEW owed;
CREATE VIEW owed AS
SELECT task.plan_id, assignment.task_id, assignment.agency_id, assignment.role, NULL AS through,
       assignment.starts_on, assignment.ends_on, coalesce(task.cadence, plan.cadence) AS cadence
FROM assignment JOIN task ON task.id = assignment.task_id AND task.removed = 0 JOIN plan ON plan.id = task.plan_id
UNION ALL
SELECT task.plan_id, assignment.task_id, belonging.member_id, assignment.role, assignment.agency_id,
       max(coalesce(assignment.starts_on, belonging.starts_on), coalesce(belonging.starts_on, assignment.starts_on)),
       min(coalesce(assignment.ends_on, belonging.ends_on), coalesce(belonging.ends_on, assignment.ends_on)),
       coalesce(task.cadence, plan.cadence)
FROM assignment JOIN task ON task.id = assignment.task_id AND task.removed = 0 JOIN plan ON plan.id = task.plan_id
JOIN belonging ON belonging.group_id = assignment.agency_id
WHERE coalesce(max(coalesce(assignment.starts_on, belonging.starts_on), coalesce(belonging.starts_on, assignment.starts_on))
            <= min(coalesce(assignment.ends_on, belonging.ends_on), coalesce(belonging.ends_on, assignment.ends_on)), 1);

-- Who owed what when a period was closed, a row for each agency: owed as JSON [[role, through, [task, …]], …], members
-- as JSON [agency, …] those that a group had then. What changes later leaves a closed period as it was.
CREATE TABLE closed_duty (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  period_id INTEGER NOT NULL REFERENCES period (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  owed TEXT NOT NULL CHECK (json_valid(owed)),
  members TEXT NOT NULL CHECK (json_valid(members)),
  UNIQUE (period_id, agency_id)
) STRICT;
CREATE INDEX closed_duty_by_agency ON closed_duty (agency_id);

-- How the periods of a kind are made ahead. due_day: of the month (of the week: 1 Monday to 7 Sunday); due_in: the
-- month (week) in which the period ends, or the one after. NULL: the period's last day.
CREATE TABLE period_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year')),
  due_day INTEGER CHECK (due_day BETWEEN 1 AND 31),
  due_in TEXT NOT NULL DEFAULT 'same' CHECK (due_in IN ('same', 'next')),
  on_holiday TEXT NOT NULL DEFAULT 'stays' CHECK (on_holiday IN ('stays', 'next-workday', 'previous-workday')),
  UNIQUE (plan_id, kind)
) STRICT;

-- Workdays and holidays of a year as the office has them, in place of those that come with the program.
CREATE TABLE calendar_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  year INTEGER NOT NULL UNIQUE,
  source TEXT NOT NULL,
  holidays TEXT NOT NULL CHECK (json_valid(holidays)),
  workdays TEXT NOT NULL CHECK (json_valid(workdays))
) STRICT;

-- 延期: of a period's report, or with no period of the task itself.
CREATE TABLE extension (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  period_id INTEGER REFERENCES period (id),
  due_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  approver TEXT NOT NULL,
  approved_on TEXT NOT NULL
) STRICT;
CREATE INDEX extension_by_task ON extension (task_id, agency_id);

-- 办结, 销号. One that was opened again stays, with its reason.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER REFERENCES agency (id),
  closed_on TEXT NOT NULL,
  basis TEXT NOT NULL,
  approver TEXT NOT NULL,
  reopened_on TEXT,
  reopen_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX closing_in_force ON closing (task_id, coalesce(agency_id, 0)) WHERE reopened_on IS NULL;
`;
