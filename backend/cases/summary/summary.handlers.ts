import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { adoptSummary, saveSummary } from '#db/commands/summary.commands.ts';
import { reportStep } from '../step-report.ts';
import { readSummary } from './read-summary.ts';

export const summaryHandlers = {
  draft: os.summary.draft.handler(({ context, input: { fresh, ...place } }) => readSummary(context, place, fresh)),
  save: os.summary.save.handler(({ context, input: { sentences, ...place } }) => {
    const { agencyId } = readSummary(context, place, false);
    const written = { ...place, agencyId, sentences };
    return reportStep(context.db, saveSummary(context.db, written, made(context, 'typed')));
  }),
  adopt: os.summary.adopt.handler(({ context, input: { sentences, ...place } }) => {
    const { agencyId } = readSummary(context, place, false);
    const written = { ...place, agencyId, sentences };
    return reportStep(context.db, adoptSummary(context.db, written, context.today(), made(context, 'typed')));
  }),
};
