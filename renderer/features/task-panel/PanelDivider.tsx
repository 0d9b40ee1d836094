import type { KeyboardEvent, PointerEvent } from 'react';
import { PANEL_WIDTH, setPanelWidth, useWindowState } from '../../state/window-state.ts';

/** One press of an arrow key, in px. */
const KEY_STEP = 16;

/** The line between matrix and panel; drag it, or move it with the arrow keys. */
export function PanelDivider() {
  const width = useWindowState((state) => state.panelWidth);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPanelWidth(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'ArrowLeft') setPanelWidth(width + KEY_STEP);
    else if (event.key === 'ArrowRight') setPanelWidth(width - KEY_STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no pointer capture in all engines and is no handle
    <div
      className="panel-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label="调整任务详情宽度"
      aria-valuenow={width}
      aria-valuemin={PANEL_WIDTH.min}
      aria-valuemax={PANEL_WIDTH.max}
      tabIndex={0}
      title="拖动调整宽度，双击恢复"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setPanelWidth(PANEL_WIDTH.usual)}
    />
  );
}
