import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { progressOfPeriod } from '#db/queries/assignment.queries.ts';
import { reportStep } from '../step-report.ts';

export const progressHandlers = {
  texts: os.progress.texts.handler(({ context, input }) =>
    progressOfPeriod(context.db, input.periodId).map(({ taskId, agencyId, narrative, problems, nextSteps }) => ({
      taskId,
      agencyId,
      narrative,
      problems,
      nextSteps,
    })),
  ),
  set: os.progress.set.handler(({ context, input }) =>
    reportStep(context.db, setProgress(context.db, input.entries, made(context, input.manner))),
  ),
};
