import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { closePeriod, reopenPeriod } from '#db/commands/period.commands.ts';
import { reportStep } from '../step-report.ts';
import { listPeriodStandings, readPeriodGaps } from './period-standing.ts';

export const periodHandlers = {
  list: os.period.list.handler(({ context, input }) => listPeriodStandings(context, input.planId)),
  gaps: os.period.gaps.handler(({ context, input }) => readPeriodGaps(context, input.periodId)),
  close: os.period.close.handler(({ context, input: { periodId } }) => {
    const { owed, missing } = readPeriodGaps(context, periodId);
    const closedAs = { closedOn: context.today(), owed, missing };
    return reportStep(context.db, closePeriod(context.db, periodId, closedAs, made(context, 'typed')));
  }),
  reopen: os.period.reopen.handler(({ context, input: { periodId, reason } }) =>
    reportStep(context.db, reopenPeriod(context.db, periodId, reason, made(context, 'typed'))),
  ),
};
