import type { StepId } from '#shared/domain/ids.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { LAYOUT_FILE_ENDING } from '#shared/domain/layout-views.ts';
import { FILE_NAME_MAX, safeFileName } from '#shared/text/file-name.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { undo } from '../../steps/undo.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { revealFile } from '../exports/reveal-file.ts';

export type KeptLayout = { readonly key: string; readonly stepId: StepId };

/**
 * Keeps an own layout: a new one, or the one of that key under its present name. One step.
 *
 * @returns its key and the step; `null` when it was refused, which has been shown
 */
export async function saveLayout(def: LayoutDef, key: string | null): Promise<KeptLayout | null> {
  let kept: string | null = null;
  const outcome = await runStep(async () => {
    const report = await client.layout.save({ def, ...(key === null ? {} : { key }) });
    kept = report.key;
    return report;
  });
  if (!succeeded(outcome) || kept === null) return null;
  return { key: kept, stepId: outcome.stepId };
}

/** Removes an own layout, and offers to bring it back. One step. */
export async function removeLayout(key: string, name: string): Promise<boolean> {
  const outcome = await runStep(() => client.layout.remove({ key }));
  if (!succeeded(outcome)) return false;
  showNotice('已删除表样', name, { label: '撤销', run: () => void undo(outcome.stepId) });
  return true;
}

/** Asks where to, and writes a layout as a file for another PC. */
export async function writeLayoutFile(def: LayoutDef): Promise<void> {
  try {
    const suggestedName = `${safeFileName(def.name, FILE_NAME_MAX - LAYOUT_FILE_ENDING.length)}${LAYOUT_FILE_ENDING}`;
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const { fileName } = await client.layout.writeFile({ def, file: picked.ticket });
    showNotice('已导出表样文件', fileName, { label: '打开所在文件夹', run: () => void revealFile(picked.ticket) });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/**
 * Asks for a layout file and keeps what is in it as an own layout. One step.
 *
 * @returns its key; `null` when nothing was chosen or it was refused, which has been shown
 */
export async function takeLayoutFile(): Promise<string | null> {
  try {
    const [picked] = await getShell().pickOpenFiles({ purpose: 'layout-file' });
    if (!picked) return null;
    const def = await client.layout.readFile({ file: picked.ticket });
    const kept = await saveLayout(def, null);
    if (kept === null) return null;
    showNotice('已导入表样', def.name, { label: '撤销', run: () => void undo(kept.stepId) });
    return kept.key;
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
}
