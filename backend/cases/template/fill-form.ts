import path from 'node:path';
import { type BackendContext, pathOf } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { tellProgress } from '#backend/calls/tell-progress.ts';
import { type TemplateFillInput, withRowsOfAgencies } from '#backend/excel/template/fill-input.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { fileOfTemplate, getTemplate } from '#db/queries/template.queries.ts';
import type { FileTicket, LongCallEvent } from '#shared/contract/call.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { FilledTemplate, TemplateMapping } from '#shared/domain/template.ts';
import { recordSent, sentFile, stateOf } from '../sendings/record-sending.ts';
import { type FillRequest, gatherFill } from './gather-fill.ts';
import { templateOf } from './read-template.ts';

export type FormToFill =
  | { readonly templateId: RowId }
  | { readonly file: FileTicket; readonly mapping?: TemplateMapping | undefined };

type Form = Pick<TemplateFillInput, 'template' | 'fileName' | 'mapping' | 'isSettled'> & {
  /** Names the form in the log: a remembered one by its name, whatever the file of the month is called. */
  readonly what: string;
};

/**
 * Fills a superior's form and writes it as a file of its own: read here, filled and written by the outlet's thread.
 * Cancelled at any moment, it leaves nothing.
 *
 * @param target full path; an existing file is replaced
 * @throws AppError TEMPLATE_NOT_FOUND, TEMPLATE_GONE, those of readForeignFile, gatherFill, fillTemplate and the outlet
 */
export async function* fillForm(
  context: BackendContext,
  template: FormToFill,
  request: FillRequest,
  target: string,
  progress: ReportProgress,
  outer: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, FilledTemplate, void> {
  assertNotDataFile(target, context.dataFile);
  context.outlet.prepare('template');
  yield progress(0, 1, '正在读取表样');
  const { what, ...read } = await readForm(context, template, request);
  const form = { ...read, mapping: withRowsOfAgencies(read.mapping) };
  yield progress(0, 1, '正在填写');
  const state = stateOf(context);
  const gathered = gatherFill(context, request, form.mapping);
  const written = yield* tellProgress(
    (_, signal) =>
      context.outlet.save({ kind: 'template', fill: { ...form, ...gathered, ending: path.extname(target) } }, target, {
        signal,
      }),
    outer,
  );
  const fileName = path.basename(target);
  const notes = [...written.notices];
  const about = {
    kind: 'template',
    what,
    planId: request.planId,
    periodId: request.periodId,
    agencyId: typeof request.scope === 'object' ? request.scope.agencyId : null,
    request: {
      call: 'template.fill',
      input: { ...request, ...('templateId' in template ? template : {}), mapping: form.mapping },
    },
    state,
  } as const;
  const [told] = await recordSent(context, [sentFile(about, { fileName, ...written, notices: notes })]);
  const trouble = told?.notice?.split('\n').filter((line) => !notes.includes(line)) ?? [];
  return {
    fileName,
    bytes: written.bytes,
    filledRows: written.rows,
    filledCells: written.cells ?? 0,
    sheet: form.mapping.sheet,
    notes: [...notes, ...trouble.filter((line) => line !== '')],
  };
}

async function readForm(context: BackendContext, template: FormToFill, { planId }: FillRequest): Promise<Form> {
  if ('templateId' in template) {
    const { name: what, mapping } = getTemplate(context.db, template.templateId);
    const { name, content } = fileOfTemplate(context.db, template.templateId);
    return { template: content, fileName: name, mapping, isSettled: true, what };
  }
  const file = pathOf(context, template.file, 'read');
  const bytes = readForeignFile(file);
  const fileName = path.basename(file);
  const form = { template: bytes, fileName, what: fileName };
  if (template.mapping) return { ...form, mapping: template.mapping, isSettled: true };
  const mapping = await templateOf(context, { name: fileName, bytes }, { planId });
  return { ...form, mapping, isSettled: false };
}
