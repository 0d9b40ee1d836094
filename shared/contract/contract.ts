import { agencyContract } from './agency.contract.ts';
import { calendarContract } from './calendar.contract.ts';
import { deadlineContract } from './deadline.contract.ts';
import { dutyContract } from './duty.contract.ts';
import { entryContract } from './entry.contract.ts';
import { evidenceContract } from './evidence.contract.ts';
import { exportsContract } from './exports.contract.ts';
import { filesContract } from './files.contract.ts';
import { formsContract } from './forms.contract.ts';
import { historyContract } from './history.contract.ts';
import { layoutContract } from './layout.contract.ts';
import { ledgerContract } from './ledger.contract.ts';
import { lightContract } from './light.contract.ts';
import { matrixContract } from './matrix.contract.ts';
import { matterContract } from './matter.contract.ts';
import { milestoneContract } from './milestone.contract.ts';
import { noteContract } from './note.contract.ts';
import { pageContract } from './page.contract.ts';
import { peopleContract } from './people.contract.ts';
import { periodContract } from './period.contract.ts';
import { planContract } from './plan.contract.ts';
import { progressContract } from './progress.contract.ts';
import { reminderContract } from './reminder.contract.ts';
import { returnsContract } from './returns.contract.ts';
import { sendingsContract } from './sendings.contract.ts';
import { statisticsContract } from './statistics.contract.ts';
import { subItemContract } from './sub-item.contract.ts';
import { summaryContract } from './summary.contract.ts';
import { targetContract } from './target.contract.ts';
import { taskContract } from './task.contract.ts';
import { templateContract } from './template.contract.ts';
import { verificationContract } from './verification.contract.ts';
import { workspaceContract } from './workspace.contract.ts';
import { yearContract } from './year.contract.ts';

/**
 * Every call between a client (the window, the command line, a test) and the backend, each declared once.
 * The backend's handlers, the window's client and the tests derive from it; a missing handler is a type error.
 */
export const contract = {
  workspace: workspaceContract,
  matrix: matrixContract,
  ledger: ledgerContract,
  light: lightContract,
  task: taskContract,
  agency: agencyContract,
  note: noteContract,
  progress: progressContract,
  history: historyContract,
  exports: exportsContract,
  layout: layoutContract,
  files: filesContract,
  forms: formsContract,
  returns: returnsContract,
  period: periodContract,
  plan: planContract,
  deadline: deadlineContract,
  calendar: calendarContract,
  entry: entryContract,
  target: targetContract,
  milestone: milestoneContract,
  subItem: subItemContract,
  verification: verificationContract,
  evidence: evidenceContract,
  people: peopleContract,
  matter: matterContract,
  year: yearContract,
  duty: dutyContract,
  reminder: reminderContract,
  page: pageContract,
  summary: summaryContract,
  statistics: statisticsContract,
  template: templateContract,
  sendings: sendingsContract,
};

export type Contract = typeof contract;
