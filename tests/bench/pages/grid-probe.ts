/**
 * Runs inside both pages, ours and the bare one: measures what a person sees. Given to the page as its source text,
 * so it may use nothing from outside of itself.
 */
export function installProbe(): void {
  /** After the frame that is being made now has been painted. */
  const afterPaint = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );

  /** Scrolls by so many px in every frame, there and back, for so long. @returns frames per second */
  async function scroll(axis: 'x' | 'y', step: number, ms: number): Promise<number> {
    const pane = document.querySelector('.ag-grid-viewport');
    if (!pane) throw new Error('no grid');
    const end = axis === 'x' ? pane.scrollWidth - pane.clientWidth : pane.scrollHeight - pane.clientHeight;
    let at = 0;
    let direction = 1;
    let frames = 0;
    const started = performance.now();
    while (performance.now() - started < ms) {
      at += step * direction;
      if (at >= end || at <= 0) direction = -direction;
      pane.scrollTo(axis === 'x' ? { left: at } : { top: at });
      await new Promise(requestAnimationFrame);
      frames += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    pane.scrollTo({ left: 0, top: 0 });
    await afterPaint();
    return frames / seconds;
  }

  const delays: number[] = [];
  /** From the key's own time to the paint of what it did. */
  window.addEventListener(
    'keydown',
    (event) => void afterPaint().then((at) => delays.push(at - event.timeStamp)),
    true,
  );

  Object.assign(window, {
    gridProbe: {
      scroll,
      takeDelays: () => delays.splice(0),
      at: (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? null,
      cells: () => document.querySelectorAll('.ag-cell').length,
    },
  });
}

export type GridProbe = {
  readonly scroll: (axis: 'x' | 'y', step: number, ms: number) => Promise<number>;
  readonly takeDelays: () => number[];
  readonly at: (mark: string) => number | null;
  readonly cells: () => number;
};

declare global {
  interface Window {
    readonly gridProbe: GridProbe;
  }
}
