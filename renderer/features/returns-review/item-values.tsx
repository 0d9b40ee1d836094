import { wordDiff } from '#renderer/text/word-diff.ts';
import type { ReturnField } from '#shared/domain/return-field.ts';
import type { ReturnDecision, ReturnItem } from '#shared/domain/return-review.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import { shownValue } from './typed-value.ts';

/** Less of a text in common than this, and the words of both side by side tell more than what changed. */
const COMMON_MIN = 0.35;

/** A value; an empty one is named, since a blank in a table says nothing. */
export function ShownValue({ field, text }: { readonly field: ReturnField; readonly text: string }) {
  return <div className="item-value">{text === '' ? <Blank /> : shownValue(field, text)}</div>;
}

function Blank() {
  return <span className="item-blank">空</span>;
}

export type TheirValueProps = { readonly item: ReturnItem; readonly decision: ReturnDecision | undefined };

/** What they wrote against what stands now, word by word; a value of the clerk's own stands before it. */
export function TheirValue({ item, decision }: TheirValueProps) {
  const { field, theirs, ours } = item;
  const own = decision?.choice === 'theirs' ? decision.value : undefined;
  if (own !== undefined) {
    return (
      <div className="item-value">
        <span className="item-own" title="核对时改写的值">
          {own === '' ? <Blank /> : shownValue(field, own)}
        </span>
        <span className="item-written">对方填写：{theirs === '' ? '空' : shownValue(field, theirs)}</span>
      </div>
    );
  }
  const isText = field === 'narrative' || field === 'problems' || field === 'nextSteps';
  if (isText && item.state !== 'unreadable' && hasMuchInCommon(ours, theirs)) {
    return (
      <div className="item-value">
        <WordDiff before={ours} after={theirs} />
      </div>
    );
  }
  return (
    <div className={`item-value ${item.state === 'unreadable' ? 'is-unreadable' : ''}`}>
      {theirs === '' ? <Blank /> : shownValue(field, theirs)}
    </div>
  );
}

function hasMuchInCommon(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  const same = wordDiff(before, after)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return same >= COMMON_MIN * Math.max(before.length, after.length);
}
