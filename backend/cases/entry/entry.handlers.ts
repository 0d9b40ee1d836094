import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setEntries } from '#db/commands/entry.commands.ts';
import { reportStep } from '../step-report.ts';
import { checkEntry } from './check-entry.ts';
import { readEntry } from './read-entry.ts';

export const entryHandlers = {
  read: os.entry.read.handler(({ context, input }) => readEntry(context, input)),
  set: os.entry.set.handler(({ context, input: { entries, values, manner } }) =>
    reportStep(context.db, setEntries(context.db, entries, values, made(context, manner))),
  ),
  check: os.entry.check.handler(({ context, input: { draft, ...place } }) => checkEntry(context, place, draft)),
};
