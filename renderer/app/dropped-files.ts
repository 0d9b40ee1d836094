import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { toAppError } from '../bridge/app-error.ts';
import { client } from '../bridge/client.ts';
import { getShell } from '../bridge/shell.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { receiveDataFile } from '../features/returns-overview/take-more.ts';
import { receiveReturns } from '../features/returns-review/take-returns.ts';
import { runLongWork } from '../state/long-work.ts';
import { openDialog } from '../state/window-state.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { windowFacts } from './actions.ts';
import { type Destination, destinationByName, destinationOf } from './dropped-kind.ts';

/** A hand holds files over the window: without this the page would refuse them. */
export function onDragOver(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

export function onDrop(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  const { ready, busy, dialogOpen } = windowFacts();
  if (ready && !busy && !dialogOpen) void takeFiles(files);
}

/** Several files are returns; what one file is, is told by what it holds: a plan in a workbook is no return by its name. */
async function takeFiles(files: readonly File[]): Promise<void> {
  try {
    const granted = await Promise.all(files.map((file) => getShell().takeDropped(file)));
    const picked = granted.flat();
    const [only] = picked;
    // What is in no folder, a picture out of a web page, cannot be read.
    if (!only) return showNotice('没有读取任何文件', '请拖入保存在文件夹里的工作安排或各单位交回的填报表。');
    const destination = destinationByName(picked, picked.length !== files.length) ?? (await lookInto(only));
    switch (destination) {
      case 'returns':
        return await receiveReturns(picked);
      case 'data-file':
        return await receiveDataFile(only);
      case 'plan':
        return await reviewDocument(only);
      case 'ask':
        return openDialog({ kind: 'which-kind', file: only });
      case null:
        return;
    }
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** @returns `null` when it was stopped or failed; that has been shown already */
async function lookInto({ ticket }: PickedFile): Promise<Destination | null> {
  const kinds = await runLongWork('正在识别拖入的文件', (signal) =>
    client.files.tellKinds({ files: [ticket] }, { signal }),
  );
  const kind = kinds?.[0];
  return kind === undefined ? null : destinationOf(kind);
}
