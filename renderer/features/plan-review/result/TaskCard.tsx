import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Due, Target } from '#shared/domain/plan-reading.ts';
import type { ProposedAgency } from '#shared/domain/plan-review.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { agencyByWriting, type DraftTask, hasSource } from '../draft/draft.ts';
import { goTo, useReviewStore } from '../review-store.ts';

export type TaskCardProps = {
  readonly task: DraftTask;
  readonly agencies: readonly ProposedAgency[];
  readonly isDoubtful: boolean;
};

/** A task as it was understood, to be read; a click opens it for correction. */
export const TaskCard = memo(function TaskCard({ task, agencies, isDoubtful }: TaskCardProps) {
  const store = useReviewStore();
  const agencyOf = agencyByWriting(agencies);
  const roles = task.responsibilities.flatMap((item) => item.roles);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the title inside is the button for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside has the role, the card is only a larger target
    <div
      className="task-card"
      data-testid={`review-task-${task.number}`}
      onClick={() => goTo(store, { task: task.key, span: null, from: 'result' })}
    >
      <span className="task-number">{task.number}</span>
      <button type="button" className="task-title">
        {task.title}
        {isDoubtful ? <TriangleAlert className="task-doubt" aria-label="有疑点" /> : null}
      </button>
      <p className="card-text">{task.content}</p>
      <p className="task-roles">
        {ROLES.flatMap((role) => roles.filter((read) => read.role === role)).map((read) => (
          <button
            key={`${read.agency}/${read.span.start}`}
            type="button"
            className={`role-chip chip-${read.role}`}
            title={`${ROLE_LABELS[read.role]}：${hasSource(read.span) ? `原文“${read.agency}”，点击查看` : '手工添加'}`}
            onClick={(event) => {
              event.stopPropagation();
              goTo(store, { task: task.key, span: hasSource(read.span) ? read.span : null, from: 'result' });
            }}
          >
            {ROLE_MARKS[read.role]} {agencyOf.get(read.agency)?.name ?? read.agency}
          </button>
        ))}
        {PEOPLE_FIELDS.filter((field) => task[field]).map((field) => (
          <span key={field} className="fact-chip">
            {PEOPLE_LABELS[field]} {task[field]}
          </span>
        ))}
        {task.targets.map((target) => (
          <span key={`target ${target.span.start} ${target.text}`} className="fact-chip source-target">
            {targetText(target)}
          </span>
        ))}
        {task.dues.map((due) => (
          <span key={`due ${due.span.start} ${due.text}`} className="fact-chip source-due">
            {dueText(due)}
          </span>
        ))}
      </p>
    </div>
  );
});

function targetText({ name, comparator, value, unit }: Target): string {
  return `${name} ${comparator === '=' ? '' : comparator}${value}${unit}`;
}

function dueText({ text, date }: Due): string {
  return date === undefined ? text : `${text}（${date}）`;
}
