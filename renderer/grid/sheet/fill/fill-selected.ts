import { fillChanges, type RoleChange } from '#renderer/grid/matrix/fill-roles.ts';
import { areasOf } from '../selection/selection.ts';
import { shownSheet, useGridSelection } from '../selection/selection-store.ts';
import { fillDown, fillRight } from './fill.ts';

/** What Ctrl+D or Ctrl+R means for what is selected now; what it changes is worked out when it is asked for. */
export function selectedFill(way: 'down' | 'right'): () => Iterable<RoleChange> {
  const { sheet, selection } = useGridSelection.getState();
  const fills = selection ? areasOf(selection).map(way === 'down' ? fillDown : fillRight) : [];
  return function* () {
    for (const fill of fills) if (fill) yield* fillChanges(shownSheet(sheet), fill);
  };
}
