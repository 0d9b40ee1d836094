import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { reportStep } from '../step-report.ts';
import { cellHistory } from './cell-history.ts';

export const historyHandlers = {
  list: os.history.list.handler(({ context, input }) => listSteps(context.db, input.limit, input.before)),
  ofCell: os.history.ofCell.handler(({ context, input }) => cellHistory(context.db, input.taskId, input.agencyId)),
  undo: os.history.undo.handler(({ context, input }) =>
    reportStep(context.db, undoStep(context.db, made(context, 'typed'), input.stepId)),
  ),
  redo: os.history.redo.handler(({ context }) => reportStep(context.db, redoStep(context.db, made(context, 'typed')))),
};
