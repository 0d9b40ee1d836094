import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { choiceOf, type FileDecisions, isQuestion } from './review-choices.ts';
import { decide, pointAt, setEditing } from './review-desk.ts';

export type ChoiceProps = {
  readonly returnId: ReturnId;
  readonly item: ReturnItem;
  readonly decisions: FileDecisions;
  /** Tab comes here: only in the row with the cursor. */
  readonly isReached: boolean;
};

/** A tick for what is clear; two buttons, neither pressed until somebody does, for what is a question. */
export function Choice({ returnId, item, decisions, isReached }: ChoiceProps) {
  const choice = choiceOf(item, decisions);
  const tabIndex = isReached ? 0 : -1;
  const mayTake = item.state !== 'unreadable' || decisions.get(item.key)?.value !== undefined;
  if (!isQuestion(item)) {
    return (
      <label className="item-tick">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          data-testid={`take-${item.key}`}
          checked={choice === 'theirs'}
          onChange={(event) => decide(returnId, [item], event.target.checked ? 'theirs' : 'ours')}
        />
        采用
      </label>
    );
  }
  const isDecided = decisions.has(item.key);
  const words = item.state === 'conflict' ? (['用对方', '留现有'] as const) : (['采用', '不采用'] as const);
  return (
    <fieldset className="item-two" aria-label={item.state === 'conflict' ? '双方都改过，请选择' : '有疑问，请选择'}>
      <button
        type="button"
        tabIndex={tabIndex}
        data-testid={`theirs-${item.key}`}
        aria-pressed={isDecided && choice === 'theirs'}
        onClick={() => {
          if (mayTake) decide(returnId, [item], 'theirs');
          else {
            pointAt(item.key);
            setEditing(true);
          }
        }}
      >
        {mayTake ? words[0] : '填写…'}
      </button>
      <button
        type="button"
        tabIndex={tabIndex}
        data-testid={`ours-${item.key}`}
        aria-pressed={isDecided && choice === 'ours'}
        onClick={() => decide(returnId, [item], 'ours')}
      >
        {words[1]}
      </button>
    </fieldset>
  );
}
