import { useEffect, useEffectEvent, useMemo } from 'react';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { useScreen } from '../../state/screen.ts';
import { openDialog, useWindowState } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { acceptAndGoOn, confirmFile } from './confirm-files.ts';
import { clearItems, isReviewed, NO_DECISIONS, tally } from './review-choices.ts';
import { chooseReturn, decide, useReviewDesk } from './review-desk.ts';
import { stepQuestion } from './step-question.ts';

export type ConfirmBarProps = {
  /** The chosen one; `undefined` while it is being read. */
  readonly file: ReturnFileReview | undefined;
  /** All that wait. */
  readonly files: readonly ReturnFileReview[];
};

/** What is left to answer, and the buttons that write: nothing is written before one of them. */
export function ConfirmBar({ file, files }: ConfirmBarProps) {
  const decisions = useReviewDesk((state) => state.decisions);
  const saving = useWindowState((state) => state.save.kind === 'saving');
  const of = (one: ReturnFileReview) =>
    (one.returnId === null ? undefined : decisions.get(one.returnId)) ?? NO_DECISIONS;
  const sums = useMemo(() => {
    const tallies = files.map((one) => ({ file: one, ...tally(one, ownOf(decisions, one)) }));
    const reviewed = tallies.filter((one) => isReviewed(one.file, ownOf(decisions, one.file)));
    return {
      questions: tallies.reduce((sum, one) => sum + (one.file.state === 'to-review' ? one.questions : 0), 0),
      held: files.filter(({ held }) => held !== null).length,
      reviewed: reviewed.map((one) => one.file),
      cells: reviewed.reduce((sum, one) => sum + one.taken, 0),
    };
  }, [files, decisions]);
  const isOpen = file?.state === 'to-review';
  const own = file && isOpen ? tally(file, of(file)) : null;
  useConfirmKeys(isOpen ? file : undefined, files);
  const takeClear = (): void => {
    for (const one of files) if (one.returnId !== null) decide(one.returnId, clearItems(one), 'theirs');
  };
  return (
    <footer className="confirm-bar">
      <span className="confirm-left" role="status" data-testid="questions-left">
        {leftWords(sums.questions, sums.held)}
      </span>
      <Button data-testid="next-question" disabled={sums.questions + sums.held === 0} onClick={() => stepQuestion(1)}>
        下一处疑问（F8）
      </Button>
      <Button
        title="在所有待核对的回收表里，把没有疑问的差异都选为采用"
        data-testid="take-clear-everywhere"
        disabled={files.length === 0}
        onClick={takeClear}
      >
        采用全部无疑问的
      </Button>
      <span className="items-space" />
      {file && isOpen && file.returnId !== null ? (
        <FileButtons file={file} returnId={file.returnId} taken={own?.taken ?? 0} isSaving={saving} />
      ) : null}
      <Button
        data-testid="confirm-reviewed"
        title="没有待处理疑问的各份，作为一步写入，可以整体撤销"
        disabled={sums.reviewed.length === 0 || saving}
        onClick={() => void acceptAndGoOn(sums.reviewed)}
      >
        已核对的 {sums.reviewed.length} 份全部写入（{sums.cells} 处）
      </Button>
    </footer>
  );
}

type FileButtonsProps = {
  readonly file: ReturnFileReview;
  readonly returnId: NonNullable<ReturnFileReview['returnId']>;
  readonly taken: number;
  readonly isSaving: boolean;
};

function FileButtons({ file, returnId, taken, isSaving }: FileButtonsProps) {
  return (
    <>
      <Button data-testid="refuse-return" onClick={() => openDialog({ kind: 'refuse-return', returnId })}>
        拒收…
      </Button>
      <Button data-testid="send-back" onClick={() => openDialog({ kind: 'send-back', returnId })}>
        退回…
      </Button>
      <Button
        tone="main"
        data-testid="confirm-file"
        title="写入本份选为采用的各处，转到下一份（Ctrl+Enter）"
        disabled={isSaving}
        onClick={() => confirmFile(file)}
      >
        {taken > 0 ? `确认写入 ${taken} 处` : '确认，不写入'}
      </Button>
    </>
  );
}

function ownOf(decisions: ReturnType<typeof useReviewDesk.getState>['decisions'], { returnId }: ReturnFileReview) {
  return (returnId === null ? undefined : decisions.get(returnId)) ?? NO_DECISIONS;
}

function leftWords(questions: number, held: number): string {
  const words = [questions > 0 ? `${questions} 处疑问` : '', held > 0 ? `${held} 份待辨认` : ''].filter(
    (word) => word !== '',
  );
  return words.length === 0 ? '没有待处理的疑问' : `还有 ${words.join('、')}`;
}

/** Ctrl+Enter writes the return on show and goes on; Ctrl+↓ and Ctrl+↑ choose the next and the one before. */
function useConfirmKeys(file: ReturnFileReview | undefined, files: readonly ReturnFileReview[]): void {
  const isOurs = useScreen() === 'returns';
  const free = useWindowState((state) => state.dialog === null && state.busy === null);
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (!isOurs || !free || event.isComposing || event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Enter' && file) {
      event.preventDefault();
      // A value that is being typed is taken in by leaving its field.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      confirmFile(file);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const chosen = useReviewDesk.getState().returnId;
    const at = files.findIndex(({ returnId }) => returnId === chosen);
    const next = files[at + step]?.returnId ?? null;
    if (next !== null) chooseReturn(next);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
