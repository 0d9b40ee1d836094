import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { TaskText } from '#shared/contract/task.contract.ts';
import type { SectionId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, peopleText } from '#shared/domain/task-people.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findSection, findTask, getTask } from '../queries/plan.queries.ts';
import { peopleValues } from './task-rows.ts';

const FIELDS = ['title', 'content', 'number'] as const;
const FIELD_LABELS = { title: '标题', content: '内容', number: '序号', ...PEOPLE_LABELS } as const;

/**
 * Edits titles, contents, numbers and people of tasks, all as one step. Numbers may change places within the step.
 *
 * @param edits fields left out stay as they are
 * @throws AppError TASK_GONE | TASK_NUMBER_TAKEN | NOTHING_TO_CHANGE
 */
export function setTaskTexts(db: WritableDb, edits: readonly TaskText[], made: Made): CommittedStep {
  const writes = textWrites(db, edits);
  return commitStep(db, { code: 'task.setText', label: labelOf(db, edits, writes), ...made }, writes);
}

/**
 * The rows to write for edited texts; for commands that write more in the same step.
 *
 * @throws AppError TASK_GONE
 */
export function textWrites(db: WritableDb, edits: readonly TaskText[]): readonly RowWrite[] {
  return edits.flatMap((edit): RowWrite[] => {
    const task = getTask(db, edit.taskId);
    const changed = FIELDS.filter((field) => edit[field] !== undefined && edit[field] !== task[field]);
    const people = PEOPLE_FIELDS.filter(
      (field) => edit[field] !== undefined && peopleText(edit[field]) !== task[field],
    );
    if (changed.length + people.length === 0) return [];
    const texts = Object.fromEntries(changed.map((field) => [field, edit[field] ?? null]));
    const named = peopleValues(Object.fromEntries(people.map((field) => [field, edit[field]])));
    return [{ table: 'task', id: task.id, values: { ...texts, ...named } }];
  });
}

/**
 * Renames a section.
 *
 * @throws AppError SECTION_UNKNOWN | NOTHING_TO_CHANGE
 */
export function renameSection(db: WritableDb, sectionId: SectionId, title: string, made: Made): CommittedStep {
  if (!findSection(db, sectionId)) throw new AppError('SECTION_UNKNOWN');
  const meta = { code: 'task.renameSection', label: `章节改名：${title}`, ...made };
  return commitStep(db, meta, [{ table: 'section', id: sectionId, values: { title } }]);
}

function labelOf(db: WritableDb, edits: readonly TaskText[], writes: readonly RowWrite[]): string {
  const [write] = writes;
  const edit = edits.find(({ taskId }) => taskId === write?.id);
  if (writes.length !== 1 || !edit) return `修改 ${writes.length} 项任务的文字`;
  const fields = [...FIELDS, ...PEOPLE_FIELDS]
    .filter((field) => edit[field] !== undefined)
    .map((field) => FIELD_LABELS[field]);
  return `修改${fields.join('、')}：第 ${findTask(db, edit.taskId)?.number ?? '?'} 项`;
}
