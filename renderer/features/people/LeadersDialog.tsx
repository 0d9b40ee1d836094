import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2, UserCheck, UserPen } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import type { LeadersView, LeaderView, UnlistedLeader } from '#shared/domain/people.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { LeaderForm } from './LeaderForm.tsx';
import { LeaderTasks } from './LeaderTasks.tsx';
import { removeLeader } from './people-steps.ts';
import './people.css';

type Over = { readonly kind: 'add' | 'edit' | 'succeed'; readonly leader: LeaderView | null; readonly name?: string };

/** 领导名录: who holds which post, who held it before, and the tasks that name each. */
export function LeadersDialog({ overview }: { readonly overview: Overview }) {
  const planId = overview.plan.id;
  const answer = useQuery({ ...orpc.people.leaders.queryOptions({ input: { planId } }), staleTime: 0 });
  const [chosen, choose] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const name = chosen ?? answer.data?.leaders[0]?.name ?? answer.data?.unlisted[0]?.name ?? null;
  return (
    <Modal
      title="领导名录"
      lead="换届或分工调整时用“职务接替”，任务中的姓名一并更换；每项都是一步操作，可以撤销。"
      size="wide"
      testId="leaders-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button icon={<Plus />} data-testid="leader-add" onClick={() => setOver({ kind: 'add', leader: null })}>
            新增领导…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? (
        <div className="leaders">
          <LeaderTable view={answer.data} chosen={name} onChoose={choose} onOver={setOver} />
          {name === null ? null : <LeaderTasks planId={planId} name={name} />}
        </div>
      ) : null}
      {over ? <LeaderForm {...over} today={overview.today} onClose={() => setOver(null)} /> : null}
    </Modal>
  );
}

type LeaderTableProps = {
  readonly view: LeadersView;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  readonly onOver: (over: Over) => void;
};

function LeaderTable({ view: { leaders, unlisted }, chosen, onChoose, onOver }: LeaderTableProps) {
  if (leaders.length + unlisted.length === 0) {
    return <p className="empty-note">名录还是空的，计划中也没有读到领导姓名。可用下面的“新增领导”加入。</p>;
  }
  return (
    <div className="leaders-list">
      <table className="table">
        <thead>
          <tr>
            <th>姓名</th>
            <th>职务</th>
            <th>任期</th>
            {PEOPLE_FIELDS.map((field) => (
              <th key={field} className="number">
                {PEOPLE_LABELS[field]}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {leaders.map((leader) => (
            <tr
              key={leader.id}
              className={leader.until === null ? '' : 'is-past'}
              data-testid={`leader-${leader.name}`}
              aria-current={leader.name === chosen || undefined}
            >
              <NameCell name={leader.name} onChoose={onChoose} />
              <td>{leader.post}</td>
              <td className="leader-term">{termOf(leader)}</td>
              <Counts tasks={leader.tasks} />
              <td className="leader-acts">
                {leader.until === null ? (
                  <Button
                    icon={<UserCheck />}
                    data-testid={`succeed-${leader.name}`}
                    onClick={() => onOver({ kind: 'succeed', leader })}
                  >
                    接替…
                  </Button>
                ) : null}
                <IconButton label="修改…" icon={<UserPen />} onClick={() => onOver({ kind: 'edit', leader })} />
                <IconButton
                  label="移出名录（任务中的姓名不变）"
                  icon={<Trash2 />}
                  onClick={() => void removeLeader(leader.id)}
                />
              </td>
            </tr>
          ))}
          {unlisted.map(({ name, tasks }) => (
            <tr key={name} data-testid={`unlisted-${name}`} aria-current={name === chosen || undefined}>
              <NameCell name={name} onChoose={onChoose} />
              <td className="leader-term" colSpan={2}>
                任务中写到，名录里还没有
              </td>
              <Counts tasks={tasks} />
              <td className="leader-acts">
                <Button icon={<Plus />} onClick={() => onOver({ kind: 'add', leader: null, name })}>
                  加入名录…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NameCell({ name, onChoose }: { readonly name: string; readonly onChoose: (name: string) => void }) {
  return (
    <td>
      <button type="button" className="text-button" onClick={() => onChoose(name)}>
        {name}
      </button>
    </td>
  );
}

function Counts({ tasks }: Pick<UnlistedLeader, 'tasks'>) {
  return PEOPLE_FIELDS.map((field) => (
    <td key={field} className="number">
      {tasks[field] === 0 ? '' : tasks[field]}
    </td>
  ));
}

function termOf({ since, until }: LeaderView): string {
  if (until !== null) return `${dateText(since ?? '')}至${dateText(until)}`;
  return since === null ? '现任' : `${dateText(since)}起`;
}
