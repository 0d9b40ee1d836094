import type { LeaderPage } from '#shared/domain/leader-page.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { PageDutyTable } from './PageDutyTable.tsx';
import { PageFrame } from './PageFrame.tsx';
import { PageLink, PageList } from './PageParts.tsx';
import { openPage } from './page-desk.ts';
import { leaderPrint } from './print-pages.ts';

export type LeaderPageViewProps = { readonly page: LeaderPage };

/** 领导档案: one leader's tasks, and who is late with them. */
export function LeaderPageView({ page }: LeaderPageViewProps) {
  const { name, posts, tasks, late, period } = page;
  const [post] = posts;
  return (
    <PageFrame
      title={name}
      lead={[
        post?.post ?? '',
        `${tasks.length}项任务`,
        late.length > 0 ? `${periodTitle(period)}有${late.length}个单位逾期` : `${periodTitle(period)}没有单位逾期`,
      ]}
      print={() => leaderPrint(page)}
    >
      <PageList
        title="逾期的单位"
        testId="page-late"
        heads={['单位', '任务', '逾期']}
        rows={late.map(({ agencyId, agency, tasks: numbers, days }) => ({
          key: agencyId,
          cells: [agency, numbers.join('、'), `${days}天`],
          go: () => openPage({ kind: 'agency', agencyId }),
        }))}
      />
      {tasks.map(({ taskId, task, title, places, duties }) => (
        <section key={taskId} className="page-part" data-testid={`page-task-${taskId}`}>
          <h3>
            <PageLink onOpen={() => openPage({ kind: 'task', taskId })}>
              第{task}项　{title}
            </PageLink>
            <small>{places.map((place) => PEOPLE_LABELS[place]).join('、')}</small>
          </h3>
          <PageDutyTable duties={duties} by="agency" />
        </section>
      ))}
      {tasks.length === 0 ? <p className="empty-note">没有任务写明{name}。</p> : null}
    </PageFrame>
  );
}
