import { os } from '#backend/calls/implementer.ts';
import { reportStep } from '../step-report.ts';
import { beginCopiedYear, beginReviewedYear, proposeYear } from './begin-year.ts';
import { compareWithYearBefore, proposeCopy, readEndings } from './read-years.ts';

export const yearHandlers = {
  propose: os.year.propose.handler(({ context, input }) => proposeYear(context, input)),
  begin: os.year.begin.handler(async ({ context, input }) => {
    const { planId, ...begun } = await beginReviewedYear(context, input);
    return { ...reportStep(context.db, begun), planId };
  }),
  proposeCopy: os.year.proposeCopy.handler(({ context, input }) => proposeCopy(context.db, input)),
  copy: os.year.copy.handler(({ context, input }) => {
    const { planId, ...begun } = beginCopiedYear(context, input);
    return { ...reportStep(context.db, begun), planId };
  }),
  compare: os.year.compare.handler(({ context, input }) => compareWithYearBefore(context.db, input.planId)),
  endings: os.year.endings.handler(({ context, input }) => readEndings(context.db, input.planId, input.taskIds)),
};
