import type { FileTicket } from '#shared/contract/call.ts';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';

import type { ReviewPurpose } from './review-store.ts';

type Source = { readonly kind: 'file'; readonly file: FileTicket } | { readonly kind: 'text'; readonly text: string };

/**
 * Asks for a document and shows what was understood of it. Nothing is written here.
 *
 * @param purpose whether it is a plan of its own or a newer version of the open one
 */
export async function readDocument(purpose: ReviewPurpose): Promise<void> {
  try {
    const [picked] = await getShell().pickOpenFiles({ purpose: 'document' });
    if (picked) await review(`正在读取“${picked.fileName}”`, { kind: 'file', file: picked.ticket }, purpose);
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** The same for a document that was chosen already. */
export async function reviewDocument(picked: PickedFile): Promise<void> {
  try {
    await review(`正在读取“${picked.fileName}”`, { kind: 'file', file: picked.ticket }, 'create');
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** The same with the text on the clipboard, as copied from a web page. */
export async function readClipboard(): Promise<void> {
  try {
    const text = await getShell().clipboardText({});
    if (text.trim() === '') showNotice('剪贴板里没有文字', '请先在网页或文档中选中工作安排正文并复制，再试一次。');
    else await review('正在读取剪贴板文字', { kind: 'text', text }, 'create');
  } catch (reason) {
    showError(toAppError(reason));
  }
}

async function review(title: string, source: Source, purpose: ReviewPurpose): Promise<void> {
  const read = await runLongWork(title, (signal) => client.plan.readDocument({ source }, { signal }));
  if (read) openDialog({ kind: 'plan-review', review: read, purpose });
}
