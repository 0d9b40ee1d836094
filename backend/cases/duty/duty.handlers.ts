import { made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { describedPrint } from '#backend/excel/layouts/layout.ts';
import { recordDuties, removeDuty, setDuty, setDutyRecords } from '#db/commands/duty.commands.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { reportStep } from '../step-report.ts';
import { describeDuty, exportDuty } from './export-duty.ts';
import { listDutyViews, listExpectedDuties, readDutyState } from './read-duties.ts';
import { readDutyTable } from './read-duty-table.ts';

export const dutyHandlers = {
  list: os.duty.list.handler(({ context, input }) => listDutyViews(readDutyState(context, input.planId))),
  expected: os.duty.expected.handler(({ context, input }) =>
    listExpectedDuties(readDutyState(context, input.planId), context.today()),
  ),
  table: os.duty.table.handler(({ context, input }) => readDutyTable(context, input.dutyId)),
  export: os.duty.export.handler(({ context, input, signal }) =>
    runLongCall<ExportedFile>(context, 'duty.export', (progress) =>
      exportDuty(context, input.dutyId, pathOf(context, input.file, 'export'), progress, signal),
    ),
  ),
  printTable: os.duty.printTable.handler(({ context, input }) => describedPrint(describeDuty(context, input.dutyId))),
  set: os.duty.set.handler(({ context, input: { duty, definition } }) =>
    reportStep(context.db, setDuty(context.db, duty, definition, made(context, 'typed'))),
  ),
  remove: os.duty.remove.handler(({ context, input }) =>
    reportStep(context.db, removeDuty(context.db, input.dutyId, made(context, 'typed'))),
  ),
  record: os.duty.record.handler(({ context, input: { records, manner = 'typed' } }) => {
    const today = context.today();
    const dated = records.map((record) => ({ ...record, receivedOn: record.receivedOn ?? today }));
    return reportStep(context.db, recordDuties(context.db, dated, made(context, manner)));
  }),
  setRecords: os.duty.setRecords.handler(({ context, input }) =>
    reportStep(context.db, setDutyRecords(context.db, input.edits, made(context, 'typed'))),
  ),
};
