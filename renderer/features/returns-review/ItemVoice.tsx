import type { ReturnItem } from '#shared/domain/return-review.ts';
import { choiceOf, type FileDecisions, type ItemChoice, takenValue } from './review-choices.ts';

const CHOICE_WORDS: Readonly<Record<ItemChoice, string>> = { theirs: '采用', ours: '不采用', open: '未决定' };

export type ItemVoiceProps = { readonly item: ReturnItem | undefined; readonly decisions: FileDecisions };

/** Says the item with the cursor to a screen reader, and what becomes of it, whenever either changes. */
export function ItemVoice({ item, decisions }: ItemVoiceProps) {
  const words = item
    ? [
        `第${item.taskNumber}项`,
        item.fieldLabel,
        takenValue(item, decisions) || '空',
        item.doubt,
        CHOICE_WORDS[choiceOf(item, decisions)],
      ]
    : [];
  return (
    <p className="visually-hidden" role="status" data-testid="item-voice">
      {words.filter((word) => word !== '').join('，')}
    </p>
  );
}
