import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { toAppError } from '../bridge/app-error.ts';
import { client } from '../bridge/client.ts';
import { getShell } from '../bridge/shell.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { receiveReturns } from '../features/returns-review/take-returns.ts';
import { runLongWork } from '../state/long-work.ts';
import { openDialog } from '../state/window-state.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { windowFacts } from './actions.ts';
import { sortDropped } from './dropped-kind.ts';

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

/** What each file is, is told by what it holds: a plan in a workbook is no return because it ends in .xlsx. */
async function takeFiles(files: readonly File[]): Promise<void> {
  try {
    const granted = await Promise.all(files.map((file) => getShell().takeDropped(file)));
    const picked = granted.filter((file) => file !== null);
    // What is in no folder, a picture out of a web page, cannot be read.
    if (picked.length === 0)
      return showNotice('没有读取任何文件', '请拖入保存在文件夹里的工作安排或各单位交回的填报表。');
    const kinds = await runLongWork('正在识别拖入的文件', (signal) =>
      client.files.tellKinds({ files: picked.map((file) => file.ticket) }, { signal }),
    );
    if (kinds === null) return;
    const { returns, plans, unclear } = sortDropped(picked, kinds);
    const [plan] = plans;
    if (returns.length > 0) await receiveReturns(returns);
    else if (unclear.length > 0) openDialog({ kind: 'which-kind', files: unclear });
    else if (plan && plans.length === 1) return await reviewDocument(plan);
    if (plan) tellLeftOut(plans, returns.length + unclear.length > 0);
  } catch (reason) {
    showError(toAppError(reason));
  }
}

function tellLeftOut(plans: readonly PickedFile[], amongOthers: boolean): void {
  const names = plans.map(({ fileName }) => `“${fileName}”`).join('、');
  const advice = amongOthers ? '核对完填报表后，请再单独拖入一次。' : '一次只能读取一份，请单独拖入要读取的那一份。';
  showNotice(`没有读取${names}`, `看起来是工作安排。${advice}`);
}
