import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { setSentTo } from '#db/commands/export.commands.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { reportStep } from '../step-report.ts';
import { compareSendings } from './compare-sendings.ts';
import { listSendingViews } from './list-sendings.ts';
import { sendAgain } from './send-again.ts';
import { whichSending } from './which-sending.ts';

export const sendingsHandlers = {
  list: os.sendings.list.handler(({ context, input }) => listSendingViews(context.present, input)),
  compare: os.sendings.compare.handler(({ context, input }) => compareSendings(context, input.before, input.after)),
  which: os.sendings.which.handler(({ context, input }) =>
    whichSending(context.present, pathOf(context, input.file, 'read')),
  ),
  sendAgain: os.sendings.sendAgain.handler(({ context, input, signal }) =>
    runLongCall<ExportedFile>(context, 'sendings.sendAgain', (progress) =>
      sendAgain(context, input.sendingId, pathOf(context, input.file, 'export'), progress, signal),
    ),
  ),
  setSentTo: os.sendings.setSentTo.handler(({ context, input }) =>
    reportStep(context.db, setSentTo(context.db, input.sendingId, input.sentTo, made(context, 'typed'))),
  ),
};
