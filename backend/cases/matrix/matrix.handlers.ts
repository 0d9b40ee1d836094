import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { reportStep } from '../step-report.ts';
import { readMatrix } from './read-matrix.ts';
import { readTask } from './read-task.ts';

export const matrixHandlers = {
  read: os.matrix.read.handler(({ context, input }) => readMatrix(context, input.periodId, input.taskIds)),
  task: os.matrix.task.handler(({ context, input }) => readTask(context, input.taskId, input.periodId)),
  setRoles: os.matrix.setRoles.handler(({ context, input: { cells, titles, manner } }) =>
    reportStep(context.db, setRoles(context.db, cells, made(context, manner), titles)),
  ),
};
