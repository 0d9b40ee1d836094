import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import type { MergedPair } from './merged-pair.ts';

/** Rows that go over as they are: two of them in one place are two facts. */
export const HANDED_OVER = [
  'extension',
  'milestone',
  'sub_item',
  'verification',
  'evidence',
  'duty_record',
  'reminder',
  'export',
] as const;

export type HandedOver = (typeof HANDED_OVER)[number];

export type HeldClosing = {
  readonly id: number;
  readonly task_id: TaskId;
  readonly agency_id: AgencyId;
  readonly closed_on: string;
  readonly basis: string;
  readonly approver: string;
  readonly reopened_on: string | null;
};

export type HeldValue = {
  readonly id: number;
  readonly target_id: number;
  readonly task_id: TaskId;
  readonly period_id: PeriodId;
  readonly value: number | null;
  readonly cumulative: number | null;
  /** Of the entry beside it. */
  readonly reported_on: string | null;
  readonly name: string;
  readonly unit: string;
  readonly accumulates: 'sum' | 'latest' | null;
};

export type HeldSummary = {
  readonly id: number;
  readonly task_id: TaskId;
  readonly period_id: PeriodId;
  readonly sentences: string;
  readonly adopted: 0 | 1;
};

export type MergedFacts = {
  readonly handedOver: Readonly<Record<HandedOver, readonly number[]>>;
  readonly values: readonly MergedPair<HeldValue>[];
  readonly summaries: readonly MergedPair<HeldSummary>[];
  /** Of either agency, opened again or not. */
  readonly closings: readonly HeldClosing[];
  /** Tasks in which both have a role of their own: what one of them closed the other may still owe. */
  readonly shared: ReadonlySet<TaskId>;
  /** Summaries whose sentences name `from` as their source, also those of other agencies. */
  readonly quoting: readonly { readonly id: number; readonly sentences: string }[];
};

/** What a year keeps beside reports of the agency `from`, beside what `into` has in the same place. */
export function gatherYearFacts(db: ReadableDb, from: AgencyId, into: AgencyId): MergedFacts {
  const ids = (table: HandedOver): readonly number[] =>
    prepared(db, `SELECT id FROM ${table} WHERE agency_id = ? ORDER BY id`).pluck().all(from) as number[];
  const pairs = <Row>(sql: string, place: (row: Row) => string): readonly MergedPair<Row>[] => {
    const present = new Map((prepared(db, sql).all(into) as Row[]).map((row) => [place(row), row]));
    return (prepared(db, sql).all(from) as Row[]).map((row) => ({ from: row, into: present.get(place(row)) }));
  };
  const values = `SELECT target_value.*, task_target.name, task_target.unit, accumulates, reported_on
                  FROM target_value JOIN task_target ON task_target.id = target_id
                  LEFT JOIN progress ON progress.task_id = target_value.task_id
                    AND progress.agency_id = target_value.agency_id AND progress.period_id = target_value.period_id
                  WHERE target_value.agency_id = ? ORDER BY target_value.id`;
  const roles = `SELECT task_id FROM assignment WHERE agency_id IN (?, ?) GROUP BY task_id HAVING count(*) > 1`;
  const names = `EXISTS (SELECT 1 FROM json_each(sentences) AS sentence, json_each(sentence.value, '$.sources') AS source
                         WHERE source.value ->> 'agencyId' = ?)`;
  return {
    handedOver: Object.fromEntries(HANDED_OVER.map((table) => [table, ids(table)])) as MergedFacts['handedOver'],
    values: pairs<HeldValue>(values, (row) => `${row.target_id}/${row.period_id}`),
    summaries: pairs<HeldSummary>(
      'SELECT * FROM summary WHERE agency_id = ? ORDER BY id',
      (row) => `${row.task_id}/${row.period_id}`,
    ),
    closings: prepared(db, 'SELECT * FROM closing WHERE agency_id IN (?, ?) ORDER BY id').all(
      from,
      into,
    ) as HeldClosing[],
    shared: new Set(prepared(db, roles).pluck().all(from, into) as TaskId[]),
    quoting: prepared(db, `SELECT id, sentences FROM summary WHERE ${names}`).all(from) as {
      id: number;
      sentences: string;
    }[],
  };
}
