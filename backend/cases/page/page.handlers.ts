import { os } from '#backend/calls/implementer.ts';
import { readAgencyPage } from './read-agency-page.ts';
import { readLeaderPage, summarizeLeaders } from './read-leader-page.ts';
import { readTaskPage } from './read-task-page.ts';
import { readWeek } from './read-week.ts';

export const pageHandlers = {
  task: os.page.task.handler(({ context, input: { taskId } }) => readTaskPage(context, taskId)),
  agency: os.page.agency.handler(({ context, input: { planId, agencyId, periodId } }) =>
    readAgencyPage(context, planId, agencyId, periodId),
  ),
  leader: os.page.leader.handler(({ context, input: { planId, name, periodId } }) =>
    readLeaderPage(context, planId, name, periodId),
  ),
  leaders: os.page.leaders.handler(({ context, input: { planId } }) => summarizeLeaders(context, planId)),
  week: os.page.week.handler(({ context, input: { planId, on } }) => readWeek(context, planId, on)),
};
