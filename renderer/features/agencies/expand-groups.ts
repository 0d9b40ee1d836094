import { currentView, toggleGroups } from '#renderer/view/view-state.ts';
import { matrixShown } from '../../state/queries.ts';
import { openDialog } from '../../state/window-state.ts';
import { showNotice } from '../../ui/toasts.ts';

/** Shows what members of group agencies owe through them, or hides it again; without members it says how to get some. */
export function expandGroups(): void {
  const agencies = matrixShown()?.overview.agencies ?? [];
  toggleGroups();
  if (!currentView().groupsExpanded || agencies.some((agency) => agency.members.length > 0)) return;
  const group = agencies.find((agency) => agency.kind === 'group');
  showNotice('集体单位还没有成员', '在单位名录里为集体单位选择成员后，成员单位会显示继承的责任。', {
    label: '打开单位名录',
    run: () => openDialog({ kind: 'agencies', agencyId: group?.id ?? null }),
  });
}
