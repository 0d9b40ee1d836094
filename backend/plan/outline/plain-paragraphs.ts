import { findResponsibilities } from '../responsibilities/find-responsibilities.ts';
import { spanOf } from '../text/text-view.ts';
import type { Choice } from './choose-tasks.ts';
import { RANK_ARABIC } from './enumerators.ts';
import { readParagraphs } from './paragraphs.ts';
import type { BodyBlock } from './plan-body.ts';

/**
 * A plan without any numbering: each paragraph that names who is responsible is a task.
 *
 * @returns `undefined` when no paragraph names anybody
 */
export function chooseParagraphs(source: string): Choice | undefined {
  const { view } = readParagraphs(source, 0, source.length);
  const { responsibilities } = findResponsibilities(view);
  const blocks: BodyBlock[] = [];
  let previousEnd = 0;
  for (const found of responsibilities) {
    if (found.start < previousEnd) continue;
    const lineStart = view.text.lastIndexOf('\n', found.start - 1) + 1;
    // 责任单位： on a line of its own belongs to the paragraph above it.
    const above =
      lineStart === found.start && lineStart > 0 ? view.text.lastIndexOf('\n', lineStart - 2) + 1 : lineStart;
    const start = Math.max(previousEnd, above);
    const lineEnd = view.text.indexOf('\n', found.end);
    const end = lineEnd < 0 ? view.text.length : lineEnd;
    if (end <= start) continue;
    const span = spanOf(view, start, end);
    blocks.push({
      index: blocks.length,
      rank: RANK_ARABIC,
      number: blocks.length + 1,
      start: span.start,
      textStart: span.start,
      end: span.end,
      parent: -1,
      count: 1,
      lastEnd: span.end,
      closesWithIt: true,
      standsApart: false,
    });
    previousEnd = end;
  }
  if (blocks.length === 0) return undefined;
  return { tasks: blocks.map((block) => ({ block, end: block.end, parent: -1 })), sections: [], background: [] };
}
