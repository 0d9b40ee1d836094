import { memo } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnDecision, ReturnItem } from '#shared/domain/return-review.ts';
import { Choice } from './Choice.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import { ShownValue, TheirValue } from './item-values.tsx';
import { isQuestion } from './review-choices.ts';
import { decideOn, pointAt, setEditing } from './review-desk.ts';
import { shownValue } from './typed-value.ts';

export type ItemRowProps = {
  readonly returnId: ReturnId;
  readonly item: ReturnItem;
  /** The row above is about the same task: its name is not repeated. */
  readonly isSameTask: boolean;
  readonly decision: ReturnDecision | undefined;
  readonly isCurrent: boolean;
  readonly isEditing: boolean;
  readonly isOpen: boolean;
  /** Each row has an agency of its own, which is named. */
  readonly isLedger: boolean;
  readonly today: string;
};

/** One cell that came back: what it was, what they say, what stands now, and what becomes of it. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { returnId, item, isSameTask, decision, isCurrent, isEditing, isOpen, isLedger, today } = props;
  const decisions = new Map(decision ? [[item.key, decision]] : []);
  const isAsked = isOpen && isQuestion(item) && decision === undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the list does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the list does the same
    <div
      className={`item-row item-grid ${isSameTask ? 'is-same-task' : ''} ${isAsked ? 'is-asked' : ''}`}
      data-testid={`item-${item.key}`}
      data-current={isCurrent || undefined}
      onClick={(event) => {
        pointAt(item.key);
        const inField = event.target instanceof Element && event.target.closest('.item-editor') !== null;
        // After the mouse the keys go on in the list; a button that was pressed by a key keeps them.
        if (event.detail > 0 && !inField) event.currentTarget.closest<HTMLElement>('.virtual-list')?.focus();
      }}
      onDoubleClick={() => isOpen && setEditing(true)}
    >
      <div className="item-task">
        {isSameTask && !isCurrent ? null : (
          <>
            {item.taskNumber}. {item.taskTitle}
            {isLedger ? <small>{item.agencyName}</small> : null}
          </>
        )}
      </div>
      <div className="item-field">{item.fieldLabel}</div>
      <ShownValue field={item.field} text={item.base} />
      <div className="item-theirs">
        {isEditing ? (
          <ItemEditor returnId={returnId} item={item} value={decision?.value ?? item.theirs} today={today} />
        ) : (
          <TheirValue item={item} decision={decision} />
        )}
        {item.doubts.length > 0 || item.doubt !== '' ? <Doubts item={item} /> : null}
        {isOpen && item.offers.length > 0 ? (
          <p className="item-offers">
            可能是
            {item.offers.map((offer, index) => (
              <button
                key={offer}
                type="button"
                tabIndex={isCurrent ? 0 : -1}
                title={`按 ${index + 1} 采用`}
                data-testid={`offer-${offer}-${item.key}`}
                aria-pressed={decision?.choice === 'theirs' && (decision.value ?? item.theirs) === offer}
                onClick={() => decideOn(returnId, item, offer)}
              >
                {shownValue(item.field, offer)}
              </button>
            ))}
          </p>
        ) : null}
      </div>
      {item.ours === item.base && item.ours.length > SHORT ? (
        <div className="item-value is-unchanged" title={item.ours}>
          未变
        </div>
      ) : (
        <ShownValue field={item.field} text={item.ours} />
      )}
      <div className="item-choice">
        {isOpen ? <Choice returnId={returnId} item={item} decisions={decisions} isReached={isCurrent} /> : null}
      </div>
    </div>
  );
});

/** Up to this length a value is shown twice rather than called unchanged. */
const SHORT = 10;

function Doubts({ item: { doubts, doubt } }: { readonly item: ReturnItem }) {
  return (
    <ul className="item-doubts">
      {(doubts.length > 0 ? doubts : [doubt]).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
