import { z } from 'zod';
import { ROLES } from './role.ts';

/**
 * What the reader understood of an official document (design, section 5).
 * The shape is public: `matrix plan read --json` prints it and others script against it.
 * Spans are half-open offsets `[start, end)` in UTF-16 code units of the source text as it was given.
 */
export const SpanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = z.infer<typeof SpanSchema>;

export const ReadRoleSchema = z.strictObject({
  /** The unit exactly as written in the document. */
  agency: z.string(),
  role: z.enum(ROLES),
  /** The directory's name of that unit when it was written under a confirmed alias, else absent. */
  canonical: z.string().optional(),
  /** Place in {@link PlanReading}.rules of the rule that gave or changed this role; absent when its own words did. */
  rule: z.int().nonnegative().optional(),
  span: SpanSchema,
});
export type ReadRole = z.infer<typeof ReadRoleSchema>;

export const ResponsibilitySchema = z.strictObject({
  /** The words inside the bracket or after the label, repaired, without the brackets. */
  text: z.string(),
  roles: z.array(ReadRoleSchema),
  /** Words that limit or extend the roles without naming a unit (等, 下同, 结合实际落实 …); empty when none. */
  scope: z.string(),
  /** The whole bracket or labelled line in the source. */
  span: SpanSchema,
});
export type Responsibility = z.infer<typeof ResponsibilitySchema>;

export const COMPARATORS = ['≥', '≤', '=', '约'] as const;

export const TargetSchema = z.strictObject({
  /** What is measured, as the document calls it. */
  name: z.string(),
  comparator: z.enum(COMPARATORS),
  value: z.number(),
  /** `%`, 批次, 批次/千人, 篇/月 … */
  unit: z.string(),
  /** The words that gave the target. */
  text: z.string(),
  span: SpanSchema,
});
export type Target = z.infer<typeof TargetSchema>;

export const DUE_KINDS = ['date', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'ongoing'] as const;

export const DueSchema = z.strictObject({
  kind: z.enum(DUE_KINDS),
  text: z.string(),
  /** ISO date for kind `date` when a full date follows from the words and the plan's year. */
  date: z.iso.date().optional(),
  /** Day of the month for recurring kinds. */
  day: z.int().min(1).max(31).optional(),
  /** How many reports are owed in each recurrence. */
  count: z.int().positive().optional(),
  span: SpanSchema,
});
export type Due = z.infer<typeof DueSchema>;

export const ReadSectionSchema = z.strictObject({
  ordinal: z.int().positive(),
  title: z.string(),
  span: SpanSchema,
});
export type ReadSection = z.infer<typeof ReadSectionSchema>;

export const ReadTaskSchema = z.strictObject({
  number: z.int().positive(),
  /** Ordinal of the section it stands in; 0 when the document has no sections. */
  section: z.int().nonnegative(),
  /** Short title for a list: the first clause, at most {@link TASK_TITLE_MAX} characters. */
  title: z.string(),
  /** The full text without the responsibility, with page-break repairs made. */
  content: z.string(),
  responsibilities: z.array(ResponsibilitySchema),
  targets: z.array(TargetSchema),
  dues: z.array(DueSchema),
  /** 牵头领导, 分管领导, 责任人 where the document names them; several are parted by 、. */
  leadLeader: z.string().optional(),
  leaderInCharge: z.string().optional(),
  personInCharge: z.string().optional(),
  span: SpanSchema,
});
export type ReadTask = z.infer<typeof ReadTaskSchema>;

/**
 * A change the reader made to broken text. Shown, never silent. Its span names it: given back as a refused repair, the
 * text stays as written there, and the repair is listed as refused. Refusing one moves no other.
 */
export const RepairSchema = z.strictObject({
  kind: z.enum(['page-break', 'bracket-closed-early', 'unclosed-bracket', 'width', 'joined-units']),
  before: z.string(),
  after: z.string(),
  task: z.int().positive().optional(),
  /** The repair was offered and not made. */
  refused: z.literal(true).optional(),
  span: SpanSchema,
});
export type Repair = z.infer<typeof RepairSchema>;

export const RULE_KINDS = ['first-leads', 'always'] as const;

/**
 * A sentence that says how brackets are to be read: 列首位的为牵头单位，下同 (`first-leads`), or
 * 以下各项均需各区负责，不再单独列出 (`always`).
 */
export const ReadRuleSchema = z.strictObject({
  kind: z.enum(RULE_KINDS),
  text: z.string(),
  /** Holds for the brackets after it as well, not for its own alone. */
  lasting: z.boolean(),
  /** The units that `always` adds to every later bracket. */
  units: z.array(z.string()),
  span: SpanSchema,
});
export type ReadRule = z.infer<typeof ReadRuleSchema>;

export const WARNING_CODES = [
  'NO_LEAD',
  'SEVERAL_LEADS',
  'NO_RESPONSIBILITY',
  'UNKNOWN_AGENCY',
  'ALIAS_PROPOSED',
  'NUMBER_GAP',
  'NUMBER_REPEATED',
  'BRACKET_REPAIRED',
  'TEXT_REPAIRED',
  'REPAIR_REFUSED',
  'LOOK_ALIKE_LEFT_OUT',
  'RULE_APPLIED',
  'LABEL_UNKNOWN',
] as const;

export const ReadWarningSchema = z.strictObject({
  code: z.enum(WARNING_CODES),
  /** Chinese sentence for the clerk. */
  message: z.string(),
  /** Task number it speaks of. */
  task: z.int().positive().optional(),
  /** The unit it speaks of, as written in the document. */
  agency: z.string().optional(),
  /** Names of the directory that may be meant by that unit, the likeliest first. */
  suggestions: z.array(z.string()).optional(),
  span: SpanSchema.optional(),
});
export type ReadWarning = z.infer<typeof ReadWarningSchema>;

export const PlanReadingSchema = z.strictObject({
  title: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  issuedOn: z.union([z.iso.date(), z.literal('')]),
  year: z.int(),
  sections: z.array(ReadSectionSchema),
  tasks: z.array(ReadTaskSchema),
  /** Sentences that say how brackets are to be read; roles refer to them by place. */
  rules: z.array(ReadRuleSchema),
  repairs: z.array(RepairSchema),
  warnings: z.array(ReadWarningSchema),
});
export type PlanReading = z.infer<typeof PlanReadingSchema>;

/** A phrase read alone (`matrix plan phrase`): the same roles, no source around it. */
export type PhraseReading = Pick<Responsibility, 'roles' | 'scope'>;

export const TASK_TITLE_MAX = 24;
