import { client } from '../../bridge/client.ts';
import { openDialog } from '../../state/window-state.ts';
import { showNotice } from '../../ui/toasts.ts';

/** Once after the start: a data file that was carried elsewhere without its evidence says so. */
export async function tellMissingEvidence(): Promise<void> {
  // What cannot be asked now is told by the list of evidence itself.
  const found = await client.evidence.overview({}).catch(() => null);
  if (found === null || found.troubled.length === 0) return;
  showNotice(
    `有 ${found.troubled.length} 份佐证材料不在数据文件旁边，或被改动`,
    `应在“${found.folder}”文件夹里。请从原来的电脑上把它复制到数据文件旁边。`,
    { label: '查看', run: () => openDialog({ kind: 'evidence' }) },
  );
}
