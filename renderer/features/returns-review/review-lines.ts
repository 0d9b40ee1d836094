import type { LeftRow, ReturnFault, ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';

/** A line of what a return brings. Items come first; below them what has no cell of ours. */
export type ReviewLine =
  | { readonly kind: 'item'; readonly item: ReturnItem; readonly isSameTask: boolean }
  | { readonly kind: 'words'; readonly id: string; readonly words: string }
  | { readonly kind: 'heading'; readonly id: string; readonly words: string }
  | { readonly kind: 'fault'; readonly id: string; readonly fault: ReturnFault }
  | { readonly kind: 'left-row'; readonly id: string; readonly row: LeftRow };

/**
 * Everything a file brings, as lines of one list.
 *
 * @param items those on show: all, or only the questions
 */
export function reviewLines(file: ReturnFileReview, items: readonly ReturnItem[]): readonly ReviewLine[] {
  const { faults, leftRows, missingTasks, notes } = file;
  return [
    ...items.map((item, index): ReviewLine => {
      const before = items[index - 1];
      return {
        kind: 'item',
        item,
        isSameTask: before?.taskId === item.taskId && before.agencyId === item.agencyId,
      };
    }),
    ...summaryLines(file, items.length),
    ...section('faults', `填报质量 ${faults.length} 条（勾选的写入退回理由）`, faults, (fault, id) => ({
      kind: 'fault',
      id,
      fault,
    })),
    ...section('left', `对不上任务的行 ${leftRows.length} 行`, leftRows, (row, id) => ({ kind: 'left-row', id, row })),
    ...section('missing', `没有交回的任务 ${missingTasks.length} 项`, missingTasks, ({ number, title }, id) => ({
      kind: 'words',
      id,
      words: `${number}. ${title}`,
    })),
    ...section('notes', `说明 ${notes.length} 条`, notes, (words, id) => ({ kind: 'words', id, words })),
  ];
}

function summaryLines({ items, unchangedCells }: ReturnFileReview, shown: number): readonly ReviewLine[] {
  const hidden = items.length - shown;
  return [
    ...(hidden > 0 ? [`另有 ${hidden} 处没有疑问的差异没有列出`] : []),
    ...(unchangedCells > 0 ? [`另有 ${unchangedCells} 格与现有数据一致`] : []),
  ].map((words) => ({ kind: 'words', id: words, words }));
}

function section<Thing>(
  id: string,
  words: string,
  things: readonly Thing[],
  line: (thing: Thing, id: string) => ReviewLine,
): readonly ReviewLine[] {
  if (things.length === 0) return [];
  return [{ kind: 'heading', id, words }, ...things.map((thing, index) => line(thing, `${id}-${index}`))];
}

/** Names a line within its list. */
export function lineKey(line: ReviewLine): string {
  return line.kind === 'item' ? line.item.key : line.id;
}
