import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { setScoringRule } from '#db/commands/scoring-rule.commands.ts';
import { reportStep } from '../step-report.ts';
import { readComparison, readCountedDuties, readStatistics } from './read-statistics.ts';

export const statisticsHandlers = {
  read: os.statistics.read.handler(({ context, input }) => readStatistics(context, input)),
  duties: os.statistics.duties.handler(({ context, input }) => readCountedDuties(context, input)),
  compare: os.statistics.compare.handler(({ context, input }) => readComparison(context, input)),
  setScoring: os.statistics.setScoring.handler(({ context, input: { planId, rule } }) =>
    reportStep(context.db, setScoringRule(context.db, planId, rule, made(context, 'typed'))),
  ),
};
