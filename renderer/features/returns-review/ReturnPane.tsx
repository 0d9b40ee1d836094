import type { Overview } from '#shared/domain/overview.ts';
import type { ReturnFileReview, ReturnSummary } from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { HeldReturn } from './HeldReturn.tsx';
import { PicturePane } from './PicturePane.tsx';
import { RefusedReturn } from './RefusedReturn.tsx';
import { ReturnHead } from './ReturnHead.tsx';
import { ReviewItems } from './ReviewItems.tsx';
import { useReviewDesk } from './review-desk.ts';
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
  // Of a file that was refused there is no sheet to show.
  const pictured = file && file.refusal === null ? file.returnId : null;
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
  if (file.held && summary.state === 'received') {
    return <HeldReturn file={file} hold={file.held} overview={overview} />;
  }
  const isOpen = summary.state === 'to-review';
  return (
    <>
      {isOpen && summary.takenCells === 0 ? null : <WhatBecame summary={summary} differences={file.items.length} />}
      <ReviewItems file={file} today={overview.today} isOpen={isOpen} />
    </>
  );
}

function stillDiffers(differences: number): string {
  return differences > 0 ? `。下面是现在与它不同的 ${differences} 处` : '。现有数据与它一致';
}

type WhatBecameProps = Pick<ContentProps, 'summary'> & {
  /** Cells in which it differs from what stands now. */
  readonly differences: number;
};

/** What was decided about a return that no longer waits, or of which a part was taken in. */
function WhatBecame({ summary, differences }: WhatBecameProps) {
  const { state, takenInAt, takenCells, reasons, returnId } = summary;
  if (state === 'taken' || state === 'to-review') {
    return (
      <div className="return-became" data-testid="return-became">
        <span>
          已写入 {takenCells} 处{takenInAt === null ? '' : `，${momentText(takenInAt)}`}
          {state === 'to-review' ? `，还有 ${differences} 处未定` : stillDiffers(differences)}
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
    </div>
  );
}
