import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { removeTemplate, renameTemplate } from '#db/commands/template.commands.ts';
import { listTemplates } from '#db/queries/template.queries.ts';
import type { FilledTemplate } from '#shared/domain/template.ts';
import { reportStep } from '../step-report.ts';
import { fillForm } from './fill-form.ts';
import { readKept, readPicked } from './read-template.ts';
import { keepTemplate } from './save-template.ts';

export const templateHandlers = {
  read: os.template.read.handler(({ context, input: { file, example, planId, place } }) =>
    readPicked(context, pathOf(context, file, 'read'), {
      place,
      planId,
      example: example === undefined ? undefined : pathOf(context, example, 'read'),
    }),
  ),
  list: os.template.list.handler(({ context }) =>
    listTemplates(context.db).map(({ shape: _, ...template }) => template),
  ),
  get: os.template.get.handler(({ context, input }) => readKept(context, input.templateId, input.place)),
  save: os.template.save.handler(({ context, input: { file, ...template } }) =>
    keepTemplate(context, { ...template, file: file === undefined ? undefined : pathOf(context, file, 'read') }),
  ),
  rename: os.template.rename.handler(({ context, input: { templateId, name } }) =>
    reportStep(context.db, renameTemplate(context.db, templateId, name, made(context, 'typed'))),
  ),
  remove: os.template.remove.handler(({ context, input: { templateId } }) =>
    reportStep(context.db, removeTemplate(context.db, templateId, made(context, 'typed'))),
  ),
  fill: os.template.fill.handler(({ context, input: { template, out, ...request }, signal }) =>
    runLongCall<FilledTemplate>(context, 'template.fill', (progress) =>
      fillForm(context, template, request, pathOf(context, out, 'export'), progress, signal),
    ),
  ),
};
