import type { BackendContext } from '#backend/calls/context.ts';
import type { IntakeSource, IntakeTemplate } from '#backend/intake/intake.ts';
import { fileOfTemplate, getTemplate, type KnownTemplate, listTemplates } from '#db/queries/template.queries.ts';
import type { PlanId, RowId } from '#shared/domain/ids.ts';
import type { TemplateMapping, TemplatePlace, TemplateReading } from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import { settleByPlan } from './settle-by-plan.ts';

type Reader = Pick<BackendContext, 'db' | 'intake'>;

/** How a form is to be read, beyond what stands in it. */
export type TemplateWishes = {
  readonly place?: TemplatePlace | undefined;
  readonly example?: IntakeSource | undefined;
  /** The plan that last month's rows and the example are compared with. */
  readonly planId?: PlanId | undefined;
};

/**
 * Reads a superior's form. What a person said before of the same file stands in the place of the reading; of one with
 * the same heads, what its columns mean.
 *
 * @throws AppError as backend/intake/intake.ts
 */
export async function readPicked(
  context: Reader,
  source: IntakeSource,
  { place, example, planId }: TemplateWishes = {},
): Promise<TemplateReading> {
  const read = await context.intake.readTemplate(source, { place, example });
  const templates = listTemplates(context.db);
  const byFile = templates.find(({ sha256 }) => sha256 === read.sha256);
  if (byFile && place === undefined) return readingOf(read, byFile.mapping, { ...nameOf(byFile), by: 'file' });
  const byShape = read.mapping && templates.findLast(({ shape }) => shape === read.shape);
  if (read.mapping === null || byShape === null) return readingOf(read, null, null);
  const settled = planId === undefined ? read.mapping : settleByPlan(context.db, planId, read.mapping, read.rows);
  if (byShape === undefined) return readingOf(read, settled, null);
  return readingOf(read, sameMeaning(settled, byShape.mapping), { ...nameOf(byShape), by: 'shape' });
}

/**
 * What a form asks for, for whoever fills it without a mapping of their own.
 *
 * @throws AppError TEMPLATE_NOT_FOUND, and as {@link readPicked}
 */
export async function templateOf(
  context: Reader,
  source: IntakeSource,
  wishes: TemplateWishes = {},
): Promise<TemplateMapping> {
  return foundIn(await readPicked(context, source, wishes));
}

/** @throws AppError TEMPLATE_NOT_FOUND */
export function foundIn({ mapping, fileName }: Pick<TemplateReading, 'mapping' | 'fileName'>): TemplateMapping {
  if (mapping === null) throw new AppError('TEMPLATE_NOT_FOUND', { file: fileName });
  return mapping;
}

/**
 * A remembered template, with the picture of its sheet.
 *
 * @param place where a person says that the table is now; it is then read anew
 * @throws AppError TEMPLATE_GONE
 */
export async function readKept(context: Reader, id: RowId, place?: TemplatePlace): Promise<TemplateReading> {
  const template = getTemplate(context.db, id);
  const { name, content } = fileOfTemplate(context.db, id);
  const { sheet, headRows, bodyRow } = template.mapping;
  const kept = { sheet, headRows, bodyRow };
  const read = await context.intake.readTemplate({ name, bytes: content }, { place: place ?? kept });
  const mapping = place === undefined ? template.mapping : read.mapping;
  return readingOf(read, mapping, { ...nameOf(template), by: 'file' });
}

function nameOf({ id, name }: KnownTemplate): Pick<KnownTemplate, 'id' | 'name'> {
  return { id, name };
}

/** The columns as they were settled the last time; everything else as this file has it. */
function sameMeaning(read: TemplateMapping, kept: TemplateMapping): TemplateMapping {
  const before = new Map(kept.columns.map((column) => [column.column, column]));
  const columns = read.columns.map((column) => {
    const known = before.get(column.column);
    return known === undefined ? column : { ...known, head: column.head };
  });
  const { rowsAre = read.rowsAre } = kept;
  return { ...read, columns, rowsAre };
}

function readingOf(
  { fileName, sha256, sheets, picture }: IntakeTemplate,
  mapping: TemplateMapping | null,
  known: TemplateReading['known'],
): TemplateReading {
  return { fileName, sha256, sheets, picture, mapping, known };
}
