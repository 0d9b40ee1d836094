import type { TaskId } from './ids.ts';
import type { ProgressField } from './progress.ts';
import { isProgressField } from './return-field.ts';
import type { ReturnFileReview, ReturnItem, SheetPlace } from './return-review.ts';

/** Something an agency can be told when its return goes back. */
export type SendBackReason = {
  /** In Chinese, for the agency, the task's number and the field in it. */
  readonly sentence: string;
  readonly place: SheetPlace | null;
  readonly taskId: TaskId | null;
  readonly field: ProgressField | null;
  /** Offered beforehand: what is wrong for certain. Doubts that only we may have are there to be chosen. */
  readonly suggested: boolean;
};

/** How many numbers of missing tasks one sentence names. */
const MISSING_NAMED_MAX = 30;

/** How much of what they wrote stands in a sentence. */
const QUOTED_MAX = 40;

/**
 * The reasons for which a return may be sent back, in the order of the review: what the rules found, what cannot be
 * read, what did not come back, then whatever else is doubtful. No sentence stands twice, so a sentence finds its cell.
 */
export function sendBackReasons(
  file: Pick<ReturnFileReview, 'faults' | 'items' | 'missingTasks'>,
): readonly SendBackReason[] {
  const faults = file.faults.map(
    ({ sentence, place, taskId, field }): SendBackReason => ({ sentence, place, taskId, field, suggested: true }),
  );
  const unreadable = file.items.filter(({ state }) => state === 'unreadable').map((item) => ofItem(item, true));
  const doubted = file.items
    .filter(({ state, doubt }) => state !== 'unreadable' && doubt !== '')
    .map((item) => ofItem(item, false));
  const said = new Set<string>();
  return [...faults, ...unreadable, ...missing(file.missingTasks), ...doubted].filter(({ sentence }) => {
    const isNew = !said.has(sentence);
    said.add(sentence);
    return isNew;
  });
}

function ofItem(item: ReturnItem, suggested: boolean): SendBackReason {
  const { taskNumber, taskId, field, fieldLabel, place, theirs, doubt } = item;
  const written = theirs === '' ? '此格为空' : `填写的是“${shortened(theirs)}”`;
  const why = doubt === '' ? (suggested ? '不能识别' : '') : doubt;
  const words = [written, why].filter((word) => word !== '').join('，');
  return {
    sentence: `第 ${taskNumber} 项 ${fieldLabel}：${words}。`,
    place,
    taskId,
    field: isProgressField(field) ? field : null,
    suggested,
  };
}

function missing(tasks: ReturnFileReview['missingTasks']): readonly SendBackReason[] {
  if (tasks.length === 0) return [];
  const numbers = tasks.slice(0, MISSING_NAMED_MAX).map(({ number }) => number);
  const rest = tasks.length > numbers.length ? ` 等 ${tasks.length} 项` : ' 项';
  const sentence = `表中没有第 ${numbers.join('、')}${rest}任务，请补报。`;
  return [{ sentence, place: null, taskId: null, field: null, suggested: true }];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const signs = [...line];
  return signs.length > QUOTED_MAX ? `${signs.slice(0, QUOTED_MAX).join('')}…` : line;
}
