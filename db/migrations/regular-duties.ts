/**
 * Part of migration 50: regular duties and what comes in for them. Files that were made before get those which the words
 * of their tasks make; plans read from now on get the same (shared/domain/derive-duties.ts).
 */
export const REGULAR_DUTIES = `-- 定期报送: so many pieces of each unit that owes the task (lead: that leads it), every week, month, quarter or year.
-- due_day: of the week (1 to 7) or of the month in which the stretch ends; NULL: the last one. due_month: of yearly
-- ones. due_in: that week or month, or the one after. verbatim: the words of the document; empty: a person's own.
CREATE TABLE duty (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  cadence TEXT NOT NULL CHECK (cadence IN ('week', 'ten-day', 'month', 'quarter', 'half-year', 'year')),
  needed INTEGER NOT NULL CHECK (needed > 0),
  unit TEXT NOT NULL DEFAULT '篇',
  owed_by TEXT NOT NULL DEFAULT 'all' CHECK (owed_by IN ('all', 'lead')),
  due_day INTEGER CHECK (due_day BETWEEN 1 AND 31),
  due_month INTEGER CHECK (due_month BETWEEN 1 AND 12),
  due_in TEXT NOT NULL DEFAULT 'same' CHECK (due_in IN ('same', 'next')),
  on_holiday TEXT NOT NULL DEFAULT 'stays' CHECK (on_holiday IN ('stays', 'next-workday', 'previous-workday')),
  starts_on TEXT,
  ends_on TEXT CHECK (starts_on <= ends_on),
  verbatim TEXT NOT NULL DEFAULT '',
  UNIQUE (task_id, position)
) STRICT;

CREATE TABLE duty_record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  duty_id INTEGER NOT NULL REFERENCES duty (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  starts_on TEXT NOT NULL,
  title TEXT NOT NULL,
  received_on TEXT NOT NULL,
  pieces INTEGER NOT NULL DEFAULT 1 CHECK (pieces > 0),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX duty_record_by_duty ON duty_record (duty_id, starts_on, agency_id);

INSERT INTO duty (plan_id, task_id, position, title, cadence, needed, unit, owed_by, due_day, due_month, due_in, verbatim)
WITH worded AS (
  SELECT task.plan_id, task.id AS task_id, plan.year, due.position, due.kind, due.verbatim, due.due_on, due.day, due.count,
         CASE WHEN instr(task.content, due.verbatim) = 0 THEN ''
              ELSE substr(task.content, instr(task.content, due.verbatim) + length(due.verbatim)) END AS rest,
         EXISTS (SELECT 1 FROM assignment WHERE task_id = task.id AND role = 'lead') AS has_lead,
         (SELECT min(target.position) FROM task_target AS target WHERE target.task_id = task.id AND due.count IS NOT NULL
            AND substr(target.unit, 1, 2) IN ('篇/', '份/', '条/', '期/', '次/')) AS counted
  FROM task_due AS due JOIN task ON task.id = due.task_id JOIN plan ON plan.id = task.plan_id
  WHERE due.verbatim <> ''
), said AS (
  SELECT *, substr(rest, 1, min(instr(rest || '，', '，'), instr(rest || '。', '。'), instr(rest || '；', '；'),
                                instr(rest || char(10), char(10))) - 1) AS clause
  FROM worded
), regular AS (
  SELECT said.*, target.name AS counted_name, substr(target.unit, 1, 1) AS counted_unit,
         CASE kind WHEN 'weekly' THEN 'week' WHEN 'monthly' THEN 'month' WHEN 'quarterly' THEN 'quarter'
                   WHEN 'half-yearly' THEN 'half-year' ELSE 'year' END AS cadence
  FROM said LEFT JOIN task_target AS target ON target.task_id = said.task_id AND target.position = said.counted
  WHERE CASE kind
    WHEN 'ongoing' THEN 0
    WHEN 'date' THEN substr(due_on, 1, 5) = year || '-'
      AND (clause LIKE '%报送%' OR clause LIKE '%上报%' OR clause LIKE '%向%报告%')
    ELSE day IS NOT NULL OR count IS NOT NULL
      OR said.verbatim LIKE '%报送%' OR said.verbatim LIKE '%上报%' OR said.verbatim LIKE '%报告%' END
)
SELECT plan_id, task_id, row_number() OVER (PARTITION BY task_id ORDER BY position),
       CASE WHEN counted_name IS NOT NULL THEN counted_name
            WHEN kind = 'date' THEN iif(clause LIKE '%年度%', '年度报告', verbatim || '报送')
            ELSE CASE cadence WHEN 'week' THEN '每周报送' WHEN 'month' THEN '每月报送' WHEN 'quarter' THEN '每季度报送'
                              WHEN 'half-year' THEN '每半年报送' ELSE '每年报送' END END,
       cadence, coalesce(count, 1), coalesce(counted_unit, '份'), iif(has_lead, 'lead', 'all'),
       iif(kind = 'date', CAST(substr(due_on, 9, 2) AS INTEGER), day),
       CASE WHEN kind = 'date' THEN CAST(substr(due_on, 6, 2) AS INTEGER)
            WHEN cadence <> 'year' THEN NULL
            WHEN verbatim GLOB '*1[0-2]月*' THEN CAST(substr(verbatim, instr(verbatim, '月') - 2, 2) AS INTEGER)
            WHEN verbatim GLOB '*[1-9]月*' THEN CAST(substr(verbatim, instr(verbatim, '月') - 1, 1) AS INTEGER) END,
       iif(kind <> 'date' AND (verbatim GLOB '[次下]*' OR verbatim LIKE '%首月%' OR verbatim LIKE '%第一个月%'
           OR clause LIKE '%上月%' OR clause LIKE '%上个月%' OR clause LIKE '%上季度%' OR clause LIKE '%上一季度%'
           OR clause LIKE '%上周%'), 'next', 'same'),
       verbatim
FROM regular;
`;
