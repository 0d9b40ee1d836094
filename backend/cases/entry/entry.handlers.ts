import { os } from '#backend/calls/implementer.ts';
import { checkEntry } from './check-entry.ts';
import { readEntry } from './read-entry.ts';

export const entryHandlers = {
  read: os.entry.read.handler(({ context, input }) => readEntry(context, input)),
  check: os.entry.check.handler(({ context, input: { draft, ...place } }) => checkEntry(context, place, draft)),
};
