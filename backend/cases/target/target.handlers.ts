import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setTargetsOfTask } from '#db/commands/target.commands.ts';
import { setTargetValues } from '#db/commands/target-value.commands.ts';
import { reportStep } from '../step-report.ts';

export const targetHandlers = {
  set: os.target.set.handler(({ context, input }) =>
    reportStep(context.db, setTargetValues(context.db, input.cells, made(context, input.manner))),
  ),
  setOfTask: os.target.setOfTask.handler(({ context, input }) =>
    reportStep(context.db, setTargetsOfTask(context.db, input.taskId, input.targets, made(context, 'typed'))),
  ),
};
