import { moveTo } from '#renderer/steps/task-steps.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';
import './move-tasks.css';

export type MoveTasksDialogProps = { readonly overview: Overview; readonly taskIds: readonly TaskId[] };

/** Puts tasks behind the last one of a section. */
export function MoveTasksDialog({ overview, taskIds }: MoveTasksDialogProps) {
  return (
    <Modal
      title={`把 ${taskIds.length} 项任务移到`}
      lead="放在该章的末尾，序号不变。"
      size="small"
      testId="move-tasks-dialog"
      footer={null}
      onClose={closeDialog}
    >
      <ul className="move-tasks">
        {overview.sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              data-testid={`move-to-${section.id}`}
              onClick={() => {
                closeDialog();
                void moveTo(taskIds, { endOf: section.id });
              }}
            >
              {sectionHeading(section.ordinal, section.title)}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
