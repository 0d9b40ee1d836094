import { useDeferredValue, useMemo } from 'react';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { figuresOf } from '#renderer/grid/matrix/selection-figures.ts';
import { areasOf, isSingle } from '#renderer/grid/sheet/selection/selection.ts';
import { useMatrixView } from '#renderer/view/view-state.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';

/** Counts and sums of what is selected; nothing for a single cell. It may lag behind a fast hand by a frame. */
export function SelectionStatus() {
  const selection = useDeferredValue(matrixStore.use((state) => state.selection));
  const sheet = useDeferredValue(matrixStore.use((state) => state.sheet));
  const withPercent = useMatrixView((view) => view.kind === 'progress');
  const figures = useMemo(
    () => (selection && !isSingle(selection) ? figuresOf(sheet, areasOf(selection), withPercent) : null),
    [selection, sheet, withPercent],
  );
  if (!figures) return null;
  const { count, roles, numbers } = figures;
  return (
    <span className="status-selection" data-testid="status-selection">
      <span>计数 {count}</span>
      {ROLES.filter((role) => roles[role] > 0).map((role) => (
        <span key={role} title={`选中的${ROLE_LABELS[role]}`}>
          {ROLE_MARKS[role]} {roles[role]}
        </span>
      ))}
      {numbers ? (
        <>
          <span>求和 {numbers.sum}</span>
          <span>平均 {Number(numbers.average.toFixed(2))}</span>
        </>
      ) : null}
    </span>
  );
}
