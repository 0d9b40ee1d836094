import { Combine, Scissors, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EditText } from '#renderer/ui/EditText.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { showNotice } from '#renderer/ui/toasts.ts';
import { ROLE_LABELS, ROLES, type Role } from '#shared/domain/role.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, peopleText } from '#shared/domain/task-people.ts';
import { rereadWords } from '../ask-reader.ts';
import type { DraftTask } from '../draft/draft.ts';
import type { TaskPatch } from '../draft/edits.ts';
import { edit, useDraft, useReview, useReviewStore } from '../review-store.ts';
import { AgencyPicker } from './AgencyPicker.tsx';
import { RoleChip } from './RoleChip.tsx';
import { TaskFactsEditor } from './TaskFactsEditor.tsx';

export type TaskEditorProps = {
  readonly task: DraftTask;
  readonly isFirst: boolean;
  readonly isDoubtful: boolean;
};

/** The chosen task, everything of it to be corrected. */
export function TaskEditor({ task, isFirst, isDoubtful }: TaskEditorProps) {
  const store = useReviewStore();
  const { sections } = useDraft();
  const source = useReview((state) => state.review.source.text);
  const [cursor, setCursor] = useState(0);
  const [role, setRole] = useState<Role>('cooperating');
  const { key } = task;
  const set = (patch: TaskPatch): void => edit(store, { kind: 'set-task', key, patch });
  const setNumber = (text: string): void => {
    const number = Number(text.normalize('NFKC'));
    if (Number.isInteger(number) && number > 0) set({ number });
    else showNotice('序号没有改动', '序号是从 1 起的整数。');
  };
  const canSplit = task.content.slice(0, cursor).trim() !== '' && task.content.slice(cursor).trim() !== '';
  return (
    <div className={`task-editor ${isDoubtful ? 'is-doubtful' : ''}`} data-testid="task-editor">
      <div className="task-editor-line">
        <EditText label="序号" className="task-number-input" value={String(task.number)} onCommit={setNumber} />
        <EditText label="任务名称" testId="task-title" value={task.title} onCommit={(title) => set({ title })} />
        {sections.length > 0 ? (
          <select
            className="select review-section-choice"
            aria-label="所在章节"
            value={task.section}
            onChange={(event) => set({ section: Number(event.target.value) })}
          >
            <option value={0}>不分章节</option>
            {sections.map((section) => (
              <option key={section.ordinal} value={section.ordinal}>
                {section.title}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      <EditText
        multiline
        label="任务内容"
        testId="task-content"
        value={task.content}
        onCommit={(content) => set({ content })}
        onCursor={setCursor}
      />
      {task.responsibilities.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: brackets have no identity but their place
        <div key={index} className="task-words">
          {item.text === '' ? null : (
            <Field label="责任原文">
              <EditText
                label="责任原文"
                testId={`task-words-${index}`}
                value={item.text}
                onCommit={(text) => void rereadWords(store, key, index, item, text)}
              />
            </Field>
          )}
          <div className="task-roles">
            {item.roles.map((read, at) => (
              <RoleChip
                key={`${read.agency}/${read.span.start}`}
                taskKey={key}
                read={read}
                place={{ responsibility: index, index: at }}
              />
            ))}
          </div>
        </div>
      ))}
      <div className="task-editor-line">
        <AgencyPicker
          label="添加单位"
          testId="add-agency"
          placeholder="添加单位：名称或拼音首字母"
          onChoose={(agency) => edit(store, { kind: 'add-role', key, agency, role })}
        />
        <select
          className="select task-role"
          aria-label="添加为"
          data-testid="add-role"
          value={role}
          // The options below are the roles.
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {ROLES.map((name) => (
            <option key={name} value={name}>
              {ROLE_LABELS[name]}
            </option>
          ))}
        </select>
      </div>
      <div className="task-editor-line">
        {PEOPLE_FIELDS.map((field) => (
          <Field key={field} label={PEOPLE_LABELS[field]}>
            <EditText
              label={PEOPLE_LABELS[field]}
              testId={`review-${field}`}
              placeholder="姓名，用顿号分开"
              value={task[field] ?? ''}
              onCommit={(names) => set({ [field]: peopleText(names) })}
            />
          </Field>
        ))}
      </div>
      <TaskFactsEditor
        targets={task.targets}
        dues={task.dues}
        year={store.getState().history.present.head.year}
        onChange={set}
      />
      <div className="task-editor-tools">
        <Button
          icon={<Scissors />}
          data-testid="task-split"
          disabled={!canSplit}
          title="把光标放在任务内容中要分开的地方"
          onClick={() => edit(store, { kind: 'split-task', key, at: cursor, source })}
        >
          在光标处拆成两项
        </Button>
        <Button
          icon={<Combine />}
          data-testid="task-merge"
          disabled={isFirst}
          onClick={() => edit(store, { kind: 'merge-task', key })}
        >
          并入上一项
        </Button>
        <Button
          tone="danger"
          icon={<Trash2 />}
          data-testid="task-remove"
          onClick={() => edit(store, { kind: 'remove-task', key })}
        >
          删除这一项
        </Button>
      </div>
    </div>
  );
}
