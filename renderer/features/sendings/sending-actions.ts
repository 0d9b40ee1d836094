import type { SendingId } from '#shared/domain/ids.ts';
import type { FoundSending, SendingView } from '#shared/domain/sending.ts';
import { safeFileNameWithEnding } from '#shared/text/file-name.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { lookAt } from '../../state/past.ts';
import { runStep } from '../../state/run-step.ts';
import { momentWords } from '../../text/dates.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Keeps to whom a file went. */
export async function setSentTo(sendingId: SendingId, sentTo: string): Promise<void> {
  await runStep(() => client.sendings.setSentTo({ sendingId, sentTo }));
  await queryClient.invalidateQueries({ queryKey: orpc.sendings.list.key() });
}

/** Shows the whole plan as it was when the file went out, judged on the same day. */
export async function lookAtState({ state, stateAt }: SendingView): Promise<void> {
  try {
    await lookAt({ stepId: state.stepId, madeAt: stateAt, at: stateAt, on: state.on });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Asks where to, and writes the same table in the state of then. */
export async function exportAgain({ id, fileName, what, state }: SendingView): Promise<void> {
  try {
    const suggestedName = safeFileNameWithEnding(fileName);
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const written = await runLongWork(`正在按当时的数据导出${what}`, (signal) =>
      client.sendings.sendAgain({ sendingId: id, file: picked.ticket }, { signal }),
    );
    if (!written) return;
    await queryClient.invalidateQueries({ queryKey: orpc.sendings.list.key() });
    const told = [`${written.fileName} · 数据截至第 ${state.stepId} 步`, written.notice ?? ''];
    showNotice(`已再次导出${what}`, told.filter((text) => text !== '').join('\n'), {
      label: '打开所在文件夹',
      run: () => void revealFile(picked.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Asks for a file and tells which sending it is. */
export async function askWhichSending(): Promise<void> {
  try {
    const [picked] = await getShell().pickOpenFiles({ purpose: 'returns' });
    if (!picked) return;
    const found = await client.sendings.which({ file: picked.ticket });
    showNotice(titleOf(found), wordsOf(found));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

function titleOf({ fileName, state }: FoundSending): string {
  return state === 'unchanged' ? `“${fileName}”发出后没有改动` : `“${fileName}”发出后改动过`;
}

function wordsOf({ sendings }: FoundSending): string {
  return sendings
    .slice(0, 3)
    .map(({ what, sentAt, sentTo }) => `${momentWords(sentAt)}发出的${what}${sentTo === '' ? '' : `（${sentTo}）`}`)
    .join('\n');
}
