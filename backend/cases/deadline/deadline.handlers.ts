import { type BackendContext, made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { type ClosingDraft, closeTasks, reopenTasks } from '#db/commands/closing.commands.ts';
import { setTaskDues } from '#db/commands/due.commands.ts';
import { addExtensions, removeExtension } from '#db/commands/extension.commands.ts';
import { reportStep } from '../step-report.ts';
import { closeWithFiles } from './close-with-files.ts';
import { listLate } from './list-late.ts';
import { listTaskDeadlines } from './list-task-deadlines.ts';

type ClosingWords = Pick<ClosingDraft, 'basis' | 'approver'> & { readonly closedOn?: string | undefined };

export const deadlineHandlers = {
  overdue: os.deadline.overdue.handler(({ context, input: { planId, within } }) => listLate(context, planId, within)),
  list: os.deadline.list.handler(({ context: { db }, input: { planId, taskIds } }) =>
    listTaskDeadlines(db, planId, taskIds),
  ),
  setDues: os.deadline.setDues.handler(({ context, input: { taskId, dues } }) =>
    reportStep(context.db, setTaskDues(context.db, taskId, dues, made(context, 'typed'))),
  ),
  extend: os.deadline.extend.handler(({ context, input: { places, approvedOn = context.today(), ...extension } }) => {
    const drafts = places.map((place) => ({ ...place, ...extension, approvedOn }));
    return reportStep(context.db, addExtensions(context.db, drafts, made(context, 'typed')));
  }),
  removeExtension: os.deadline.removeExtension.handler(({ context, input: { id } }) =>
    reportStep(context.db, removeExtension(context.db, id, made(context, 'typed'))),
  ),
  close: os.deadline.close.handler(({ context, input: { places, evidenceIds, ...closing } }) => {
    const drafts = closingDrafts(context, places, closing);
    return reportStep(context.db, closeTasks(context.db, drafts, made(context, 'typed'), { evidenceIds }));
  }),
  closeWithFiles: os.deadline.closeWithFiles.handler(({ context, input, signal }) =>
    runLongCall(context, 'deadline.closeWithFiles', (progress) => {
      const { places, evidenceIds, files, ...closing } = input;
      const drafts = closingDrafts(context, places, closing);
      return closeWithFiles(context, drafts, { evidenceIds, files }, progress, signal);
    }),
  ),
  reopen: os.deadline.reopen.handler(({ context, input: { places, reason, on: reopenedOn = context.today() } }) =>
    reportStep(context.db, reopenTasks(context.db, places, { reopenedOn, reason }, made(context, 'typed'))),
  ),
};

/** The same closing at each place; without a day, today. */
function closingDrafts(
  context: BackendContext,
  places: readonly Pick<ClosingDraft, 'taskId' | 'agencyId'>[],
  { closedOn = context.today(), basis, approver }: ClosingWords,
): readonly ClosingDraft[] {
  return places.map((place) => ({ ...place, closedOn, basis, approver }));
}
