import { z } from 'zod';
import type { CellFact } from '#shared/domain/cell-history.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { VERIFICATION_RESULTS } from '#shared/domain/year-facts.ts';

const text = z.string().nullable().optional();
const number = z.number().nullable().optional();

/** Logged rows, as far as a clerk cares. Rows of an older format lack columns that came later. */
const LoggedRowSchema = z.object({
  task_id: number,
  agency_id: number,
  period_id: number,
  target_id: number,
  section_id: number,
  role: z.enum(ROLES).optional(),
  status: z.enum(STATUSES).nullable().optional(),
  percent: number,
  narrative: text,
  problems: text,
  next_steps: text,
  reported_on: text,
  reporter: text,
  text,
  number,
  title: text,
  content: text,
  removed: number,
  lead_leader: text,
  leader_in_charge: text,
  person_in_charge: text,
  cadence: text,
  value: number,
  cumulative: number,
  planned_on: text,
  done_on: text,
  due_on: text,
  note: text,
  result: z.enum(VERIFICATION_RESULTS).optional(),
  manner: text,
  checker: text,
  checked_on: text,
  file_name: text,
  reason: text,
  approver: text,
  approved_on: text,
  closed_on: text,
  basis: text,
  reopened_on: text,
  reopen_reason: text,
  adopted: number,
  received_on: text,
  source: text,
  arose_on: text,
  workdays: number,
});
export type LoggedRow = z.infer<typeof LoggedRowSchema>;

/** Names of what rows point at, by id. */
export type RowNames = {
  readonly sections: ReadonlyMap<number, string>;
  readonly periods: ReadonlyMap<number, string>;
  readonly targets: ReadonlyMap<number, string>;
};

export type RowFacts = Partial<Record<CellFact, string>>;

/** A logged row, or `null` where there was none. */
export function readLoggedRow(json: string | null): LoggedRow | null {
  return json === null ? null : LoggedRowSchema.parse(JSON.parse(json));
}

/** Tables whose whole row is one fact, as a sentence. */
const SENTENCES: Readonly<
  Record<string, { readonly fact: CellFact; readonly say: (row: LoggedRow, names: RowNames) => string }>
> = {
  target_value: {
    fact: 'target',
    say: (row, names) =>
      words(names.targets.get(row.target_id ?? 0), said('本期', row.value), said('累计', row.cumulative)),
  },
  milestone: {
    fact: 'milestone',
    say: (row) => words(row.title, said('计划', row.planned_on), said('完成', row.done_on), row.note),
  },
  sub_item: {
    fact: 'subItem',
    say: (row) =>
      words(
        row.title,
        said('时限', row.due_on),
        row.status && STATUS_LABELS[row.status],
        row.percent == null ? null : `${row.percent}%`,
        said('完成', row.done_on),
        row.note,
      ),
  },
  verification: {
    fact: 'verification',
    say: (row) =>
      words(row.result && VERIFICATION_LABELS[row.result], row.manner, row.checker, row.checked_on, row.note),
  },
  evidence: { fact: 'evidence', say: (row) => words(row.title, row.file_name, row.note) },
  extension: {
    fact: 'extension',
    say: (row) =>
      words(said('延至', row.due_on), said('原因：', row.reason), said('批准：', row.approver), row.approved_on),
  },
  closing: {
    fact: 'closing',
    say: (row) =>
      words(
        said('办结于', row.closed_on),
        said('依据：', row.basis),
        said('批准：', row.approver),
        said('重新打开于', row.reopened_on),
        said('原因：', row.reopen_reason),
      ),
  },
  summary: { fact: 'summary', say: (row) => (row.adopted === 1 ? '已采用' : '草稿') },
  duty_record: { fact: 'piece', say: (row) => words(row.title, said('收到', row.received_on), row.note) },
  matter: {
    fact: 'matter',
    say: (row) =>
      words(
        row.source,
        row.arose_on,
        row.workdays == null ? null : `${row.workdays} 个工作日内`,
        said('时限', row.due_on),
      ),
  },
};

/** Tables whose rows are facts of a cell or of a task. */
export const FACT_TABLES = ['assignment', 'progress', 'note', ...Object.keys(SENTENCES)] as readonly string[];

/** A row as texts by fact; what the row does not have is left out. */
export function factsOfRow(table: string, row: LoggedRow | null, names: RowNames): RowFacts {
  if (!row) return {};
  const sentence = SENTENCES[table];
  if (sentence) return { [sentence.fact]: sentence.say(row, names) };
  return {
    ...(row.role && { role: ROLE_LABELS[row.role] }),
    ...(row.status && { status: STATUS_LABELS[row.status] }),
    ...(row.percent != null && { percent: `${row.percent}%` }),
    ...(row.narrative && { narrative: row.narrative }),
    ...(row.problems && { problems: row.problems }),
    ...(row.next_steps && { nextSteps: row.next_steps }),
    ...(row.reported_on && { reportedOn: row.reported_on }),
    ...(row.reporter && { reporter: row.reporter }),
    ...(row.text && { note: row.text }),
    ...(row.number != null && { number: String(row.number) }),
    ...(row.title && { title: row.title }),
    ...(row.content && { content: row.content }),
    ...(row.section_id != null && { section: names.sections.get(row.section_id) ?? '' }),
    ...(row.removed === 1 && { removed: '已删除' }),
    ...(row.lead_leader && { leadLeader: row.lead_leader }),
    ...(row.leader_in_charge && { leaderInCharge: row.leader_in_charge }),
    ...(row.person_in_charge && { personInCharge: row.person_in_charge }),
    ...(row.cadence && { cadence: row.cadence }),
  };
}

function said(word: string, value: string | number | null | undefined): string | null {
  return value == null || value === '' ? null : `${word}${value}`;
}

function words(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join('，');
}
