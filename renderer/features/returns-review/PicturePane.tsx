import { PanelRightClose } from 'lucide-react';
import type { ReturnFileReview, SheetPlace } from '#shared/domain/return-review.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { useReturnPicture } from '../../state/returns-query.ts';
import { IconButton } from '../../ui/Button.tsx';
import { PictureOfSheet } from '../../ui/PictureOfSheet.tsx';
import { moveCursor, togglePicture, useReviewDesk } from './review-desk.ts';

export type PicturePaneProps = {
  readonly file: ReturnFileReview;
  readonly returnId: NonNullable<ReturnFileReview['returnId']>;
  readonly inFront: boolean;
};

/** Their sheet beside the reading: the cell of the item with the cursor is lit, and a cell that is pointed at is gone to. */
export function PicturePane({ file, returnId, inFront }: PicturePaneProps) {
  const cursor = useReviewDesk((state) => state.cursor);
  const { data, error } = useReturnPicture(returnId, inFront);
  const lit = file.items.find(({ key }) => key === cursor)?.place ?? null;
  return (
    <aside className="picture-pane" aria-label="对方原表" data-testid="picture-pane">
      <header>
        <h3>对方原表{data ? `：${data.sheet}` : ''}</h3>
        <IconButton
          label="收起原表"
          icon={<PanelRightClose />}
          data-testid="picture-close"
          onClick={() => togglePicture()}
        />
      </header>
      {data ? (
        <PictureOfSheet
          picture={data}
          lit={lit}
          headRows={file.headRows}
          onPoint={(place) => {
            const item = file.items.find((one) => isAt(one.place, place));
            if (item) moveCursor(item.key);
          }}
        />
      ) : (
        <p className="empty-note">{error ? toAppError(error).message : '正在画出原表…'}</p>
      )}
    </aside>
  );
}

function isAt(one: SheetPlace | null, other: SheetPlace): boolean {
  return one !== null && one.row === other.row && one.column === other.column;
}
