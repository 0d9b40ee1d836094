import type { ReturnId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { LeftRow, ReturnFault } from '#shared/domain/return-review.ts';
import { Button } from '../../ui/Button.tsx';
import { setReason, useReviewDesk } from './review-desk.ts';
import { makeTaskOfRow } from './review-steps.ts';

// Lines below the items: what a return brings that has no cell of ours.

export function HeadingLine({ words }: { readonly words: string }) {
  return <h3 className="file-heading">{words}</h3>;
}

export function WordsLine({ words }: { readonly words: string }) {
  return <p className="file-words">{words}</p>;
}

export type FaultLineProps = { readonly returnId: ReturnId; readonly fault: ReturnFault; readonly isOpen: boolean };

/** Something about what came back that may be a reason to send it back. */
export function FaultLine({ returnId, fault: { sentence }, isOpen }: FaultLineProps) {
  const isReason = useReviewDesk((state) => !state.pardoned.get(returnId)?.has(sentence));
  if (!isOpen) return <p className="file-words">{sentence}</p>;
  return (
    <label className="file-words file-fault">
      <input
        type="checkbox"
        checked={isReason}
        onChange={(event) => setReason(returnId, sentence, event.target.checked)}
      />
      {sentence}
    </label>
  );
}

export type LeftRowLineProps = { readonly returnId: ReturnId; readonly row: LeftRow; readonly isOpen: boolean };

/** A row of theirs that belongs to no task of ours: what it says, what is nearest, and the way into the plan. */
export function LeftRowLine({ returnId, row, isOpen }: LeftRowLineProps) {
  const { rowNumber, number, taskText, agencyText, nearest, fields } = row;
  const filled = PROGRESS_FIELDS.flatMap((field) => {
    const text = fields[field] ?? '';
    return text === '' ? [] : [`${PROGRESS_FIELD_LABELS[field]}：${text}`];
  });
  return (
    <div className="file-words left-row" data-testid={`left-row-${rowNumber}`}>
      <div>
        <p>
          <b>原表第 {rowNumber} 行</b> {number === '' ? '' : `${number}. `}
          {taskText}
          {agencyText === '' ? '' : `（${agencyText}）`}
        </p>
        {filled.length > 0 ? <p className="left-fields">{filled.join('；')}</p> : null}
        <p className="left-nearest">
          {nearest
            ? `最接近的任务是第 ${nearest.number} 项（文字相同 ${Math.round(nearest.likeness * 100)}%），没有对上。`
            : '计划中没有相近的任务。'}
        </p>
      </div>
      {isOpen ? (
        <Button data-testid={`make-task-${rowNumber}`} onClick={() => void makeTaskOfRow(returnId, rowNumber)}>
          建为新任务
        </Button>
      ) : null}
    </div>
  );
}
