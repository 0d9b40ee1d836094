import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';

/**
 * What a column of any table of this work can hold. Where offices mean different things by one word, the field is the
 * word's own (`group`, `unit`, `responsibility`, `measures`), and each reader says in read-head.ts what it makes of it.
 */
export const FIELDS = [
  'number',
  'section',
  /** 任务, 重点任务: the task itself, or a heading over several, or its short name. */
  'group',
  'task',
  'lead',
  'responsible',
  'cooperating',
  /** 责任: who is responsible in a plan, in which role in a form. */
  'responsibility',
  /** 我单位责任: in which role the one who fills in. */
  'role',
  /** 单位: who is responsible in a plan, who reports in a ledger. */
  'unit',
  /** Who reports. */
  'agency',
  'target',
  'due',
  /** 整改措施: the task of a plan that mends something, what comes next in a report. */
  'measures',
  'light',
  'task-id',
  /** 还差: what a form says of itself by formulas; never read. */
  'missing',
  ...PROGRESS_FIELDS,
  /** A person, with a post or a telephone. */
  'person',
  /** What was reported before: 上月进展情况. */
  'earlier',
  /** Known, and of no use to any reader. */
  'other',
] as const;
export type Field = (typeof FIELDS)[number];

export type Heads = {
  readonly field: Field;
  /** Whole heads, as offices write them (layouts, A to C); the first is the usual one. */
  readonly words: readonly string[];
  /** What else means this field, somewhere in a head. Of several lines the first that fits decides. */
  readonly like?: RegExp;
};
