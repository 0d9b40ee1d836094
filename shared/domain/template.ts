import { z } from 'zod';

/**
 * What is known of a superior's own form: where its title and unit line stand, which rows are its head, where its body
 * begins, and what each of its columns asks for. Read by backend/excel/template, corrected by a person, remembered in
 * the table `template`; the same JSON on the command line (`template read … --json`, `fill --mapping`).
 */
export const TemplateColumnSchema = z.strictObject({
  /** Its letters: C. */
  column: z.string().regex(/^[A-Z]{1,3}$/),
  /** The head over it, all its rows: 责任单位/牵头. */
  head: z.string(),
  /** A field of the vocabulary (backend/sheets/head-fields.ts); `null`: this column is left as it is. */
  field: z.string().nullable(),
  /** Whether there is no doubt of it. What is not sure is asked, never filled in silence. */
  sure: z.boolean(),
});
export type TemplateColumn = z.infer<typeof TemplateColumnSchema>;

const CellNameSchema = z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/);

export const TemplateMappingSchema = z.strictObject({
  sheet: z.string().min(1),
  titleCell: CellNameSchema.nullable(),
  unitCell: CellNameSchema.nullable(),
  /** First and last row of the head, counted from 1. */
  headRows: z.tuple([z.int().positive(), z.int().positive()]),
  /** The first row that is filled; its looks are those of the rows added. */
  bodyRow: z.int().positive(),
  columns: z.array(TemplateColumnSchema),
});
export type TemplateMapping = z.infer<typeof TemplateMappingSchema>;
