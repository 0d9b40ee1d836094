import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, type PeopleField } from '#shared/domain/task-people.ts';
import { client, orpc } from '../../bridge/client.ts';
import { planIdShown } from '../../state/queries.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './people.css';

export type TaskPeopleDialogProps = { readonly tasks: readonly MatrixTask[] };

type Typed = Partial<Record<PeopleField, string>>;

/** 牵头领导, 分管领导 and 责任人 of one task or of several at once; a field that is not touched stays as it is in each. */
export function TaskPeopleDialog({ tasks }: TaskPeopleDialogProps) {
  const [typed, setTyped] = useState<Typed>({});
  const names = useId();
  const answer = useQuery({ ...orpc.people.leaders.queryOptions({ input: { planId: planIdShown() } }), staleTime: 0 });
  const changed = PEOPLE_FIELDS.some((field) => typed[field] !== undefined);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!changed) return;
    const edits = tasks.map(({ id }) => ({ taskId: id, ...typed }));
    if (succeeded(await runStep(() => client.people.setOfTasks({ edits })))) closeDialog();
  };
  const [first] = tasks;
  return (
    <Modal
      title={tasks.length === 1 ? `第${first?.number}项的领导和责任人` : `${tasks.length} 项任务的领导和责任人`}
      lead="多个姓名用顿号分开；没有改的栏目，各项保持原样。"
      testId="task-people-dialog"
      hold={changed}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="task-people-save" disabled={!changed} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <form className="people-form" onSubmit={(event) => void save(event)}>
        {PEOPLE_FIELDS.map((field) => {
          const present = [...new Set(tasks.map((task) => task[field]))];
          const isMixed = present.length > 1;
          return (
            <Field key={field} label={PEOPLE_LABELS[field]}>
              <input
                className="input"
                data-testid={`people-${field}`}
                list={names}
                spellCheck={false}
                placeholder={isMixed ? '各项不同，不填则保持不变' : '姓名'}
                value={typed[field] ?? (isMixed ? '' : (present[0] ?? ''))}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
            </Field>
          );
        })}
        <datalist id={names}>
          {answer.data?.leaders
            .filter((leader) => leader.until === null)
            .map((leader) => (
              <option key={leader.id} value={leader.name}>
                {leader.post}
              </option>
            ))}
        </datalist>
      </form>
    </Modal>
  );
}
