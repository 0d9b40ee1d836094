import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';
import { type ListGoal, VirtualList } from '../../ui/VirtualList.tsx';
import { FaultLine, HeadingLine, LeftRowLine, WordsLine } from './file-lines.tsx';
import { focusList } from './focus-parts.ts';
import { ItemRow } from './ItemRow.tsx';
import { ItemsHead } from './ItemsHead.tsx';
import { ItemVoice } from './ItemVoice.tsx';
import { choiceOf, isQuestion, NO_DECISIONS } from './review-choices.ts';
import { decide, decideOn, moveCursor, setEditing, useReviewDesk } from './review-desk.ts';
import { lineKey, reviewLines } from './review-lines.ts';
import './review-items.css';

export type ReviewItemsProps = {
  readonly file: ReturnFileReview;
  readonly today: string;
  /** It waits for the clerk: its items can be decided. */
  readonly isOpen: boolean;
};

/** Height of a line in px before it has been measured. */
const ROW_PX = 44;
const PAGE = 10;

/** What a return brings, cell by cell; below it what has no cell of ours. */
export function ReviewItems({ file, today, isOpen }: ReviewItemsProps) {
  const { returnId } = file;
  const onlyQuestions = useReviewDesk((state) => state.onlyQuestions);
  const cursor = useReviewDesk((state) => state.cursor);
  const isEditing = useReviewDesk((state) => state.isEditing);
  const seq = useReviewDesk((state) => state.seq);
  const isJump = useReviewDesk((state) => state.isJump);
  const decisions = useReviewDesk(
    (state) => (returnId === null ? null : state.decisions.get(returnId)) ?? NO_DECISIONS,
  );
  const items = useMemo(
    () => (onlyQuestions ? file.items.filter(isQuestion) : file.items),
    [file.items, onlyQuestions],
  );
  const lines = useMemo(() => reviewLines(file, items), [file, items]);
  const goal = useMemo((): ListGoal | null => {
    const index = items.findIndex(({ key }) => key === cursor);
    // `seq` makes the same cursor a new wish.
    return index < 0 || seq < 0 ? null : { index, align: isJump ? 'center' : 'auto' };
  }, [items, cursor, seq, isJump]);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After a jump to an item the keys act on it.
    if (isJump && cursor !== null && seq > 0) body.current?.querySelector<HTMLElement>('.review-rows')?.focus();
  }, [isJump, cursor, seq]);
  if (returnId === null) return null;
  const current = items.find(({ key }) => key === cursor);
  const onKeyDown = (event: KeyboardEvent): void => {
    const onControl = event.target instanceof Element && event.target.closest('button, input, select, textarea');
    if (isEditing || event.nativeEvent.isComposing || onControl) return;
    const ground: KeyGround = {
      items,
      current,
      isOpen,
      toggle: (item) => decide(returnId, [item], otherChoice(item)),
      leave: (item) => decide(returnId, [item], 'ours'),
      take: (item, value) => decideOn(returnId, item, value),
    };
    if (act(event, ground)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const otherChoice = (item: ReturnItem) => (choiceOf(item, decisions) === 'theirs' ? 'ours' : 'theirs');
  return (
    <div className="review-items">
      <ItemsHead file={file} items={items} isOpen={isOpen} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus, its keys come here */}
      <div ref={body} className="review-items-body" onKeyDown={onKeyDown}>
        <VirtualList
          label="回收表中的差异"
          testId="review-items"
          className="review-rows"
          count={lines.length}
          goal={goal}
          estimate={() => ROW_PX}
          keyOf={(index) => {
            const line = lines[index];
            return line ? lineKey(line) : index;
          }}
          render={(index) => {
            const line = lines[index];
            switch (line?.kind) {
              case undefined:
                return null;
              case 'item':
                return (
                  <ItemRow
                    returnId={returnId}
                    item={line.item}
                    isSameTask={line.isSameTask}
                    decision={decisions.get(line.item.key)}
                    isCurrent={line.item.key === cursor}
                    isEditing={isEditing && line.item.key === cursor}
                    isOpen={isOpen}
                    isLedger={file.kind === 'ledger'}
                    today={today}
                  />
                );
              case 'fault':
                return <FaultLine returnId={returnId} fault={line.fault} isOpen={isOpen} />;
              case 'left-row':
                return <LeftRowLine returnId={returnId} row={line.row} isOpen={isOpen} />;
              case 'heading':
                return <HeadingLine words={line.words} />;
              case 'words':
                return <WordsLine words={line.words} />;
            }
          }}
        />
      </div>
      <ItemVoice item={current} decisions={decisions} />
    </div>
  );
}

type KeyGround = {
  readonly items: readonly ReturnItem[];
  readonly current: ReturnItem | undefined;
  readonly isOpen: boolean;
  readonly toggle: (item: ReturnItem) => void;
  /** Keeps ours. */
  readonly leave: (item: ReturnItem) => void;
  readonly take: (item: ReturnItem, value: string) => void;
};

/** What the keys do among items. @returns whether the key meant something here */
function act(event: KeyboardEvent, { items, current, isOpen, toggle, leave, take }: KeyGround): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const at = current ? items.indexOf(current) : -1;
  const go = (index: number): boolean => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item) moveCursor(item.key);
    return item !== undefined;
  };
  switch (event.key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + PAGE);
    case 'PageUp':
      return go(at - PAGE);
    case 'Home':
      return go(0);
    case 'End':
      return go(items.length - 1);
    case 'ArrowLeft':
    case 'Escape':
      focusList();
      return true;
    case ' ':
      if (current && isOpen) toggle(current);
      return true;
    case 'F2':
    case 'Enter':
      if (current && isOpen) setEditing(true);
      return true;
    case 'Delete':
    case 'Backspace':
      if (current && isOpen) leave(current);
      return true;
    default: {
      // 1, 2, …: the first, the second of the values that the cell may mean.
      const offer = /^[1-9]$/.test(event.key) ? current?.offers[Number(event.key) - 1] : undefined;
      if (current && isOpen && offer !== undefined) take(current, offer);
      return offer !== undefined;
    }
  }
}
