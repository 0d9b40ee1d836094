import { type } from '@orpc/contract';
import { z } from 'zod';
import { type LayoutDef, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import type { LayoutView } from '#shared/domain/layout-views.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { FileTicketSchema, file, read, step } from './call.ts';

const key = z.string().min(1).max(80);

/** 表样: those that come with the program, and an office's own. */
export const layoutContract = {
  /** The built-in ones in their order, then own ones by name. */
  list: read.input(z.strictObject({})).output(type<readonly LayoutView[]>()),
  /** One by its key or its name. */
  get: read.input(z.strictObject({ layout: key })).output(type<LayoutView>()),
  /** Adds an own layout, or changes (renames) the own one of that key; a name that exists is refused. */
  save: step
    .input(z.strictObject({ def: LayoutDefSchema, key: key.optional() }))
    .output(type<StepReport & { readonly key: string }>()),
  remove: step.input(z.strictObject({ key })).output(type<StepReport>()),
  /** Writes a layout as a file for another PC. */
  writeFile: file
    .input(z.strictObject({ def: LayoutDefSchema, file: FileTicketSchema }))
    .output(type<Omit<ExportedFile, 'rows'>>()),
  /** Reads such a file; nothing is kept. A name that exists gets a number behind it. */
  readFile: read.input(z.strictObject({ file: FileTicketSchema })).output(type<LayoutDef>()),
};
