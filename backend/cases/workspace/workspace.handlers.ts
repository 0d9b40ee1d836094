import { os } from '#backend/calls/implementer.ts';
import { runChecks } from '#db/checks/checks.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { dump } from './dump.ts';
import { overview } from './overview.ts';

export const workspaceHandlers = {
  overview: os.workspace.overview.handler(({ context, input }) =>
    overview(context, input.planId ?? defaultPlanId(context.db)),
  ),
  dump: os.workspace.dump.handler(({ context, input }) => dump(context.db, input.planId ?? defaultPlanId(context.db))),
  check: os.workspace.check.handler(({ context }) => runChecks(context.db)),
};
