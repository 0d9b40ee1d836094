import { useMemo, useState } from 'react';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { acceptReview, dismissReturnReview } from './close-review.ts';
import { ReviewFileList } from './ReviewFileList.tsx';
import { ReviewItems } from './ReviewItems.tsx';
import { chooseAll, firstChoices, keepOursWhereOpen, tally } from './review-choices.ts';
import './review.css';

export type ReviewDialogProps = { readonly review: ReturnReview };

/** What came back, beside what was sent and what stands now. Nothing is written before 确认写入. */
export function ReviewDialog({ review }: ReviewDialogProps) {
  const [choices, setChoices] = useState(() => firstChoices(review));
  const [fileIndex, setFileIndex] = useState(() =>
    Math.max(
      0,
      review.files.findIndex((file) => file.items.length > 0),
    ),
  );
  const [working, setWorking] = useState(false);
  const items = useMemo(() => review.files.flatMap((file) => file.items), [review]);
  const total = tally(choices, items);
  const file = review.files[fileIndex];
  const accept = (): void => {
    setWorking(true);
    void acceptReview(review.reviewId, total.accepted).finally(() => setWorking(false));
  };
  const refused = review.files.filter((candidate) => candidate.refusal !== null).length;

  return (
    <Modal
      title="核对回收表"
      lead={`共 ${review.files.length} 份${refused > 0 ? `，其中 ${refused} 份未能读取` : ''}，有差异 ${items.length} 处。确认之前不会改动数据。`}
      size="wide"
      testId="review-dialog"
      hold
      onClose={() => void dismissReturnReview(review.reviewId)}
      footer={
        <>
          <span className="modal-foot-note">
            {total.open > 0 ? (
              <>
                还有 {total.open} 处双方都改过，需要逐一选择
                <Button
                  tone="quiet"
                  className="review-keep"
                  data-testid="review-keep-ours"
                  onClick={() => setChoices(keepOursWhereOpen(choices))}
                >
                  全部保留现有值
                </Button>
              </>
            ) : (
              '写入后仍可整体撤销。'
            )}
          </span>
          <Button data-testid="review-cancel" onClick={() => void dismissReturnReview(review.reviewId)}>
            取消
          </Button>
          <Button
            tone="main"
            data-testid="review-accept"
            disabled={working || total.open > 0 || total.accepted.length === 0}
            onClick={accept}
          >
            确认写入 {total.accepted.length} 处
          </Button>
        </>
      }
    >
      <div className="review">
        <ReviewFileList files={review.files} choices={choices} chosen={fileIndex} onChoose={setFileIndex} />
        {file ? (
          <ReviewItems
            file={file}
            choices={choices}
            onChoose={(chosenItems, choice) => setChoices(chooseAll(choices, chosenItems, choice))}
          />
        ) : null}
      </div>
    </Modal>
  );
}
