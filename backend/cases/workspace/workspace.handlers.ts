import { os } from '#backend/calls/implementer.ts';
import { runChecks } from '#db/checks/checks.ts';
import { dump } from './dump.ts';
import { overview } from './overview.ts';

export const workspaceHandlers = {
  overview: os.workspace.overview.handler(({ context }) => overview(context)),
  dump: os.workspace.dump.handler(({ context }) => dump(context.db)),
  check: os.workspace.check.handler(({ context }) => runChecks(context.db)),
};
