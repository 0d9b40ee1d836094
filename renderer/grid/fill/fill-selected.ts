import { areasOf } from '../selection/selection.ts';
import { useGridSelection } from '../selection/selection-store.ts';
import { fillChanges, fillDown, fillRight, type RoleChange } from './fill.ts';

/** What Ctrl+D or Ctrl+R changes in what is selected now. */
export function selectedFill(way: 'down' | 'right'): readonly RoleChange[] {
  const { sheet, selection } = useGridSelection.getState();
  const fills = selection ? areasOf(selection).map(way === 'down' ? fillDown : fillRight) : [];
  return fills.flatMap((fill) => (fill ? fillChanges(sheet, fill) : []));
}
