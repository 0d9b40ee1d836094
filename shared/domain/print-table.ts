import { z } from 'zod';
import { ORIENTATIONS, PAPERS } from './layout.ts';
import { LayoutFontsSchema, LayoutMarginsSchema } from './layout-def.ts';
import { LIGHT_COLOURS } from './light.ts';

/**
 * A table for superiors as plain texts, ready to be laid out on paper. The backend makes it from the same
 * description as the exported workbook; the window lays it out, for the preview and for the printer alike.
 * It is a schema because it crosses to the process that prints.
 */
const PrintColumnSchema = z.strictObject({
  head: z.string(),
  /** Heads above this one, from the top; neighbours with the same ones share them. */
  groups: z.array(z.string()).max(3),
  /** In half Chinese characters of the table's own size. */
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right']),
  /** The head's characters stand one below the other. */
  verticalHead: z.boolean(),
});
export type PrintColumn = z.infer<typeof PrintColumnSchema>;

const PrintItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), text: z.string() }),
  z.strictObject({
    kind: z.literal('row'),
    /** One text for each column. */
    cells: z.array(z.string()),
    /** Columns whose cell goes on from the row above: the same task on the next line of the ledger. */
    joined: z.array(z.int().nonnegative()),
    /** Colour of the light of a cell by its column, for printing in colour; the cell's text says the same in words. */
    lights: z.array(z.tuple([z.int().nonnegative(), z.enum(LIGHT_COLOURS)])),
  }),
  /** A sum below the table; its label stands over the first `over` columns. */
  z.strictObject({ kind: z.literal('total'), label: z.string(), over: z.int().positive(), cells: z.array(z.string()) }),
]);
export type PrintItem = z.infer<typeof PrintItemSchema>;

export const PrintTableSchema = z.strictObject({
  title: z.string(),
  unitLine: z.strictObject({ left: z.string(), right: z.string() }),
  columns: z.array(PrintColumnSchema).min(1).max(1000),
  /** So many columns from the left stand on every page. */
  repeated: z.int().nonnegative(),
  items: z.array(PrintItemSchema).max(50_000),
  notes: z.array(z.string()),
  /** Lines at the foot, below the notes: 填报人：　审核人：. */
  signature: z.array(z.string()).optional(),
  /** Bars below the table, as in its workbook. */
  chart: z
    .strictObject({
      title: z.string(),
      /** Shares of 1. */
      bars: z.array(z.strictObject({ label: z.string(), share: z.number() })).max(1000),
    })
    .optional(),
  /**
   * How a layout wants it: widths as given, letters in the layout's sizes, everything only made smaller until it fits
   * the width of the page; notes and signature once, after the last row. Left out: the program's own look for paper.
   */
  look: z.strictObject({ fonts: LayoutFontsSchema, margins: LayoutMarginsSchema }).optional(),
});
export type PrintTable = z.infer<typeof PrintTableSchema>;

/** `page-width`: all columns side by side. `readable`: a size to read at arm's length, the columns on several pages. */
export const PRINT_FITS = ['page-width', 'readable'] as const;
export const PRINT_INKS = ['black', 'colour'] as const;

export const PrintSetupSchema = z.strictObject({
  paper: z.enum(PAPERS),
  orientation: z.enum(ORIENTATIONS),
  fit: z.enum(PRINT_FITS),
  ink: z.enum(PRINT_INKS),
});
export type PrintSetup = z.infer<typeof PrintSetupSchema>;

/** One table after another, each with its own page numbers: of a layout with a sheet for each agency all of them. */
export const PrintJobSchema = z.strictObject({
  tables: z.array(PrintTableSchema).min(1).max(1000),
  setup: PrintSetupSchema,
});
export type PrintJob = z.infer<typeof PrintJobSchema>;
