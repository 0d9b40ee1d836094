import type { RowDragEndEvent, RowDragMoveEvent } from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { MatrixActions, RowPlace } from './matrix-actions.ts';
import { tasksSelected } from './selected-cells.ts';

type Drag = RowDragMoveEvent<MatrixRow> | RowDragEndEvent<MatrixRow>;

/** Dragging rows by the grip beside their number: a line shows the place, letting go moves the rows there as one step. */
export function rowDragEvents(actions: MatrixActions) {
  return {
    onRowDragMove(event: Drag): void {
      const target = targetOf(event);
      event.api.setRowDropPositionIndicator(
        target ? { row: target.row, dropIndicatorPosition: target.below ? 'below' : 'above' } : null,
      );
    },
    onRowDragLeave({ api }: Pick<Drag, 'api'>): void {
      api.setRowDropPositionIndicator(null);
    },
    onRowDragEnd(event: Drag): void {
      event.api.setRowDropPositionIndicator(null);
      const dragged = event.node.data;
      const place = placeOf(event);
      if (dragged?.kind !== 'task' || !place) return;
      const selected = tasksSelected();
      const taskIds = selected.includes(dragged.task.id) ? selected : [dragged.task.id];
      const beside = 'before' in place ? place.before : 'after' in place ? place.after : null;
      if (beside === null || !taskIds.includes(beside)) actions.onMoveRows(taskIds, place);
    },
  };
}

function targetOf({ overNode, y }: Drag) {
  if (!overNode || overNode.rowTop === null) return null;
  // Under a heading means at the top of its section.
  const below = overNode.data?.kind === 'section' || y > overNode.rowTop + (overNode.rowHeight ?? 0) / 2;
  return { row: overNode, below };
}

function placeOf(event: Drag): RowPlace | null {
  const target = targetOf(event);
  const over = target?.row.data;
  if (!target || !over) return null;
  if (over.kind === 'task') return target.below ? { after: over.task.id } : { before: over.task.id };
  const first = event.api.getDisplayedRowAtIndex((target.row.rowIndex ?? 0) + 1)?.data;
  return first?.kind === 'task' && !over.folded ? { before: first.task.id } : { endOf: over.sectionId };
}
