import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PrintSetup } from '#shared/domain/print-table.ts';
import { recallFlag, rememberFlag } from '../../bridge/remembered.ts';
import { IconButton } from '../../ui/Button.tsx';
import { PagePreview } from '../print/PagePreview.tsx';
import { PICTURE_ROWS, type Picture } from './use-picture.ts';
import '../print/print-dialog.css';
import './layout-picture.css';

export type LayoutPictureProps = {
  readonly picture: Picture;
  readonly ink: PrintSetup['ink'];
  /** Names what is pictured: another one begins with its first page. */
  readonly of: string;
  /** What the picture leaves out of what is exported. */
  readonly note?: string;
};

const WHOLE = 'layout-picture-whole';

/** The pages of a layout as they will come out of the printer, to be turned. */
export function LayoutPicture({ picture: { drawn, isOld, error }, ink, of, note = '' }: LayoutPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name is what the effect waits for
  useEffect(() => frame.current?.querySelector('.print-preview')?.scrollTo(0, 0), [of]);
  const [whole, setWhole] = useState(() => recallFlag(WHOLE, false));
  const [at, setAt] = useState(0);
  const pages = drawn?.layout.pages.length ?? 0;
  const shown = Math.min(at, Math.max(0, pages - 1));
  const papers = () => [...(frame.current?.querySelectorAll('.print-paper') ?? [])];
  const turn = (step: 1 | -1) => papers()[shown + step]?.scrollIntoView({ block: 'start' });
  const look = () => {
    const top = frame.current?.querySelector('.print-preview')?.getBoundingClientRect();
    if (!top) return;
    const line = top.top + top.height / 3;
    setAt(
      Math.max(
        0,
        papers().findLastIndex((paper) => paper.getBoundingClientRect().top <= line),
      ),
    );
  };
  return (
    <div className="layout-picture" ref={frame} onScrollCapture={look} aria-busy={isOld}>
      <div className="layout-picture-bar">
        <IconButton
          label="上一页"
          icon={<ChevronLeft />}
          data-testid="picture-previous"
          disabled={shown === 0}
          onClick={() => turn(-1)}
        />
        <span className="layout-picture-page" data-testid="picture-page" role="status">
          {pages === 0 ? '' : `第 ${shown + 1} 页，共 ${pages} 页`}
          {drawn && !drawn.isWhole ? `（预览前 ${PICTURE_ROWS} 行）` : ''}
        </span>
        <IconButton
          label="下一页"
          icon={<ChevronRight />}
          data-testid="picture-next"
          disabled={shown >= pages - 1}
          onClick={() => turn(1)}
        />
        {note === '' ? null : <span className="layout-picture-note">{note}</span>}
        <label className="layout-tick">
          <input
            type="checkbox"
            data-testid="picture-whole"
            checked={whole}
            onChange={() => {
              rememberFlag(WHOLE, !whole);
              setWhole(!whole);
            }}
          />
          显示整页
        </label>
      </div>
      {error ? (
        <p className="layout-picture-error" role="alert">
          {error.message}
        </p>
      ) : null}
      {drawn ? (
        <PagePreview table={drawn.table} layout={drawn.layout} ink={ink} whole={whole} />
      ) : error ? null : (
        <p className="empty-note" role="status">
          正在排版…
        </p>
      )}
    </div>
  );
}
