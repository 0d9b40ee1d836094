import { fillChanges, fillDown, fillRight } from '../../grid/fill/fill.ts';
import { areasOf } from '../../grid/selection/selection.ts';
import { useGridSelection } from '../../grid/selection/selection-store.ts';
import { setRoles } from '../../state/set-roles.ts';

/** Fills the selection as Ctrl+D and Ctrl+R do, for those who look for it in the menu. */
export function fillSelection(way: 'down' | 'right'): void {
  const { sheet, selection } = useGridSelection.getState();
  const fills = selection ? areasOf(selection).map(way === 'down' ? fillDown : fillRight) : [];
  void setRoles(fills.flatMap((fill) => (fill ? fillChanges(sheet, fill) : [])));
}
