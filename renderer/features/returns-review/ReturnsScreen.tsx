import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { useReturnList, useReturnReviews, waitingReturns } from '../../state/returns-query.ts';
import { Button } from '../../ui/Button.tsx';
import { addFocusHome } from '../../ui/first-focus.ts';
import { ReturnsOverview } from '../returns-overview/ReturnsOverview.tsx';
import { ConfirmBar } from './ConfirmBar.tsx';
import { focusList, returnsHome } from './focus-parts.ts';
import { inListOrder } from './list-lines.ts';
import { ReturnList } from './ReturnList.tsx';
import { ReturnPane } from './ReturnPane.tsx';
import { adoptDecisions, chooseReturn, showReturn, showReturnsView, useReviewDesk } from './review-desk.ts';
import { takeReturns } from './take-returns.ts';
import './returns-screen.css';

// After a dialog the keys go on where they were.
addFocusHome(() => returnsHome(useReviewDesk.getState().cursor !== null));

export type ReturnsScreenProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly inFront: boolean;
};

const NONE: readonly ReturnId[] = [];

/** What came back: at the left the returns by state, at the right what the chosen one brings. */
export function ReturnsScreen({ overview, period, inFront }: ReturnsScreenProps) {
  const view = useReviewDesk((state) => state.view);
  return (
    <div className="returns-views">
      <div className="returns-switch" role="tablist" aria-label="回收">
        {VIEWS.map(([name, words]) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === view}
            data-testid={`returns-view-${name}`}
            onClick={() => showReturnsView(name)}
          >
            {words}
          </button>
        ))}
      </div>
      <div className="returns-view">
        {view === 'review' ? (
          <ReturnsReview overview={overview} inFront={inFront} />
        ) : (
          <ReturnsOverview overview={overview} period={period} onShowReturn={showReturn} />
        )}
      </div>
    </div>
  );
}

const VIEWS = [
  ['review', '核对'],
  ['collection', '回收情况'],
] as const;

function ReturnsReview({ overview, inFront }: Omit<ReturnsScreenProps, 'period'>) {
  const list = useReturnList(overview.plan.id, inFront);
  const returnId = useReviewDesk((state) => state.returnId);
  const waiting = useMemo(() => (list ? waitingReturns(list) : NONE), [list]);
  const isDone = returnId !== null && !waiting.includes(returnId) && list?.some((line) => line.returnId === returnId);
  const open = useReturnReviews(waiting, inFront);
  const done = useReturnReviews(
    useMemo(() => (isDone ? [returnId] : NONE), [isDone, returnId]),
    inFront,
  );
  const files = useMemo(
    () => filesById(waiting.length > 0 ? open?.files : [], isDone ? done?.files : []),
    [waiting, open, isDone, done],
  );
  useLayoutEffect(() => {
    if (open) adoptDecisions(open.decisions);
  }, [open]);
  useEffect(() => {
    if (!list || list.some((line) => line.returnId === returnId)) return;
    chooseReturn(inListOrder(list)[0]?.returnId ?? null);
  }, [list, returnId]);
  const state = list?.find((line) => line.returnId === returnId)?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another return on show is what may take the keys away
  useEffect(() => {
    // What had the keys may be gone with the return before, or with what became of it: they go on in the list.
    if (inFront && state !== undefined && document.activeElement === document.body) focusList();
  }, [inFront, returnId, state]);

  if (!list) return <p className="empty-note">正在读取回收表…</p>;
  if (list.length === 0) return <NothingYet />;
  const file = returnId === null ? undefined : files.get(returnId);
  const summary = list.find((line) => line.returnId === returnId);
  return (
    <div className="returns" data-testid="returns">
      <ReturnList list={list} files={files} />
      {summary ? (
        <ReturnPane key={summary.returnId} summary={summary} file={file} overview={overview} inFront={inFront} />
      ) : null}
      <ConfirmBar file={file} files={waiting.flatMap((id) => files.get(id) ?? [])} />
    </div>
  );
}

function filesById(...answers: readonly (readonly ReturnFileReview[] | undefined)[]) {
  return new Map(
    answers
      .flatMap((files) => files ?? [])
      .flatMap((file): [ReturnId, ReturnFileReview][] => (file.returnId === null ? [] : [[file.returnId, file]])),
  );
}

function NothingYet() {
  return (
    <div className="returns-nothing" data-testid="returns-nothing">
      <p>还没有收到回收表。</p>
      <p>
        点“收回填报表”选择各单位交回的文件，或者把文件、文件夹、压缩包拖到窗口里。收下后先核对，确认以前不写入任何进展。
      </p>
      <Button tone="main" className="returns-keys" onClick={() => void takeReturns()}>
        收回填报表…
      </Button>
    </div>
  );
}
