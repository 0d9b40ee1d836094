import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { describedPrint } from '#backend/excel/layouts/layout.ts';
import { setScoringRule } from '#db/commands/scoring-rule.commands.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { reportStep } from '../step-report.ts';
import { readCountedDuties, readStatistics, readTwoDays } from './read-statistics.ts';
import { describeFigures, writeFigures } from './write-figures.ts';

export const statisticsHandlers = {
  read: os.statistics.read.handler(({ context, input }) => readStatistics(context, input)),
  duties: os.statistics.duties.handler(({ context, input }) => readCountedDuties(context, input)),
  compare: os.statistics.compare.handler(({ context, input }) => readTwoDays(context, input)),
  export: os.statistics.export.handler(({ context, input: { file, ...request }, signal }) =>
    runLongCall<ExportedFile>(context, 'statistics.export', (progress) =>
      writeFigures(context, request, pathOf(context, file, 'export'), progress, signal),
    ),
  ),
  printTable: os.statistics.printTable.handler(({ context, input }) => describedPrint(describeFigures(context, input))),
  setScoring: os.statistics.setScoring.handler(({ context, input: { planId, rule } }) =>
    reportStep(context.db, setScoringRule(context.db, planId, rule, made(context, 'typed'))),
  ),
};
