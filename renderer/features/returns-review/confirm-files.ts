import { showNotice } from '#renderer/ui/toasts.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { tally } from './review-choices.ts';
import { chooseReturn, decisionsOf, goToSpot } from './review-desk.ts';
import { acceptReturns } from './review-steps.ts';
import { waitingFiles } from './step-question.ts';

/** Writes what is chosen of one return, after asking when questions of it have no answer. */
export function confirmFile(file: ReturnFileReview): void {
  const { returnId } = file;
  if (returnId === null || file.state !== 'to-review') return;
  const { questions, conflicts } = tally(file, decisionsOf(returnId));
  if (conflicts > 0) {
    const open = file.items.find(({ key, state }) => state === 'conflict' && !decisionsOf(returnId).has(key));
    if (open) goToSpot({ returnId, key: open.key });
    showNotice(`还有 ${conflicts} 处双方都改过`, '请先逐一选择用对方的还是留现有的，再确认写入。');
    return;
  }
  if (questions > 0) openDialog({ kind: 'accept-returns', returnIds: [returnId] });
  else void acceptAndGoOn([file]);
}

/** Writes, and shows the next return that waits. */
export async function acceptAndGoOn(files: readonly ReturnFileReview[]): Promise<void> {
  const next = nextWaiting(files.flatMap(({ returnId }) => returnId ?? []));
  if ((await acceptReturns(files)) && next !== null) chooseReturn(next);
}

/** The return below these in the list, else the first; `null` when none is left. */
function nextWaiting(gone: readonly ReturnId[]): ReturnId | null {
  const ids = (waitingFiles() ?? []).flatMap(({ returnId }) => returnId ?? []);
  const last = Math.max(...gone.map((id) => ids.indexOf(id)));
  const left = (id: ReturnId): boolean => !gone.includes(id);
  return ids.slice(last + 1).find(left) ?? ids.find(left) ?? null;
}
