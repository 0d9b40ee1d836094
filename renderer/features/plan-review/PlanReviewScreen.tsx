import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import { overviewShown } from '../../state/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { addPlan, beginYear, createPlan, dismissPlanReview, revisePlan } from './close-review.ts';
import { DoubtBar } from './doubts/DoubtBar.tsx';
import { doubtsOf, nextDoubt } from './doubts/doubts.ts';
import { ResultPane } from './result/ResultPane.tsx';
import {
  createReviewStore,
  goToDoubt,
  ReviewContext,
  type ReviewPurpose,
  redoEdit,
  undoEdit,
  useReview,
  useReviewStore,
} from './review-store.ts';
import { takenChanges } from './revision/change-choices.ts';
import { PurposeNote } from './revision/PurposeNote.tsx';
import { useComparison } from './revision/use-comparison.ts';
import { SourcePane } from './source/SourcePane.tsx';
import '../../ui/source-marks.css';
import './plan-review.css';

export type PlanReviewScreenProps = { readonly review: PlanReview; readonly purpose: ReviewPurpose };

/** A document beside what was understood of it. Nothing is written before one of the buttons at its end. */
export function PlanReviewScreen({ review, purpose }: PlanReviewScreenProps) {
  const [store] = useState(() => createReviewStore(review, purpose));
  return (
    <ReviewContext value={store}>
      <ReviewWindow />
    </ReviewContext>
  );
}

type Question = 'give-up' | 'finish-doubtful' | 'add-doubtful' | 'begin-doubtful';

/** What is done with the plan when its doubts are let stand. */
const ENDS = { 'add-doubtful': addPlan, 'begin-doubtful': beginYear } as const;

function ReviewWindow() {
  const store = useReviewStore();
  const { reading, reviewId } = useReview((state) => state.review);
  const { past, present: draft, future } = useReview((state) => state.history);
  const isRevision = useReview((state) => state.purpose === 'revise');
  const isLater = draft.head.year > (overviewShown()?.plan.year ?? draft.head.year);
  const choices = useReview((state) => state.choices);
  const first = useRef(draft);
  // For a plan of its own it is asked once, whether it looks like a newer version of the open one.
  const comparison = useComparison(reviewId, isRevision ? draft : first.current);
  const taken = comparison ? takenChanges(comparison, choices) : [];
  const [question, setQuestion] = useState<Question | null>(null);
  const [working, setWorking] = useState(false);
  const doubts = useMemo(() => doubtsOf(draft, reading), [draft, reading]);
  const open = doubts.filter((doubt) => !doubt.isSeen).length;

  const nextButton = useRef<HTMLButtonElement>(null);
  const walk = (step: 1 | -1): void => {
    const next = nextDoubt(doubts, store.getState().doubt, step);
    if (next) goToDoubt(store, next);
  };
  const goOn = (): void => {
    // The edit has just been made: the doubts of this picture are older.
    const { history, doubt } = store.getState();
    const left = doubtsOf(history.present, reading);
    const next = left.some((candidate) => !candidate.isSeen) ? nextDoubt(left, doubt, 1) : undefined;
    if (next) goToDoubt(store, next);
  };
  const close = (): void => {
    if (past.length > 0) setQuestion('give-up');
    else void dismissPlanReview(reviewId);
  };
  const finish = (end: typeof addPlan): void => {
    setQuestion(null);
    setWorking(true);
    // Both read the store: a click on the button first takes in the field that was being typed in.
    void end(store).finally(() => setWorking(false));
  };
  const end = isRevision ? revisePlan : createPlan;
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing || question !== null) return;
    if (event.key === 'F8') {
      event.preventDefault();
      walk(event.shiftKey ? -1 : 1);
      return;
    }
    const letter = event.key.toLowerCase();
    const inText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!(event.ctrlKey || event.metaKey) || inText || (letter !== 'z' && letter !== 'y')) return;
    event.preventDefault();
    if (letter === 'y' || event.shiftKey) redoEdit(store);
    else undoEdit(store);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <Modal
      title={isRevision ? '核对修订版计划' : '核对读到的计划'}
      lead={`${draft.sections.length} 个章节，${draft.tasks.length} 项任务，${draft.agencies.length} 个单位。${isRevision ? '应用修订' : '建立计划'}之前不会写入任何内容。`}
      size="full"
      testId="plan-review"
      initialFocus={nextButton}
      hold
      onClose={close}
      footer={
        <>
          <span className="modal-foot-note">
            <PurposeNote comparison={comparison} />
          </span>
          <IconButton
            label="撤销（Ctrl+Z）"
            icon={<Undo2 />}
            data-testid="review-undo"
            disabled={past.length === 0}
            onClick={() => undoEdit(store)}
          />
          <IconButton
            label="重做（Ctrl+Y）"
            icon={<Redo2 />}
            data-testid="review-redo"
            disabled={future.length === 0}
            onClick={() => redoEdit(store)}
          />
          <Button data-testid="plan-review-cancel" onClick={close}>
            取消
          </Button>
          {isRevision || !isLater ? null : (
            <Button
              data-testid="plan-next-year"
              title={`与${overviewShown()?.plan.year}年的任务对应起来，报送办法延续；两年的计划在同一个数据文件里`}
              disabled={working || draft.tasks.length === 0}
              onClick={() => (open > 0 ? setQuestion('begin-doubtful') : finish(beginYear))}
            >
              作为新年度计划
            </Button>
          )}
          {isRevision ? null : (
            <Button
              data-testid="plan-add"
              title="与现有计划放在同一个数据文件里，单位名录共用"
              disabled={working || draft.tasks.length === 0}
              onClick={() => (open > 0 ? setQuestion('add-doubtful') : finish(addPlan))}
            >
              加入本文件
            </Button>
          )}
          <Button
            tone="main"
            data-testid="plan-create"
            disabled={working || draft.tasks.length === 0 || (isRevision && taken.length === 0)}
            onClick={() => (open > 0 ? setQuestion('finish-doubtful') : finish(end))}
          >
            {isRevision ? `应用修订 ${taken.length} 处` : '建立新文件…'}
          </Button>
        </>
      }
    >
      <div className="plan-review">
        <DoubtBar doubts={doubts} onWalk={walk} onSettled={goOn} nextButton={nextButton} />
        <div className="review-panes">
          <SourcePane />
          <ResultPane doubts={doubts} comparison={comparison} />
        </div>
      </div>
      {question === 'give-up' ? (
        <Confirm
          title="放弃这次核对吗？"
          words="已作的修改不会保留，不会留下任何内容。"
          confirm="放弃"
          cancel="继续核对"
          onConfirm={() => void dismissPlanReview(reviewId)}
          onCancel={() => setQuestion(null)}
        />
      ) : null}
      {question !== null && question !== 'give-up' ? (
        <Confirm
          title={`还有 ${open} 处疑点没有核对`}
          words={`${isRevision ? '应用修订' : '建立计划'}以后，责任和任务仍可在矩阵中修改。`}
          confirm={isRevision ? '仍然应用' : '仍然建立'}
          cancel="继续核对"
          onConfirm={() => finish(question === 'finish-doubtful' ? end : ENDS[question])}
          onCancel={() => setQuestion(null)}
        />
      ) : null}
    </Modal>
  );
}
