import { agencyHandlers } from './cases/agencies/agencies.handlers.ts';
import { exportsHandlers } from './cases/excel/exports.handlers.ts';
import { formsHandlers } from './cases/excel/forms.handlers.ts';
import { returnsHandlers } from './cases/excel/returns.handlers.ts';
import { historyHandlers } from './cases/history/history.handlers.ts';
import { matrixHandlers } from './cases/matrix/matrix.handlers.ts';
import { noteHandlers } from './cases/notes/notes.handlers.ts';
import { planHandlers } from './cases/plan/plan.handlers.ts';
import { progressHandlers } from './cases/progress/progress.handlers.ts';
import { taskHandlers } from './cases/tasks/tasks.handlers.ts';
import { workspaceHandlers } from './cases/workspace/workspace.handlers.ts';
import { os } from './implementer.ts';

/** Every call of the contract with its handler; a call without one does not compile. */
export const router = os.router({
  workspace: workspaceHandlers,
  matrix: matrixHandlers,
  task: taskHandlers,
  agency: agencyHandlers,
  note: noteHandlers,
  progress: progressHandlers,
  history: historyHandlers,
  exports: exportsHandlers,
  forms: formsHandlers,
  returns: returnsHandlers,
  plan: planHandlers,
});
