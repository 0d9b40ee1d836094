import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setSubItems } from '#db/commands/sub-item.commands.ts';
import { listSubItems } from '#db/queries/sub-item.queries.ts';
import { reportStep } from '../step-report.ts';

export const subItemHandlers = {
  list: os.subItem.list.handler(({ context, input }) => listSubItems(context.db, input.planId, input.taskIds)),
  setOfTask: os.subItem.setOfTask.handler(({ context, input }) =>
    reportStep(context.db, setSubItems(context.db, input.taskId, input.subItems, made(context, 'typed'))),
  ),
};
