import type { Span } from '#shared/domain/plan-reading.ts';

/**
 * A piece of text together with the source offset of every character, so that text can be joined,
 * cut and repaired while each word still knows where it came from. The rest of the reader works on views only.
 */
export type TextView = Readonly<{ text: string; offsets: Int32Array }>;

/** The view of `source[start, end)`, unchanged. */
export function viewOf(source: string, start = 0, end = source.length): TextView {
  const offsets = new Int32Array(Math.max(0, end - start));
  for (let index = 0; index < offsets.length; index++) offsets[index] = start + index;
  return { text: source.slice(start, end), offsets };
}

export function sliceView(view: TextView, start: number, end = view.text.length): TextView {
  return { text: view.text.slice(start, end), offsets: view.offsets.subarray(start, Math.max(start, end)) };
}

export function concatViews(views: readonly TextView[]): TextView {
  const text = views.map((view) => view.text).join('');
  const offsets = new Int32Array(text.length);
  let at = 0;
  for (const view of views) {
    offsets.set(view.offsets, at);
    at += view.text.length;
  }
  return { text, offsets };
}

/** Drops every character the test does not keep. */
export function filterView(view: TextView, keep: (char: string) => boolean): TextView {
  const kept: number[] = [];
  for (let index = 0; index < view.text.length; index++) if (keep(view.text.charAt(index))) kept.push(index);
  if (kept.length === view.text.length) return view;
  const offsets = new Int32Array(kept.length);
  let text = '';
  for (const [position, index] of kept.entries()) {
    offsets[position] = view.offsets[index] ?? 0;
    text += view.text.charAt(index);
  }
  return { text, offsets };
}

export function trimView(view: TextView): TextView {
  const lead = view.text.length - view.text.trimStart().length;
  return sliceView(view, lead, lead + view.text.trim().length);
}

/** Source span of `view[start, end)`; an empty range collapses onto the nearest character. */
export function spanOf(view: TextView, start = 0, end = view.text.length): Span {
  const first = view.offsets[start] ?? view.offsets[view.offsets.length - 1] ?? 0;
  if (end <= start) return { start: first, end: first };
  return { start: first, end: Math.max(first, (view.offsets[end - 1] ?? first) + 1) };
}
