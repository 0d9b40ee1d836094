import { INVARIANTS } from '#db/log/invariants.ts';
import type { CheckFinding } from '#shared/domain/overview.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/**
 * Named queries that return no rows in a healthy file. Run in tests after every scenario, from the help menu and
 * by `matrix check`. They report; a person decides. What the schema already refuses is not repeated here.
 */
const CHECKS: readonly { readonly name: string; readonly message: string; readonly sql: string }[] = [
  ...INVARIANTS,
  {
    name: 'no-plan',
    message: '数据文件里没有计划',
    sql: 'SELECT count(*) FROM plan HAVING count(*) = 0',
  },
  {
    name: 'section-of-other-plan',
    message: '任务所在章节属于另一份计划',
    sql: 'SELECT task.id FROM task JOIN section ON section.id = task.section_id WHERE section.plan_id <> task.plan_id',
  },
  {
    name: 'span-outside-source',
    message: '责任括注的出处超出了计划原文',
    sql: `SELECT assignment.id FROM assignment JOIN task ON task.id = task_id JOIN plan ON plan.id = plan_id
          WHERE assignment.source_end IS NOT NULL AND (assignment.source_start >= assignment.source_end
             -- Offsets count UTF-16 units, length() counts characters: at most two units each.
             OR assignment.source_end > length(plan.source_text) * 2)`,
  },
  {
    name: 'period-turned-round',
    message: '某一期的开始晚于结束',
    sql: 'SELECT id FROM period WHERE starts_on > ends_on',
  },
  {
    // A role that was taken away, or a member that left its group, leaves its progress behind, and a merge takes that to
    // another agency: the log knows of all of it.
    name: 'progress-never-owed',
    message: '有单位填报了从来不由它承担的任务',
    sql: `SELECT progress.id FROM progress
          WHERE task_id NOT IN (SELECT id FROM task WHERE removed = 1)
            AND (task_id, agency_id) NOT IN (SELECT task_id, agency_id FROM owed)
            AND NOT EXISTS (
              SELECT 1 FROM (
                SELECT progress.agency_id AS id
                UNION SELECT mine.before ->> 'agency_id' FROM change AS mine
                WHERE mine.table_name = 'progress' AND mine.row_id = progress.id AND mine.before IS NOT NULL
              ) AS holder
              JOIN change ON (change.table_name = 'assignment' AND change.task_id = progress.task_id
                              AND holder.id IN (change.before ->> 'agency_id', change.after ->> 'agency_id'))
                          OR (change.table_name = 'agency_member'
                              AND holder.id IN (change.before ->> 'member_id', change.after ->> 'member_id')))`,
  },
  {
    name: 'period-of-other-plan',
    message: '进展填在另一份计划的期里',
    sql: `SELECT progress.id FROM progress JOIN task ON task.id = task_id JOIN period ON period.id = period_id
          WHERE period.plan_id <> task.plan_id`,
  },
  {
    name: 'value-of-other-task',
    message: '指标值与其指标、报送期不属于同一项任务或同一份计划',
    sql: `SELECT target_value.id FROM target_value JOIN task_target ON task_target.id = target_id
          JOIN task ON task.id = target_value.task_id JOIN period ON period.id = period_id
          WHERE task_target.task_id <> target_value.task_id OR period.plan_id <> task.plan_id`,
  },
  {
    name: 'duty-of-other-plan',
    message: '定期报送或其记录、催办记录与所属的任务、期不是同一份计划',
    sql: `SELECT duty.id FROM duty JOIN task ON task.id = duty.task_id WHERE task.plan_id <> duty.plan_id
          UNION ALL
          SELECT duty_record.id FROM duty_record JOIN duty ON duty.id = duty_id WHERE duty.task_id <> duty_record.task_id
          UNION ALL
          SELECT reminder.id FROM reminder JOIN period ON period.id = period_id WHERE period.plan_id <> reminder.plan_id`,
  },
  {
    name: 'form-of-other-period',
    message: '回收表与其填报表的单位或期不一致',
    sql: `SELECT "return".id FROM "return" JOIN form ON form.id = form_id
          WHERE form.agency_id <> "return".agency_id OR form.period_id <> "return".period_id`,
  },
  {
    name: 'return-of-other-plan',
    message: '回收表与其所属的期不是同一份计划',
    sql: `SELECT "return".id FROM "return" JOIN period ON period.id = period_id
          WHERE period.plan_id <> "return".plan_id`,
  },
  {
    name: 'return-of-nobody',
    message: '有回收表未认定单位或期，却已在核对或已采用',
    sql: `SELECT id FROM "return" WHERE state IN ('to-review', 'taken')
          AND (period_id IS NULL OR (agency_id IS NULL AND kind <> 'ledger'))`,
  },
  {
    name: 'undo-of-undo-kind',
    message: '操作记录的撤销链不一致',
    sql: `SELECT later.id FROM step AS later JOIN step AS earlier ON earlier.id = later.reverses
          WHERE later.id <= earlier.id OR (later.kind = 'undo') = (earlier.kind = 'undo')`,
  },
  {
    name: 'empty-step',
    message: '有一步操作没有留下任何改动',
    sql: 'SELECT id FROM step WHERE NOT EXISTS (SELECT 1 FROM change WHERE step_id = step.id)',
  },
  {
    name: 'row-differs-from-log',
    message: '数据与操作记录不一致（可能被其他工具改过）',
    sql: `SELECT assignment.id FROM assignment
          WHERE role IS NOT (SELECT after ->> 'role' FROM change
                             WHERE table_name = 'assignment' AND row_id = assignment.id ORDER BY id DESC LIMIT 1)
          UNION ALL
          SELECT progress.id FROM progress
          WHERE narrative IS NOT (SELECT after ->> 'narrative' FROM change
                                  WHERE table_name = 'progress' AND row_id = progress.id ORDER BY id DESC LIMIT 1)
          UNION ALL
          SELECT task.id FROM task
          WHERE content IS NOT (SELECT after ->> 'content' FROM change
                                WHERE table_name = 'task' AND row_id = task.id ORDER BY id DESC LIMIT 1)
          UNION ALL
          SELECT agency.id FROM agency
          WHERE name IS NOT (SELECT after ->> 'name' FROM change
                             WHERE table_name = 'agency' AND row_id = agency.id ORDER BY id DESC LIMIT 1)`,
  },
];

/** Names of all checks, for the test that each of them can fail. */
export const CHECK_NAMES = CHECKS.map((check) => check.name);

/** Runs every check and SQLite's own integrity check. An empty list means a healthy file. */
export function runChecks(db: ReadableDb): readonly CheckFinding[] {
  const findings = [...runNamedChecks(db)];
  const integrity = db.prepare('PRAGMA integrity_check').pluck().all();
  const references = db.prepare('PRAGMA foreign_key_check').all();
  if (integrity[0] !== 'ok')
    findings.push({ check: 'integrity', message: '数据文件结构有损坏', rows: integrity.length });
  if (references.length > 0)
    findings.push({ check: 'references', message: '有数据指向不存在的记录', rows: references.length });
  return findings;
}

/** The named checks alone: what our own commands could break. */
export function runNamedChecks(db: ReadableDb): readonly CheckFinding[] {
  return CHECKS.flatMap(({ name, message, sql }): CheckFinding[] => {
    const rows = prepared(db, sql).all().length;
    return rows === 0 ? [] : [{ check: name, message, rows }];
  });
}
