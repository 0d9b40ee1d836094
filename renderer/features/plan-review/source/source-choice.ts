import type { Span } from '#shared/domain/plan-reading.ts';

/** Each run of characters of the source says by this attribute at which offset it begins. */
export const OFFSET_ATTRIBUTE = 'data-offset';

/** What is selected in the source, as offsets; an empty span for a mere cursor, `null` when it is elsewhere. */
export function chosenSpan(): Span | null {
  const selection = window.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = offsetOf(selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(selection.focusNode, selection.focusOffset);
  if (anchor === null || focus === null) return null;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest(`[${OFFSET_ATTRIBUTE}]`);
  // A selection may end between two lines: the next run is then where it ends.
  const near = run ?? element?.querySelector(`[${OFFSET_ATTRIBUTE}]`);
  const start = near?.getAttribute(OFFSET_ATTRIBUTE);
  return start === null || start === undefined ? null : Number(start) + (run && node instanceof Text ? offset : 0);
}
