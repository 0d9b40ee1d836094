import { setProgress } from '#db/commands/progress.commands.ts';
import { made } from '../../context.ts';
import { os } from '../../implementer.ts';
import { reportStep } from '../step-report.ts';

export const progressHandlers = {
  set: os.progress.set.handler(({ context, input }) =>
    reportStep(context.db, setProgress(context.db, input.entries, made(context, context.client))),
  ),
};
