import { settleItem } from '#backend/returns/comparing/compare-return.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import type { FoundFault } from './find-faults.ts';

/** Puts every fault as a doubt on the items it is about; a doubt takes the tick away. */
export function addFaults(items: readonly ReturnItem[], faults: readonly FoundFault[]): readonly ReturnItem[] {
  const byEntry = Map.groupBy(faults, ({ taskId, agencyId }) => `${taskId}/${agencyId}`);
  return items.map((item) => {
    const own =
      byEntry
        .get(`${item.taskId}/${item.agencyId}`)
        ?.filter(({ fields }) => fields.some((field) => field === item.field)) ?? [];
    if (own.length === 0) return item;
    const { doubt: _, doubts, chosen: __, ...rest } = item;
    return settleItem(rest, [...doubts, ...own.map(({ sentence }) => wordsOfFault(sentence))]);
  });
}

/** The sentence without the number of its task, which the item says already. */
export function wordsOfFault(sentence: string): string {
  return sentence.replace(/^第 \d+ 项：/u, '').replace(/。$/u, '');
}
