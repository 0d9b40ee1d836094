import { useLedgerView, zoomLedgerBy, zoomLedgerTo } from '#renderer/view/ledger-view-state.ts';
import { useMatrixView, zoomBy, zoomTo } from '#renderer/view/view-state.ts';
import { useScreen } from '../state/screen.ts';

/** Zooms the screen in front; each has a size of its own, as sheets of a workbook have. */
export function ZoomControl() {
  const matrixZoom = useMatrixView((view) => view.zoom);
  const ledgerZoom = useLedgerView((view) => view.zoom);
  const inMatrix = useScreen() === 'matrix';
  const [zoom, by, to] = inMatrix ? [matrixZoom, zoomBy, zoomTo] : [ledgerZoom, zoomLedgerBy, zoomLedgerTo];
  return (
    <span className="status-zoom">
      <button type="button" aria-label="缩小表格" title="缩小（Ctrl+滚轮）" onClick={() => by(-1)}>
        −
      </button>
      <button type="button" data-testid="zoom" title="恢复 100%" onClick={() => to(1)}>
        {Math.round(zoom * 100)}%
      </button>
      <button type="button" aria-label="放大表格" title="放大（Ctrl+滚轮）" onClick={() => by(1)}>
        ＋
      </button>
    </span>
  );
}
