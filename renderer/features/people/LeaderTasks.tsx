import { useQuery } from '@tanstack/react-query';
import { showCells } from '#renderer/steps/show-cell.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { orpc } from '../../bridge/client.ts';
import { showScreen } from '../../state/screen.ts';
import { closeDialog } from '../../state/window-state.ts';

export type LeaderTasksProps = { readonly planId: PlanId; readonly name: string };

/** The tasks that name a person; a click goes to one. */
export function LeaderTasks({ planId, name }: LeaderTasksProps) {
  const answer = useQuery({ ...orpc.people.tasksOfLeader.queryOptions({ input: { planId, name } }), staleTime: 0 });
  if (!answer.data) return null;
  return (
    <section className="leader-tasks" aria-label={`${name}的任务`} data-testid="leader-tasks">
      <h3>
        {name}　{answer.data.length} 项任务
      </h3>
      <ul>
        {answer.data.map(({ taskId, number, title, fields, leads }) => (
          <li key={taskId}>
            <button
              type="button"
              className="leader-task"
              title="转到这项任务"
              onClick={() => {
                closeDialog();
                showScreen('matrix');
                showCells([{ taskId, agencyId: null, periodId: null }]);
              }}
            >
              <span className="number">{number}</span>
              <span className="leader-task-title">{title}</span>
              <small>{[fields.map((field) => PEOPLE_LABELS[field]).join('、'), leads.join('、')].join('　')}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
