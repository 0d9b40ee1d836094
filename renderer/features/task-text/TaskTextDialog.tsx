import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, type TaskPeople } from '#shared/domain/task-people.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './task-text.css';

export type TaskTextDialogProps = { readonly task: MatrixTask };

/** A task's number, title, people and full text with its line breaks; stored as one step. */
export function TaskTextDialog({ task }: TaskTextDialogProps) {
  const [number, setNumber] = useState(String(task.number));
  const [title, setTitle] = useState(task.title);
  const [content, setContent] = useState(task.content);
  const wanted = /^\d{1,5}$/.test(number.trim()) ? Number(number) : null;
  const [people, setPeople] = useState<Partial<TaskPeople>>({});
  const named = PEOPLE_FIELDS.filter((field) => people[field] !== undefined && people[field] !== task[field]);
  const changed = wanted !== task.number || title !== task.title || content !== task.content || named.length > 0;

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (wanted === null || wanted === 0 || !changed) return;
    const edit = {
      taskId: task.id,
      ...(wanted === task.number ? {} : { number: wanted }),
      ...(title === task.title ? {} : { title }),
      ...(content === task.content ? {} : { content }),
      ...Object.fromEntries(named.map((field) => [field, people[field]])),
    };
    // Refused, for instance because another task has the number: what was typed stays.
    if (succeeded(await runStep(() => client.task.setText({ edits: [edit] })))) closeDialog();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    if (event.ctrlKey) void save();
    else if (event.altKey)
      event.currentTarget.setRangeText(
        '\n',
        event.currentTarget.selectionStart,
        event.currentTarget.selectionEnd,
        'end',
      );
    else return;
    event.preventDefault();
    setContent(event.currentTarget.value);
  };
  return (
    <Modal
      title={`修改第${task.number}项`}
      lead="责任括注的原文和来源不变；单位的责任在矩阵里修改。"
      testId="task-text-dialog"
      hold={changed}
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note">Enter 或 Alt+Enter 换行，Ctrl+Enter 保存</span>
          <Button onClick={closeDialog}>取消</Button>
          <Button
            tone="main"
            data-testid="task-text-save"
            disabled={!changed || wanted === null || wanted === 0}
            onClick={() => void save()}
          >
            保存
          </Button>
        </>
      }
    >
      <form className="task-text" onSubmit={(event) => void save(event)}>
        <Field label="序号">
          <input
            className="input"
            data-testid="task-number"
            inputMode="numeric"
            aria-invalid={wanted === null}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field label="任务">
          <input
            className="input"
            data-testid="task-title"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <div className="task-text-people">
          {PEOPLE_FIELDS.map((field) => (
            <Field key={field} label={PEOPLE_LABELS[field]}>
              <input
                className="input"
                data-testid={`task-${field}`}
                placeholder="姓名，用顿号分开"
                spellCheck={false}
                value={people[field] ?? task[field]}
                onChange={(event) => setPeople({ ...people, [field]: event.target.value })}
              />
            </Field>
          ))}
        </div>
        <Field label="全文">
          <textarea
            className="input"
            data-testid="task-content-input"
            rows={10}
            value={content}
            onChange={(event) => setContent(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </Field>
      </form>
    </Modal>
  );
}
