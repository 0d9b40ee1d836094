import { z } from 'zod';
import { ORIENTATIONS, PAPERS } from './layout.ts';

/**
 * A layout (表样) as data: what one row of a table for superiors is, which columns it has, and every word and look around
 * them. The built-in ones are values of this type (backend/excel/layouts), one's own are kept in the data file and
 * carried from PC to PC as a file. The fields that a column can name are in shared/domain/layout-fields.ts.
 */

/**
 * What one row is: a task; a task × agency (`entry`); an agency; a measured target; an agency of a regular duty
 * (`report`); something late or in trouble (`late`).
 */
export const LAYOUT_ROW_KINDS = ['task', 'entry', 'agency', 'target', 'report', 'late'] as const;
export type LayoutRowKind = (typeof LAYOUT_ROW_KINDS)[number];

export const LAYOUT_ALIGNS = ['left', 'center', 'right'] as const;

export const LayoutColumnSchema = z.strictObject({
  /** A field of the row kind. `agencies` stands for a column of each agency, `stretches` for one of each stretch. */
  field: z.string().min(1).max(40),
  /** Words of the head; may hold placeholders. */
  head: z.string().max(200),
  /** Heads above this one, from the top; neighbours with the same ones share them: three head rows have two. */
  groups: z.array(z.string().max(100)).max(3),
  /** In column units: half a Chinese character of 11 points. */
  width: z.number().min(2).max(150),
  align: z.enum(LAYOUT_ALIGNS),
  /** Rows of one task (agency, target) that follow each other share one cell. */
  merged: z.boolean(),
  /** The column stands only where some row has something in it: leaders, reporters. */
  whenFilled: z.boolean(),
  /** The characters of the head stand one below the other. */
  verticalHead: z.boolean(),
});
export type LayoutColumn = z.infer<typeof LayoutColumnSchema>;

/** Excel takes a longer name of a font for damage, and offers to repair the file. */
export const FONT_NAME_MAX = 31;

export const LayoutFontSchema = z.strictObject({
  /** 方正小标宋简体, …; what a PC does not have it shows in the fallback of the role (backend/excel/fonts.ts). */
  name: z
    .string()
    .max(FONT_NAME_MAX)
    .regex(/^[^\p{Cc}]*[^\p{Cc}\p{Z}][^\p{Cc}]*$/u),
  size: z.number().min(6).max(72),
  bold: z.boolean(),
});

export const FONT_ROLES = ['title', 'unitLine', 'head', 'section', 'body'] as const;
export type FontRole = (typeof FONT_ROLES)[number];

/**
 * Section rows between the rows: none; the plan's sections; one for each agency, whose rows then stand together; one
 * for each kind (of an agency; of what is late or in trouble).
 */
export const LAYOUT_SECTIONS = ['none', 'chapter', 'agency', 'kind'] as const;
export type LayoutSections = (typeof LAYOUT_SECTIONS)[number];

/** `usual`: of the plan, of the directory, the latest first; `rank`: the best first. */
export const LAYOUT_ORDERS = ['usual', 'rank'] as const;

/** Millimetres. */
const MarginSchema = z.number().min(0).max(80);
export const LayoutMarginsSchema = z.strictObject({
  top: MarginSchema,
  bottom: MarginSchema,
  left: MarginSchema,
  right: MarginSchema,
});
export type LayoutMargins = z.infer<typeof LayoutMarginsSchema>;

export const LayoutFontsSchema = z.record(z.enum(FONT_ROLES), LayoutFontSchema);
export type LayoutFonts = z.infer<typeof LayoutFontsSchema>;

/**
 * Title, unit line, heads, notes and signature may hold placeholders in double braces (shared/domain/placeholders.ts).
 */
export const LayoutDefSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  rows: z.enum(LAYOUT_ROW_KINDS),
  sections: z.enum(LAYOUT_SECTIONS),
  order: z.enum(LAYOUT_ORDERS),
  /** Sums below. */
  totals: z.boolean(),
  /** One table; a sheet for each agency; a file for each agency. */
  split: z.enum(['none', 'sheets', 'files']),
  title: z.string().max(300),
  unitLine: z.strictObject({ left: z.string().max(300), right: z.string().max(300) }),
  columns: z.array(LayoutColumnSchema).min(1).max(200),
  notes: z.array(z.string().max(1_000)).max(20),
  /** Lines at the foot: 填报人：　审核人：　单位负责人：. */
  signature: z.array(z.string().max(300)).max(6),
  fonts: LayoutFontsSchema,
  paper: z.enum(PAPERS),
  orientation: z.enum(ORIENTATIONS),
  margins: LayoutMarginsSchema,
  /** So many columns from the left stay in sight, and stand on every page. */
  frozenColumns: z.int().min(0).max(10),
  /** A native chart below the table: bars of the share done, by row. */
  chart: z.enum(['none', 'bars']),
});
export type LayoutDef = z.infer<typeof LayoutDefSchema>;
