import type { Overview } from '#shared/domain/overview.ts';
import type { ReturnFileReview, ReturnSummary } from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { HeldReturn } from './HeldReturn.tsx';
import { PicturePane } from './PicturePane.tsx';
import { RefusedReturn } from './RefusedReturn.tsx';
import { hasSheet, ReturnHead } from './ReturnHead.tsx';
import { ReviewItems } from './ReviewItems.tsx';
import { useReviewDesk } from './review-desk.ts';
import { identifyReturn } from './review-steps.ts';
import { WrittenCells } from './WrittenCells.tsx';
import './return-pane.css';

export type ReturnPaneProps = {
  readonly summary: ReturnSummary;
  /** `undefined` while it is being read. */
  readonly file: ReturnFileReview | undefined;
  readonly overview: Overview;
  readonly inFront: boolean;
};

/** What one return brings, or what it asks before it can be reviewed. */
export function ReturnPane({ summary, file, overview, inFront }: ReturnPaneProps) {
  const pictureOpen = useReviewDesk((state) => state.pictureOpen);
  const pictured = file && hasSheet(file) ? file.returnId : null;
  return (
    <section className="return-pane" aria-label="回收表内容" data-testid="return-pane">
      <ReturnHead summary={summary} file={file} />
      <div className="return-body">
        <div className="return-content">
          {file ? (
            <Content summary={summary} file={file} overview={overview} />
          ) : (
            <p className="empty-note">正在读取…</p>
          )}
        </div>
        {file && pictured !== null && pictureOpen ? (
          <PicturePane file={file} returnId={pictured} inFront={inFront} />
        ) : null}
      </div>
    </section>
  );
}

type ContentProps = {
  readonly summary: ReturnSummary;
  readonly file: ReturnFileReview;
  readonly overview: Overview;
};

function Content({ summary, file, overview }: ContentProps) {
  if (file.refusal) return <RefusedReturn file={file} code={file.refusal.code} message={file.refusal.message} />;
  const isOpen = summary.state === 'to-review';
  const isNew = summary.state === 'received' || (isOpen && summary.takenCells === 0);
  const became = isNew ? null : <WhatBecame summary={summary} file={file} />;
  if (file.held && (summary.state === 'received' || summary.state === 'refused')) {
    return (
      <>
        {became}
        <HeldReturn file={file} hold={file.held} overview={overview} isRefused={summary.state === 'refused'} />
      </>
    );
  }
  const isTaken = summary.state === 'taken';
  return (
    <>
      {became}
      {isTaken ? (
        <WrittenCells returnId={summary.returnId} takenInAt={summary.takenInAt} isLedger={file.kind === 'ledger'} />
      ) : null}
      {isTaken && file.items.length === 0 ? null : <ReviewItems file={file} today={overview.today} isOpen={isOpen} />}
    </>
  );
}

function stillDiffers(differences: number): string {
  return differences > 0 ? `。与现有数据不同的 ${differences} 处列在下面` : '。现有数据与它一致';
}

type WhatBecameProps = Pick<ContentProps, 'summary' | 'file'>;

/** What was decided about a return that no longer waits, or of which a part was taken in. */
function WhatBecame({ summary, file }: WhatBecameProps) {
  const { state, takenInAt, takenCells, reasons, returnId } = summary;
  if (state === 'taken' || state === 'to-review') {
    return (
      <div className="return-became" data-testid="return-became">
        <span>
          已写入 {takenCells} 处{takenInAt === null ? '' : `，${momentText(takenInAt)}`}
          {state === 'to-review' ? `，还有 ${file.items.length} 处未定` : stillDiffers(file.items.length)}
        </span>
        <Button
          data-testid="take-back"
          disabled={takenCells === 0}
          onClick={() => openDialog({ kind: 'take-back', returnId })}
        >
          整体撤回…
        </Button>
      </div>
    );
  }
  return (
    <div className="return-became" data-testid="return-became">
      <span>{state === 'sent-back' ? '已退回' : '已拒收'}</span>
      <ul className="return-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <ReviewAgain file={file} />
    </div>
  );
}

/** The way back for a return that was turned down by mistake. One that asks whose it is goes back by the answer. */
function ReviewAgain({ file: { returnId, agencyId, periodId, held, kind } }: Pick<ContentProps, 'file'>) {
  if (returnId === null || periodId === null || held !== null) return null;
  if (agencyId === null && kind !== 'ledger') return null;
  return (
    <Button
      data-testid="review-again"
      onClick={() => void identifyReturn(returnId, agencyId, periodId, '已放回待核对')}
    >
      重新核对
    </Button>
  );
}
