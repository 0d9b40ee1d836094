import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { gatherForms } from './gather-forms.ts';
import { sendForms } from './send-forms.ts';

export const formsHandlers = {
  send: os.forms.send.handler(({ context, input, signal }) =>
    runLongCall<readonly ExportedFile[]>(context, 'forms.send', (progress) => {
      const { db } = context;
      const folder = pathOf(context, input.folder, 'forms');
      // Asked for in a turn among the steps: all the forms say what stood at one moment.
      const gather = () => {
        const period = findPeriod(db, input.periodId);
        if (!period) throw new AppError('PERIOD_UNKNOWN', { period: input.periodId });
        return { plan: getPlan(db, period.planId), period, forms: gatherForms(db, period, input.agencyIds) };
      };
      return sendForms(context, folder, gather, progress, signal);
    }),
  ),
};
