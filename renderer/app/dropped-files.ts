import { getShell } from '../bridge/shell.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { reviewReturns } from '../features/returns-review/take-returns.ts';
import { showNotice } from '../ui/toasts.ts';
import { windowFacts } from './actions.ts';
import { droppedKind } from './dropped-kind.ts';

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

async function takeFiles(files: readonly File[]): Promise<void> {
  const kind = droppedKind(files.map((file) => file.name));
  const granted = kind === 'unknown' ? [] : await Promise.all(files.map((file) => getShell().takeDropped(file)));
  const picked = granted.filter((file) => file !== null);
  const [document] = picked;
  if (kind === 'returns') return reviewReturns(picked);
  if (document) return reviewDocument(document);
  showNotice('没有读取任何文件', '可拖入一份工作安排（.docx、.doc、.pdf、.txt），或各单位交回的填报表（.xlsx）。');
}
