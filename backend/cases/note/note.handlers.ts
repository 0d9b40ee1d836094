import { made } from '#backend/context.ts';
import { os } from '#backend/implementer.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { reportStep } from '../step-report.ts';

export const noteHandlers = {
  set: os.note.set.handler(({ context, input }) =>
    reportStep(context.db, setNotes(context.db, input.notes, made(context, context.client))),
  ),
};
