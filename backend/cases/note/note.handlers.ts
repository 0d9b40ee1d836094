import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { reportStep } from '../step-report.ts';

export const noteHandlers = {
  set: os.note.set.handler(({ context, input }) =>
    reportStep(context.db, setNotes(context.db, input.notes, made(context, 'typed'))),
  ),
};
