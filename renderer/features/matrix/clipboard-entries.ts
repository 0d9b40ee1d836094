import { toAppError } from '../../bridge/app-error.ts';
import { getShell } from '../../bridge/shell.ts';
import type { MenuEntry } from '../../ui/PointMenu.tsx';
import { showError } from '../../ui/toasts.ts';

/**
 * Cut, copy and paste: their keys belong to the grid, the menu is for those who look for them.
 *
 * @param focusedCell the cell that is cut, copied or pasted into
 */
export function clipboardEntries(focusedCell: () => HTMLElement | null): readonly MenuEntry[] {
  const edit = (action: 'cut' | 'copy' | 'paste', label: string, hint: string): MenuEntry => ({
    id: `edit-${action}`,
    label,
    hint,
    run: () => {
      // The menu gives the focus back first: what has the focus is what is cut, copied or pasted into.
      requestAnimationFrame(() => {
        focusedCell()?.focus();
        getShell()
          .editAtCursor({ action })
          .catch((reason: unknown) => showError(toAppError(reason)));
      });
    },
  });
  return [edit('cut', '剪切', 'Ctrl+X'), edit('copy', '复制', 'Ctrl+C'), edit('paste', '粘贴', 'Ctrl+V')];
}
