import { useQuery } from '@tanstack/react-query';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import { subItemStanding } from '#shared/domain/milestone-state.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { openDialog } from '../../state/window-state.ts';
import { shortDateText } from '../../text/dates.ts';
import { EvidenceSection } from './EvidenceSection.tsx';
import { MilestoneLine } from './MilestoneLine.tsx';
import { PanelSection } from './PanelSection.tsx';
import { VerificationSection } from './VerificationSection.tsx';
import './entry-sections.css';

export type EntrySectionsProps = {
  readonly task: TaskDetail;
  /** The chosen unit; `null`: the task itself. */
  readonly agencyId: AgencyId | null;
  readonly overview: Overview;
  readonly period: PeriodView;
};

/** What goes with the reports of a task: 节点, 子项, 核查, 佐证材料. */
export function EntrySections({ task, agencyId, overview, period }: EntrySectionsProps) {
  const input = { planId: overview.plan.id, taskIds: [task.id] };
  const milestones = useQuery(orpc.milestone.list.queryOptions({ input })).data ?? [];
  const subItems = useQuery(orpc.subItem.list.queryOptions({ input })).data ?? [];
  const names = new Map(task.assignments.map((each) => [each.agencyId, each.agencyName]));
  const { today } = overview;
  const reached = milestones.filter(({ doneOn }) => doneOn !== null).length;
  const done = subItems.filter((item) => subItemStanding(item, today).state === 'done').length;
  return (
    <>
      <PanelSection
        title="节点"
        count={milestones.length === 0 ? '' : `${reached}/${milestones.length}`}
        act={<EditButton kind="milestones" task={task} isEmpty={milestones.length === 0} />}
      >
        {milestones.length === 0 ? null : (
          <MilestoneLine
            taskId={task.id}
            milestones={milestones}
            names={names}
            year={overview.plan.year}
            today={today}
          />
        )}
      </PanelSection>
      <PanelSection
        title="子项"
        count={subItems.length === 0 ? '' : `${done}/${subItems.length}`}
        act={<EditButton kind="sub-items" task={task} isEmpty={subItems.length === 0} />}
      >
        {subItems.length === 0 ? null : (
          <ul className="planned-list" data-testid="sub-items">
            {subItems.map((item) => {
              const { state, words } = subItemStanding(item, today);
              const agency = item.agencyId === null ? '' : (names.get(item.agencyId) ?? '');
              const facts = [
                agency,
                item.dueOn === null ? '' : `${shortDateText(item.dueOn)}前`,
                percentWords(item.percent),
              ];
              return (
                <li key={item.id} title={item.note}>
                  <span className={`planned-dot is-${state}`} aria-hidden="true" />
                  <span>
                    {item.title}
                    <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
                  </span>
                  <small className={`planned-words is-${state}`}>{words}</small>
                </li>
              );
            })}
          </ul>
        )}
      </PanelSection>
      {agencyId === null ? null : (
        <VerificationSection
          place={{ taskId: task.id, agencyId, periodId: period.id }}
          isDone={task.assignments.find((each) => each.agencyId === agencyId)?.progress?.status === 'done'}
        />
      )}
      <EvidenceSection task={task} agencyId={agencyId} planId={overview.plan.id} periodId={period.id} />
    </>
  );
}

function percentWords(percent: number | null): string {
  return percent === null ? '' : `${percent}%`;
}

function EditButton(props: {
  readonly kind: 'milestones' | 'sub-items';
  readonly task: TaskDetail;
  readonly isEmpty: boolean;
}) {
  return (
    <button
      type="button"
      className="text-button"
      data-testid={`edit-${props.kind}`}
      onClick={() => openDialog({ kind: props.kind, taskId: props.task.id })}
    >
      {props.isEmpty ? '添加…' : '编辑…'}
    </button>
  );
}
