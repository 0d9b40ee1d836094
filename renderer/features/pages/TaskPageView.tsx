import { FileText } from 'lucide-react';
import { MATTER_LABELS } from '#shared/domain/matter.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { TaskPage } from '#shared/domain/task-page.ts';
import { bareNames, PEOPLE_FIELDS, PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { openDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { goToCell } from './go-to-cell.ts';
import { PageFrame } from './PageFrame.tsx';
import { ClampedText, DayOf, PageLink, PageList } from './PageParts.tsx';
import { openPage } from './page-desk.ts';
import { taskPrint } from './print-pages.ts';
import { TaskTimeline } from './TaskTimeline.tsx';

export type TaskPageViewProps = {
  readonly page: TaskPage;
  readonly overview: Overview;
  /** The period on show. */
  readonly period: PeriodView | undefined;
};

/** 任务档案. */
export function TaskPageView({ page, overview, period }: TaskPageViewProps) {
  const { taskId, task, title, sectionTitle, matter } = page;
  const periodId = period?.id ?? overview.currentPeriodId;
  return (
    <PageFrame
      title={`第${task}项　${title}`}
      lead={[
        sectionTitle,
        matter ? `${MATTER_LABELS[matter.kind]}：${matter.source}（${dateText(matter.aroseOn)}）` : '',
      ]}
      print={() => taskPrint(page)}
      actions={
        <>
          <Button
            icon={<FileText />}
            data-testid="page-summary"
            onClick={() => openDialog({ kind: 'summary', taskId, periodId, agencyId: null })}
          >
            汇总稿…
          </Button>
          <Button data-testid="page-history" onClick={() => openDialog({ kind: 'history', taskId })}>
            操作记录
          </Button>
          <Button data-testid="page-to-matrix" onClick={() => goToCell({ taskId, agencyId: null })}>
            在矩阵中查看
          </Button>
        </>
      }
    >
      <TaskFactsOfPage page={page} />
      <div className="page-columns">
        <TaskLists page={page} overview={overview} />
      </div>
      <TaskTimeline page={page} currentPeriodId={overview.currentPeriodId} shownId={periodId} />
    </PageFrame>
  );
}

function TaskFactsOfPage({ page }: Pick<TaskPageViewProps, 'page'>) {
  const people = PEOPLE_FIELDS.flatMap((field) =>
    bareNames(page[field]).map((name) => ({ key: `${field}/${name}`, label: PEOPLE_LABELS[field], name })),
  );
  return (
    <section className="page-part">
      <FactList
        facts={[
          ['任务全文', <ClampedText key="content" text={page.content} lines={4} letters={60} />],
          ['责任单位', page.responsibility || '—'],
          ...(people.length === 0
            ? []
            : ([
                [
                  '领导',
                  people.map(({ key, label, name }) => (
                    <span key={key} className="page-person">
                      {label} <PageLink onOpen={() => openPage({ kind: 'leader', name })}>{name}</PageLink>
                    </span>
                  )),
                ],
              ] as const)),
          ...(page.targets.length === 0
            ? []
            : ([['量化指标', page.targets.map(({ text }) => text).join('；')]] as const)),
          ...(page.dues.length === 0 ? [] : ([['时限', page.dues.map(({ text }) => text).join('；')]] as const)),
        ]}
      />
    </section>
  );
}

function TaskLists({ page, overview }: Omit<TaskPageViewProps, 'period'>) {
  const { taskId } = page;
  const names = new Map(overview.agencies.map(({ id, shortName }) => [id, shortName]));
  const labels = new Map(overview.periods.map(({ id, label }) => [id, periodTitle(label)]));
  const who = (agencyId: (typeof page.milestones)[number]['agencyId']) =>
    agencyId === null ? '整项' : (names.get(agencyId) ?? '');
  const proofs = Map.groupBy(page.evidence, ({ closingId }) => closingId);
  const closings = new Map(page.closings.map(({ id, closedOn }) => [id, closedOn]));
  const day = (iso: string | null) => <DayOf iso={iso} year={overview.plan.year} />;
  return (
    <>
      <PageList
        title="指标完成"
        testId="page-targets"
        heads={['指标', '单位', '目标', '累计', '完成', '较序时']}
        rows={page.targetStandings.map(({ targetId, agencyId, cumulative, share, ahead, meets }) => {
          const target = page.targets.find((each) => each.id === targetId);
          const unit = target?.unit ?? '';
          return {
            key: `${targetId}/${agencyId}`,
            cells: [
              target?.name ?? '',
              who(agencyId),
              target ? `${target.comparator === '=' ? '' : target.comparator}${target.value}${unit}` : '',
              cumulative === null ? '' : `${cumulative}${unit}`,
              share === null
                ? meets === true
                  ? '已达到'
                  : meets === false
                    ? '未达到'
                    : ''
                : `${Math.round(share * 100)}%`,
              ahead === null ? '' : ahead < 0 ? `慢${-ahead}点` : `快${ahead}点`,
            ],
            go: () => goToCell({ taskId, agencyId }),
          };
        })}
      />
      <PageList
        title="节点"
        testId="page-milestones"
        heads={['节点', '单位', '计划', '完成']}
        rows={page.milestones.map(({ id, title, agencyId, plannedOn, doneOn, note }) => ({
          key: id,
          cells: [title, who(agencyId), day(plannedOn), doneOn === null ? note || '未完成' : day(doneOn)],
          go: () => goToCell({ taskId, agencyId }),
        }))}
      />
      <PageList
        title="子项"
        testId="page-sub-items"
        heads={['子项', '单位', '时限', '状态']}
        rows={page.subItems.map(({ id, title, agencyId, dueOn, status, percent }) => ({
          key: id,
          cells: [
            title,
            who(agencyId),
            day(dueOn),
            [status ? STATUS_LABELS[status] : '', percent === null ? '' : `${percent}%`].join(' '),
          ],
          go: () => goToCell({ taskId, agencyId }),
        }))}
      />
      <PageList
        title="核查"
        testId="page-verifications"
        heads={['结果', '单位', '报送期', '方式', '核查人', '日期']}
        rows={page.verifications.map(({ id, result, agencyId, periodId, manner, checker, checkedOn }) => ({
          key: id,
          cells: [
            VERIFICATION_LABELS[result],
            who(agencyId),
            labels.get(periodId) ?? '',
            manner,
            checker,
            day(checkedOn),
          ],
          go: () => goToCell({ taskId, agencyId, periodId }),
        }))}
      />
      <PageList
        title="佐证材料"
        testId="page-evidence"
        heads={['材料', '单位', '报送期', '加入', '用于办结']}
        rows={page.evidence.map(({ id, title, fileName, agencyId, periodId, addedOn, closingId }) => ({
          key: id,
          cells: [
            title || fileName,
            who(agencyId),
            periodId === null ? '' : (labels.get(periodId) ?? ''),
            day(addedOn),
            day((closingId === null ? undefined : closings.get(closingId)) ?? null),
          ],
          go: () => goToCell({ taskId, agencyId, periodId }),
        }))}
      />
      <PageList
        title="延期"
        testId="page-extensions"
        heads={['延至', '单位', '报送期', '原因', '批准人']}
        rows={page.extensions.map(({ id, dueOn, agencyId, periodId, reason, approver }) => ({
          key: id,
          cells: [
            day(dueOn),
            who(agencyId),
            periodId === null ? '整项' : (labels.get(periodId) ?? ''),
            reason,
            approver,
          ],
          go: () => goToCell({ taskId, agencyId, periodId }),
        }))}
      />
      <PageList
        title="办结销号"
        testId="page-closings"
        heads={['办结', '单位', '依据', '批准人', '佐证材料', '恢复办理']}
        rows={page.closings.map(({ id, closedOn, agencyId, basis, approver, reopenedOn, reopenReason }) => ({
          key: id,
          cells: [
            day(closedOn),
            who(agencyId),
            basis,
            approver,
            (proofs.get(id) ?? []).map(({ title }) => title).join('、'),
            reopenedOn === null ? (
              ''
            ) : (
              <>
                {day(reopenedOn)} {reopenReason}
              </>
            ),
          ],
          go: () => goToCell({ taskId, agencyId }),
        }))}
      />
      <PageList
        title="批注"
        testId="page-notes"
        heads={['批注', '单位']}
        rows={page.notes.map(({ agencyId, text }) => ({
          key: agencyId ?? 0,
          cells: [text, who(agencyId)],
          go: () => goToCell({ taskId, agencyId }),
        }))}
      />
      <PageList
        title={`上年结果：第${page.lastYear?.task ?? ''}项 ${page.lastYear?.title ?? ''}`}
        testId="page-last-year"
        heads={['单位', '末期', '状态', '进展']}
        rows={(page.lastYear?.ends ?? []).map(({ agencyId, agency, period, status, percent, narrative }) => ({
          key: agencyId,
          cells: [
            agency,
            periodTitle(period),
            [status ? STATUS_LABELS[status] : '', percent === null ? '' : `${percent}%`].join(' '),
            <ClampedText key="text" text={narrative} lines={2} />,
          ],
        }))}
      />
    </>
  );
}
