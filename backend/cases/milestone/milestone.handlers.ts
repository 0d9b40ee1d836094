import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setMilestones } from '#db/commands/milestone.commands.ts';
import { listMilestones } from '#db/queries/milestone.queries.ts';
import { reportStep } from '../step-report.ts';

export const milestoneHandlers = {
  list: os.milestone.list.handler(({ context, input }) => listMilestones(context.db, input.planId, input.taskIds)),
  setOfTask: os.milestone.setOfTask.handler(({ context, input }) =>
    reportStep(context.db, setMilestones(context.db, input.taskId, input.milestones, made(context, 'typed'))),
  ),
};
