import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { addMatter, editMatter, removeMatter } from '#db/commands/matter.commands.ts';
import { reportStep } from '../step-report.ts';
import { matterDue, readMatters } from './read-matters.ts';

export const matterHandlers = {
  list: os.matter.list.handler(({ context, input }) => readMatters(context.db, input.planId, context.calendar)),
  add: os.matter.add.handler(({ context, input }) => {
    const { taskId, ...added } = addMatter(context.db, input, made(context, 'typed'));
    return { ...reportStep(context.db, added), taskId };
  }),
  edit: os.matter.edit.handler(({ context, input }) =>
    reportStep(context.db, editMatter(context.db, input, made(context, 'typed'))),
  ),
  remove: os.matter.remove.handler(({ context, input: { taskId, numbering } }) =>
    reportStep(context.db, removeMatter(context.db, taskId, numbering, made(context, 'typed'))),
  ),
  due: os.matter.due.handler(({ context, input }) => matterDue(context.calendar, input.aroseOn, input.workdays)),
};
