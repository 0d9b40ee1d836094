import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import type { SentFormFile } from '#shared/domain/form-sending.ts';
import { readCandidates } from './office-forms.ts';
import { sendForms } from './send-forms.ts';

export const formsHandlers = {
  candidates: os.forms.candidates.handler(({ context, input }) => readCandidates(context, input.periodId)),

  send: os.forms.send.handler(({ context, input, signal }) =>
    runLongCall<readonly SentFormFile[]>(context, 'forms.send', (progress) => {
      const { folder, ...wish } = input;
      // What they say is asked for in a turn among the steps: all of them tell of one moment.
      return sendForms(context, pathOf(context, folder, 'forms'), wish, progress, signal);
    }),
  ),
};
