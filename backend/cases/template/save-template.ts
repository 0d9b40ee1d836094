import { createHash } from 'node:crypto';
import path from 'node:path';
import { type BackendContext, made } from '#backend/calls/context.ts';
import { templateShape } from '#backend/excel/template/template-shape.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { saveTemplate } from '#db/commands/template.commands.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { reportStep } from '../step-report.ts';

/**
 * Keeps a form with what its columns mean. What a person has looked at and kept is sure from then on.
 *
 * @param file path of the form; left out, the one that was kept before
 * @throws AppError TEMPLATE_GONE, TEMPLATE_NAME_TAKEN, NOTHING_TO_CHANGE, FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE
 */
export function keepTemplate(
  context: BackendContext,
  {
    templateId,
    name,
    file,
    mapping,
  }: {
    readonly templateId?: RowId | undefined;
    readonly name: string;
    readonly file?: string | undefined;
    readonly mapping: TemplateMapping;
  },
): StepReport {
  const content = file === undefined ? undefined : readForeignFile(file);
  const kept =
    file === undefined || content === undefined
      ? undefined
      : { name: path.basename(file), sha256: createHash('sha256').update(content).digest('hex'), content };
  const template = { id: templateId, name, file: kept, shape: templateShape(mapping), mapping };
  return reportStep(context.db, saveTemplate(context.db, template, made(context, 'typed')));
}
