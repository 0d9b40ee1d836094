import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listActors } from '#db/queries/step.queries.ts';
import { reportStep } from '../step-report.ts';
import { cellHistory } from './cell-history.ts';
import { findMoment, momentOfStep } from './find-moment.ts';
import { filteredSteps } from './list-steps.ts';
import { stepFacts } from './step-facts.ts';

export const historyHandlers = {
  list: os.history.list.handler(({ context, input }) => filteredSteps(context.db, input)),
  ofStep: os.history.ofStep.handler(({ context, input }) => stepFacts(context.db, input.stepId)),
  actors: os.history.actors.handler(({ context }) => listActors(context.db)),
  ofCell: os.history.ofCell.handler(({ context, input }) => cellHistory(context.db, input.taskId, input.agencyId)),
  moment: os.history.moment.handler(({ context, input }) =>
    'at' in input ? findMoment(context.db, input.at) : momentOfStep(context.db, input.stepId),
  ),
  leavePast: os.history.leavePast.handler(({ context }) => {
    context.past.leave();
    return null;
  }),
  undo: os.history.undo.handler(({ context, input }) =>
    reportStep(context.db, undoStep(context.db, made(context, 'typed'), input.stepId)),
  ),
  redo: os.history.redo.handler(({ context }) => reportStep(context.db, redoStep(context.db, made(context, 'typed')))),
};
