import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { AgencyPageView } from './AgencyPageView.tsx';
import { LeaderPageView } from './LeaderPageView.tsx';
import { PageChooser } from './PageChooser.tsx';
import { BackAndForward } from './PageFrame.tsx';
import { PlanLights } from './PageParts.tsx';
import { keyOfPage, type PageRef, pageShown, settlePages, usePageDesk } from './page-desk.ts';
import { TaskPageView } from './TaskPageView.tsx';
import './pages.css';

export type PagesScreenProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly inFront: boolean;
  /** Whose standing units and leaders are shown with. */
  readonly period: PeriodView | undefined;
};

/** 档案: at the left which task, unit or leader, at the right everything known of it. */
export function PagesScreen({ overview, tasks, inFront, period }: PagesScreenProps) {
  const planId = overview.plan.id;
  useLayoutEffect(() => settlePages(planId), [planId]);
  const isSettled = usePageDesk((state) => state.planId === planId);
  const page = usePageDesk(pageShown);
  return (
    <div className="pages" data-testid="pages">
      <PageChooser overview={overview} tasks={tasks} inFront={inFront} />
      {page && isSettled ? (
        <PlanLights value={overview.lights}>
          <PageOf key={keyOfPage(page)} page={page} overview={overview} inFront={inFront} period={period} />
        </PlanLights>
      ) : (
        <p className="empty-note page-empty">
          从左边选一项任务、一个单位或一位领导。也可以在矩阵、台账的右键菜单里打开档案。
        </p>
      )}
    </div>
  );
}

type PageOfProps = Omit<PagesScreenProps, 'tasks'> & { readonly page: PageRef };

function PageOf({ page, ...rest }: PageOfProps) {
  switch (page.kind) {
    case 'task':
      return <OneTask taskId={page.taskId} {...rest} />;
    case 'agency':
      return <OneAgency agencyId={page.agencyId} {...rest} />;
    case 'leader':
      return <OneLeader name={page.name} {...rest} />;
  }
}

type Shown = Omit<PageOfProps, 'page'>;

function OneTask({ taskId, overview, inFront, period }: Shown & Pick<PageRef & { kind: 'task' }, 'taskId'>) {
  const answer = useQuery({ ...orpc.page.task.queryOptions({ input: { taskId } }), enabled: inFront });
  return <Answered answer={answer} show={(page) => <TaskPageView page={page} overview={overview} period={period} />} />;
}

function OneAgency({ agencyId, overview, inFront, period }: Shown & Pick<PageRef & { kind: 'agency' }, 'agencyId'>) {
  const input = { planId: overview.plan.id, agencyId, ...(period ? { periodId: period.id } : {}) };
  const answer = useQuery({
    ...orpc.page.agency.queryOptions({ input }),
    enabled: inFront,
    placeholderData: keepPreviousData,
  });
  return <Answered answer={answer} show={(page) => <AgencyPageView page={page} overview={overview} />} />;
}

function OneLeader({ name, overview, inFront, period }: Shown & Pick<PageRef & { kind: 'leader' }, 'name'>) {
  const input = { planId: overview.plan.id, name, ...(period ? { periodId: period.id } : {}) };
  const answer = useQuery({
    ...orpc.page.leader.queryOptions({ input }),
    enabled: inFront,
    placeholderData: keepPreviousData,
  });
  return <Answered answer={answer} show={(page) => <LeaderPageView page={page} />} />;
}

type AnsweredProps<Page> = {
  readonly answer: UseQueryResult<Page>;
  readonly show: (page: Page) => ReactNode;
};

function Answered<Page>({ answer, show }: AnsweredProps<Page>) {
  if (answer.data !== undefined && !answer.isError) return show(answer.data);
  return (
    <div className="page">
      <header className="page-head">
        <BackAndForward />
      </header>
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取…'}
      </p>
    </div>
  );
}
