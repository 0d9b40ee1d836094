import { useEffect, useRef, useState } from 'react';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import type { PrintLayout } from './layout/lay-out.ts';
import { PrintedPage } from './PrintedPage.tsx';

export type PagePreviewProps = {
  readonly table: PrintTable;
  readonly layout: PrintLayout;
  readonly ink: PrintSetup['ink'];
  /** A page is seen as a whole, however small; left out, as wide as the pane. */
  readonly whole?: boolean;
};

const PX_PER_MM = 96 / 25.4;
/** Grey around the pages. */
const AROUND_PX = 48;
const PADDING_PX = 24;

/** The pages, as large as the pane; only those near the eye are drawn, since a long table has hundreds. */
export function PagePreview({ table, layout, ink, whole = false }: PagePreviewProps) {
  const pane = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!pane.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setSize({ width, height });
    });
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, []);
  const byWidth = (width - AROUND_PX) / (layout.box.width * PX_PER_MM);
  const byHeight = (height - PADDING_PX / 2) / (layout.box.height * PX_PER_MM);
  const zoom = Math.max(0.1, whole ? Math.min(byWidth, byHeight) : byWidth);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable to be scrolled by keys
    <section className="print-preview" ref={pane} tabIndex={0} aria-label="打印页面" data-testid="print-preview">
      {width > 0 ? (
        <div className="print-pages" style={{ zoom }}>
          {layout.pages.map((page, index) => (
            <NearPage key={layout.pages.indexOf(page)} table={table} layout={layout} ink={ink} index={index} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** A page that is drawn while it is near the visible part, and blank paper of its size before. */
function NearPage(props: PagePreviewProps & { readonly index: number }) {
  const { box } = props.layout;
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: frame.current.closest('.print-preview'),
      rootMargin: '100% 0px',
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="print-paper" ref={frame} style={{ width: `${box.width}mm`, height: `${box.height}mm` }}>
      {near ? <PrintedPage {...props} /> : null}
    </div>
  );
}
