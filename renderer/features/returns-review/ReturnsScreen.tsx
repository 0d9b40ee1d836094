import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { useReturnList, useReturnReviews, waitingReturns } from '../../state/returns-query.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmBar } from './ConfirmBar.tsx';
import { keepNow } from './keep-decisions.ts';
import { inListOrder } from './list-lines.ts';
import { ReturnList } from './ReturnList.tsx';
import { ReturnPane } from './ReturnPane.tsx';
import { adoptDecisions, chooseReturn, useReviewDesk } from './review-desk.ts';
import { takeReturns } from './take-returns.ts';
import './returns-screen.css';

export type ReturnsScreenProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly inFront: boolean;
};

const NONE: readonly ReturnId[] = [];

/** What came back: at the left the returns by state, at the right what the chosen one brings. */
export function ReturnsScreen({ overview, inFront }: ReturnsScreenProps) {
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
  useEffect(() => {
    // Closing the program leaves what was decided a moment ago to nobody else.
    const keep = (): void => void keepNow();
    window.addEventListener('beforeunload', keep);
    return () => window.removeEventListener('beforeunload', keep);
  }, []);

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
        点“收回收表”选择各单位交回的文件，或者把文件、文件夹、压缩包拖到窗口里。收下后先核对，确认以前不写入任何进展。
      </p>
      <Button tone="main" className="returns-keys" onClick={() => void takeReturns()}>
        收回收表…
      </Button>
    </div>
  );
}
