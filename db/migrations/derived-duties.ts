/**
 * Part of migration 50: what the words of a task made a regular duty of it, for files that were made before there were
 * any; plans read from now on get the same (shared/domain/derive-duties.ts).
 */
export const DERIVED_DUTIES = `INSERT INTO duty (plan_id, task_id, position, title, cadence, needed, unit, owed_by, due_day, due_month, due_in, verbatim)
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
