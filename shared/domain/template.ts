import { z } from 'zod';
import { type RowId, RowIdSchema } from './ids.ts';
import { PROGRESS_FIELD_LABELS } from './progress.ts';
import type { SheetPicture } from './return-review.ts';

/**
 * What a column of a superior's form can ask for: the fields of the vocabulary (backend/sheets/head-fields.ts) that the
 * program has something to say to, in the words of the people who choose.
 */
export const TEMPLATE_FIELD_LABELS = {
  number: '序号',
  section: '章节（类别）',
  group: '任务名称（概括）',
  task: '任务内容',
  target: '量化指标',
  targetName: '指标名称',
  targetValue: '目标值',
  targetActual: '完成值',
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
  agency: '填报单位',
  unit: '单位',
  role: '责任类型',
  leader: '牵头领导',
  person: '责任人',
  due: '完成时限',
  light: '亮灯',
  ...PROGRESS_FIELD_LABELS,
  earlier: '上期进展',
  reporter: '填报人',
  telephone: '联系电话',
  remark: '备注',
} as const;
export type TemplateField = keyof typeof TEMPLATE_FIELD_LABELS;
export const TEMPLATE_FIELDS = Object.keys(TEMPLATE_FIELD_LABELS) as readonly TemplateField[];

/** Between the fields of a column that asks for several things: 存在问题及下步措施 is `problems+nextSteps`. */
const AND = '+';

/** The fields a column asks for, in the order in which they are told; none: it is left as it is. */
export function fieldsAsked(field: string | null): readonly TemplateField[] {
  if (field === null) return [];
  const asked = field.split(AND);
  return TEMPLATE_FIELDS.filter((known) => asked.includes(known)).toSorted(
    (one, other) => asked.indexOf(one) - asked.indexOf(other),
  );
}

/** The other way round: what stands in `field` for these. */
export function askedField(fields: readonly TemplateField[]): string | null {
  return fields.length === 0 ? null : fields.join(AND);
}

function isAsked(field: string): boolean {
  return fieldsAsked(field).length === field.split(AND).length;
}

/**
 * What is known of a superior's own form: where its title and unit line stand, which rows are its head, where its body
 * begins, and what each of its columns asks for. Read by backend/excel/template, corrected by a person, remembered in
 * the table `template`; the same JSON on the command line (`template read … --json`, `fill --mapping`).
 */
export const TemplateColumnSchema = z.strictObject({
  /** Its letters: C. */
  column: z.string().regex(/^[A-Z]{1,3}$/),
  /** The head over it, all its rows: 责任单位/牵头. */
  head: z.string().max(2_000),
  /** A field ({@link TEMPLATE_FIELDS}), or several joined by `+`; `null`: this column is left as it is. */
  field: z.string().max(200).refine(isAsked, 'no field of a template').nullable(),
  /** Whether there is no doubt of it. What is not sure is asked, never filled in silence. */
  sure: z.boolean(),
  /** Why it is not sure, or what it was settled by, as a sentence for the clerk. */
  note: z.string().max(2_000).optional(),
});
export type TemplateColumn = z.infer<typeof TemplateColumnSchema>;

export const CellNameSchema = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/);
const RowNumberSchema = z.int().positive().max(1_048_576);

/** What a label beside the table asks for: 填报单位：, 填报人：, 联系电话：, 填报时间：. */
export const TEMPLATE_ASKS = ['unit', 'reporter', 'telephone', 'date', 'checker', 'leader'] as const;
export type TemplateAsk = (typeof TEMPLATE_ASKS)[number];

export const TemplateLabelSchema = z.strictObject({
  asks: z.enum(TEMPLATE_ASKS),
  /** The cell with the label, and its words: 填报单位（盖章）：. One cell may carry several labels. */
  cell: CellNameSchema,
  label: z.string().max(200),
  /** Where the answer goes: the cell itself, behind the label, or the free cell beside it. */
  answerCell: CellNameSchema,
});
export type TemplateLabel = z.infer<typeof TemplateLabelSchema>;

export const TemplateMappingSchema = z.strictObject({
  sheet: z.string().min(1).max(255),
  titleCell: CellNameSchema.nullable(),
  unitCell: CellNameSchema.nullable(),
  /** First and last row of the head, counted from 1; a line that counts the columns (1 2 3, 甲 乙) is no part of it. */
  headRows: z.tuple([RowNumberSchema, RowNumberSchema]),
  /** The first row that is filled; its looks are those of the rows added. */
  bodyRow: RowNumberSchema,
  columns: z.array(TemplateColumnSchema).max(1_000),
  /** The last row of the body that holds anything (last month's rows); left out or `null`: the body is empty. */
  lastBodyRow: RowNumberSchema.nullable().optional(),
  /** The first row below the body that stays: 合计, 注:, a signature, the next table; `null`: nothing is below. */
  footRow: RowNumberSchema.nullable().optional(),
  /** A row in the body that is a heading (一、…), for its looks; `null`: there is none. */
  sectionRow: RowNumberSchema.nullable().optional(),
  /** `duty`: a task has a row for each of its agencies, its own cells merged over them, or repeated; else `task`. */
  rowsAre: z.enum(['task', 'duty']).optional(),
  /** What stands beside the table and asks for something. */
  labels: z.array(TemplateLabelSchema).max(100).optional(),
  /** What the reader has to say of the file, as Chinese sentences. */
  notes: z.array(z.string().max(2_000)).max(100).optional(),
});
export type TemplateMapping = z.infer<typeof TemplateMappingSchema>;

/** Where a person says that the table is, when the program has not found it, or another one. */
export const TemplatePlaceSchema = z.strictObject({
  sheet: z.string().min(1).max(255),
  /** Left out: the program looks for the heads on that sheet itself. */
  headRows: z.tuple([RowNumberSchema, RowNumberSchema]).optional(),
  bodyRow: RowNumberSchema.optional(),
});
export type TemplatePlace = z.infer<typeof TemplatePlaceSchema>;

/** A sheet of a picked workbook. */
export type TemplateSheet = { readonly name: string; readonly hidden: boolean; readonly isTable: boolean };

/** A template that is remembered. */
export type TemplateView = {
  readonly id: RowId;
  readonly name: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: TemplateMapping;
};
export const TemplateIdSchema = RowIdSchema;

/** A picked workbook as it was read. */
export type TemplateReading = {
  readonly fileName: string;
  readonly sha256: string;
  /** `null`: no table was found; a person can point one out on the picture. */
  readonly mapping: TemplateMapping | null;
  readonly sheets: readonly TemplateSheet[];
  readonly picture: SheetPicture;
  /** The remembered template it is: the same file, or one with the same heads; its columns stand in the mapping. */
  readonly known: (Pick<TemplateView, 'id' | 'name'> & { readonly by: 'file' | 'shape' }) | null;
};

/** A form that was filled. */
export type FilledTemplate = {
  readonly fileName: string;
  readonly bytes: number;
  /** Rows of the form that now tell one of our tasks, and cells in them that hold something of ours. */
  readonly filledRows: number;
  readonly filledCells: number;
  readonly sheet: string;
  /** What was done beyond filling, what was left, what is to be looked at: Chinese sentences for the clerk. */
  readonly notes: readonly string[];
};
