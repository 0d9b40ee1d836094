import { ChevronDown, ChevronUp, CircleCheck } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { useDraft, useReview, useReviewStore } from '../review-store.ts';
import { DOUBT_ADVICE, DOUBT_WORDS, doubtActions } from './doubt-actions.ts';
import type { Doubt } from './doubts.ts';
import '../doubts.css';

export type DoubtBarProps = {
  readonly doubts: readonly Doubt[];
  readonly onWalk: (step: 1 | -1) => void;
  /** A doubt was settled with nothing more to look at: shows the next open one, if there is any. */
  readonly onSettled: () => void;
  /** The button that has the cursor when the screen opens. */
  readonly nextButton: RefObject<HTMLButtonElement | null>;
};

/** One doubt at a time, with what can be done about it; F8 goes to the next. */
export function DoubtBar({ doubts, onWalk, onSettled, nextButton }: DoubtBarProps) {
  const store = useReviewStore();
  const draft = useDraft();
  const current = useReview((state) => state.doubt);
  const at = doubts.findIndex((doubt) => doubt.id === current);
  const doubt = doubts[at];
  const open = doubts.filter((candidate) => !candidate.isSeen).length;
  return (
    <div className={`doubt-bar ${open === 0 ? 'is-clear' : ''}`} data-testid="doubt-bar">
      <div className="doubt-count">
        <IconButton label="上一处疑点（Shift+F8）" icon={<ChevronUp />} onClick={() => onWalk(-1)} />
        <IconButton
          ref={nextButton}
          label="下一处疑点（F8）"
          icon={<ChevronDown />}
          data-testid="doubt-next"
          onClick={() => onWalk(1)}
        />
        <span data-testid="doubt-count">{open === 0 ? '没有未核对的疑点' : `还有 ${open} 处疑点`}</span>
      </div>
      {doubt ? (
        <div className="doubt-words" data-testid="doubt-now">
          <b>{DOUBT_WORDS[doubt.kind]}</b>
          {doubt.isSeen ? <CircleCheck aria-label="已核对" className="doubt-seen" /> : null} {doubt.message}
          <small>{DOUBT_ADVICE[doubt.kind]}</small>
        </div>
      ) : (
        <div className="doubt-words">
          <small>{open === 0 ? '可以建立计划。' : '按 F8 逐处核对；左右两边可以直接修改。'}</small>
        </div>
      )}
      <div className="doubt-actions" data-testid="doubt-actions">
        {doubt
          ? doubtActions(doubt, doubts, draft).map(({ label, run, goesOn }, index) => (
              <Button
                key={label}
                data-testid={`doubt-action-${index}`}
                onClick={() => {
                  run(store);
                  if (goesOn) onSettled();
                }}
              >
                {label}
              </Button>
            ))
          : null}
      </div>
    </div>
  );
}
