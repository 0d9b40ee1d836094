import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { removeEvidence, updateEvidence } from '#db/commands/evidence.commands.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { addFiles } from './add-files.ts';
import { copyWithEvidence, evidenceOverview } from './copy-data-file.ts';
import { verifyFiles } from './verify-files.ts';
import { catalogueLines, writeCatalogue } from './write-catalogue.ts';

export const evidenceHandlers = {
  list: os.evidence.list.handler(({ context, input: { agencyId, ...request } }) =>
    catalogueLines(context, request).filter((line) => agencyId === undefined || line.agencyId === agencyId),
  ),
  overview: os.evidence.overview.handler(({ context }) => evidenceOverview(context)),
  add: os.evidence.add.handler(({ context, input, signal }) =>
    runLongCall(context, 'evidence.add', (progress) => addFiles(context, input, progress, signal)),
  ),
  update: os.evidence.update.handler(({ context, input: { id, ...patch } }) =>
    reportStep(context.db, updateEvidence(context.db, id, patch, made(context, 'typed'))),
  ),
  remove: os.evidence.remove.handler(({ context, input }) =>
    reportStep(context.db, removeEvidence(context.db, input.id, made(context, 'typed'))),
  ),
  verify: os.evidence.verify.handler(({ context, input, signal }) =>
    runLongCall(context, 'evidence.verify', (progress) => verifyFiles(context, input.planId, progress, signal)),
  ),
  catalogue: os.evidence.catalogue.handler(({ context, input, signal }) =>
    runLongCall(context, 'evidence.catalogue', (progress) => {
      const { folder, file, ...request } = input;
      if (folder !== undefined) {
        return writeCatalogue(context, request, { folder: pathOf(context, folder, 'forms') }, progress, signal);
      }
      if (file === undefined) throw new AppError('BAD_PARAMS', { path: 'folder' });
      return writeCatalogue(context, request, { file: pathOf(context, file, 'export') }, progress, signal);
    }),
  ),
  copyDataFile: os.evidence.copyDataFile.handler(({ context, input, signal }) =>
    runLongCall(context, 'evidence.copyDataFile', (progress) =>
      copyWithEvidence(context, pathOf(context, input.file, 'data-file'), input.withEvidence, progress, signal),
    ),
  ),
};
