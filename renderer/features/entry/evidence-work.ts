import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { type EvidenceRef, opensByClick } from '#shared/domain/evidence.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runBusyStep } from '../../state/busy-step.ts';
import { runLongWork } from '../../state/long-work.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Whose evidence is added. */
export type EvidencePlace = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
};

/** Asks for files and adds them. */
export async function pickEvidence(place: EvidencePlace): Promise<void> {
  try {
    await addPicked(place, await getShell().pickOpenFiles({ purpose: 'evidence' }));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Adds what a hand dropped. */
export async function dropEvidence(place: EvidencePlace, files: readonly File[]): Promise<void> {
  try {
    const granted = await Promise.all(files.map((file) => getShell().takeDropped(file)));
    if (granted.flat().length === 0) return showNotice('没有添加任何文件', '请拖入保存在文件夹里的文件。');
    await addPicked(place, granted.flat());
  } catch (reason) {
    showError(toAppError(reason));
  }
}

async function addPicked(place: EvidencePlace, picked: readonly PickedFile[]): Promise<void> {
  if (picked.length === 0) return;
  const files = picked.map(({ ticket }) => ({ file: ticket }));
  const outcome = await runStep(() =>
    runBusyStep(`正在添加 ${picked.length} 份佐证材料`, (signal) =>
      client.evidence.add({ ...place, files }, { signal }),
    ),
  );
  if (succeeded(outcome))
    showNotice(`已添加 ${picked.length} 份佐证材料`, '文件已复制到数据文件旁边的佐证材料文件夹。');
}

/** Opens the file of a piece of evidence, a checked copy of it; what a system would run is not opened. */
export async function openEvidence({ sha256, fileName, title }: EvidenceRef): Promise<void> {
  try {
    if (!opensByClick(fileName)) throw new AppError('EVIDENCE_KIND_CLOSED', { file: fileName });
    await getShell().openEvidence({ sha256, fileName, title });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Writes the catalogue and, into a folder, the files under their numbers. */
export async function writeEvidenceCatalogue(planId: PlanId, taskIds?: readonly TaskId[]): Promise<void> {
  try {
    const folder = await getShell().pickFolder({ purpose: 'forms' });
    if (!folder) return;
    const request = { planId, folder: folder.ticket, ...(taskIds === undefined ? {} : { taskIds: [...taskIds] }) };
    const written = await runLongWork('正在导出佐证材料', (signal) => client.evidence.catalogue(request, { signal }));
    if (!written) return;
    const { lines, copied, troubled } = written;
    const missing = troubled.map(({ catalogueNumber, message }) => `${catalogueNumber}（${message}）`).join('、');
    showNotice(
      `目录 ${lines} 份，已复制 ${copied} 份文件到“${folder.fileName}”`,
      missing === '' ? '' : `没有复制：${missing}`,
      { label: '打开文件夹', run: () => void revealFile(folder.ticket) },
    );
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Reads every file through and says which are missing or changed. */
export async function verifyEvidence(planId: PlanId): Promise<void> {
  const troubled = await runLongWork('正在核对佐证材料', (signal) => client.evidence.verify({ planId }, { signal }));
  if (!troubled) return;
  if (troubled.length === 0) return showNotice('佐证材料都完好');
  const names = troubled.map(({ catalogueNumber, title }) => `${catalogueNumber} ${title}`).join('、');
  showNotice(`有 ${troubled.length} 份佐证材料缺失或被改动`, names);
}

/** Copies the data file to another place, with its evidence or not. */
export async function copyDataFileTo(withEvidence: boolean): Promise<boolean> {
  try {
    const target = await getShell().pickSaveFile({ purpose: 'data-file', suggestedName: '责任矩阵.db' });
    if (!target) return false;
    const copied = await runLongWork('正在复制数据文件', (signal) =>
      client.evidence.copyDataFile({ file: target.ticket, withEvidence }, { signal }),
    );
    if (!copied) return false;
    const left = copied.troubled.length;
    showNotice(
      `已复制到“${copied.fileName}”${copied.copied > 0 ? `，带上 ${copied.copied} 份佐证材料` : ''}`,
      left === 0
        ? ''
        : `没有带上 ${left} 份佐证材料：${copied.troubled.slice(0, 5).join('、')}${left > 5 ? ' 等' : ''}`,
      { label: '打开文件夹', run: () => void revealFile(target.ticket) },
    );
    return true;
  } catch (reason) {
    showError(toAppError(reason));
    return false;
  }
}
