import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { insertTasks, moveTasks, removeTasks, renumberTasks } from '#db/commands/task.commands.ts';
import { renameSection, setTaskTexts } from '#db/commands/task-text.commands.ts';
import { reportStep } from '../step-report.ts';

export const taskHandlers = {
  insert: os.task.insert.handler(({ context, input }) => {
    const { planId, place, tasks, numbering } = input;
    return reportStep(context.db, insertTasks(context.db, planId, place, tasks, numbering, made(context, 'typed')));
  }),
  remove: os.task.remove.handler(({ context, input }) => {
    const { planId, taskIds, numbering } = input;
    return reportStep(context.db, removeTasks(context.db, planId, taskIds, numbering, made(context, 'typed')));
  }),
  move: os.task.move.handler(({ context, input }) => {
    const { planId, taskIds, place, numbering } = input;
    return reportStep(context.db, moveTasks(context.db, planId, taskIds, place, numbering, made(context, 'typed')));
  }),
  renumber: os.task.renumber.handler(({ context, input }) =>
    reportStep(context.db, renumberTasks(context.db, input.planId, made(context, 'typed'))),
  ),
  setText: os.task.setText.handler(({ context, input }) =>
    reportStep(context.db, setTaskTexts(context.db, input.edits, made(context, 'typed'))),
  ),
  renameSection: os.task.renameSection.handler(({ context, input }) => {
    const { sectionId, title } = input;
    return reportStep(context.db, renameSection(context.db, sectionId, title, made(context, 'typed')));
  }),
};
