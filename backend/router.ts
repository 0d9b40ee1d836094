import type { Router } from '@orpc/server';
import type { BackendContext } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { agencyHandlers } from '#backend/cases/agency/agency.handlers.ts';
import { calendarHandlers } from '#backend/cases/calendar/calendar.handlers.ts';
import { deadlineHandlers } from '#backend/cases/deadline/deadline.handlers.ts';
import { exportsHandlers } from '#backend/cases/exports/exports.handlers.ts';
import { filesHandlers } from '#backend/cases/files/files.handlers.ts';
import { formsHandlers } from '#backend/cases/forms/forms.handlers.ts';
import { noteHandlers } from '#backend/cases/note/note.handlers.ts';
import { returnsHandlers } from '#backend/cases/returns/returns.handlers.ts';
import { summaryHandlers } from '#backend/cases/summary/summary.handlers.ts';
import { taskHandlers } from '#backend/cases/task/task.handlers.ts';
import type { Contract } from '#shared/contract/contract.ts';
import { dutyHandlers } from './cases/duty/duty.handlers.ts';
import { entryHandlers } from './cases/entry/entry.handlers.ts';
import { evidenceHandlers } from './cases/evidence/evidence.handlers.ts';
import { historyHandlers } from './cases/history/history.handlers.ts';
import { layoutHandlers } from './cases/layout/layout.handlers.ts';
import { ledgerHandlers } from './cases/ledger/ledger.handlers.ts';
import { lightHandlers } from './cases/light/light.handlers.ts';
import { matrixHandlers } from './cases/matrix/matrix.handlers.ts';
import { matterHandlers } from './cases/matter/matter.handlers.ts';
import { milestoneHandlers } from './cases/milestone/milestone.handlers.ts';
import { pageHandlers } from './cases/page/page.handlers.ts';
import { peopleHandlers } from './cases/people/people.handlers.ts';
import { periodHandlers } from './cases/period/period.handlers.ts';
import { planHandlers } from './cases/plan/plan.handlers.ts';
import { progressHandlers } from './cases/progress/progress.handlers.ts';
import { reminderHandlers } from './cases/reminder/reminder.handlers.ts';
import { sendingsHandlers } from './cases/sendings/sendings.handlers.ts';
import { statisticsHandlers } from './cases/statistics/statistics.handlers.ts';
import { subItemHandlers } from './cases/sub-item/sub-item.handlers.ts';
import { targetHandlers } from './cases/target/target.handlers.ts';
import { templateHandlers } from './cases/template/template.handlers.ts';
import { verificationHandlers } from './cases/verification/verification.handlers.ts';
import { workspaceHandlers } from './cases/workspace/workspace.handlers.ts';
import { yearHandlers } from './cases/year/year.handlers.ts';

/** Every call of the contract with its handler; a call without one does not compile. */
export const router: Router<Contract, BackendContext> = os.router({
  workspace: workspaceHandlers,
  matrix: matrixHandlers,
  ledger: ledgerHandlers,
  light: lightHandlers,
  task: taskHandlers,
  agency: agencyHandlers,
  note: noteHandlers,
  progress: progressHandlers,
  history: historyHandlers,
  exports: exportsHandlers,
  layout: layoutHandlers,
  files: filesHandlers,
  forms: formsHandlers,
  returns: returnsHandlers,
  period: periodHandlers,
  plan: planHandlers,
  deadline: deadlineHandlers,
  calendar: calendarHandlers,
  entry: entryHandlers,
  target: targetHandlers,
  milestone: milestoneHandlers,
  subItem: subItemHandlers,
  verification: verificationHandlers,
  evidence: evidenceHandlers,
  people: peopleHandlers,
  matter: matterHandlers,
  year: yearHandlers,
  duty: dutyHandlers,
  reminder: reminderHandlers,
  page: pageHandlers,
  summary: summaryHandlers,
  statistics: statisticsHandlers,
  template: templateHandlers,
  sendings: sendingsHandlers,
});
