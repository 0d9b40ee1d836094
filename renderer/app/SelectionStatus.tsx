import { useDeferredValue, useMemo } from 'react';
import { ledgerFigures } from '#renderer/grid/ledger/ledger-figures.ts';
import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { figuresOf, type SelectionFigures } from '#renderer/grid/matrix/selection-figures.ts';
import { areasOf, isSingle } from '#renderer/grid/sheet/selection/selection.ts';
import { useMatrixView } from '#renderer/view/view-state.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { useScreen } from '../state/screen.ts';

/** Counts and sums of what is selected in the screen in front; nothing for a single cell. */
export function SelectionStatus() {
  const screen = useScreen();
  switch (screen) {
    case 'matrix':
      return <MatrixFigures />;
    case 'ledger':
      return <LedgerFigures />;
    case 'returns':
    case 'duties':
    case 'reminders':
    case 'statistics':
    case 'pages':
      return null;
  }
}

/** It may lag behind a fast hand by a frame. */
function MatrixFigures() {
  const selection = useDeferredValue(matrixStore.use((state) => state.selection));
  const sheet = useDeferredValue(matrixStore.use((state) => state.sheet));
  const withPercent = useMatrixView((view) => view.kind === 'progress');
  const figures = useMemo(
    () => (selection && !isSingle(selection) ? figuresOf(sheet, areasOf(selection), withPercent) : null),
    [selection, sheet, withPercent],
  );
  return figures ? <Figures {...figures} /> : null;
}

function LedgerFigures() {
  const selection = useDeferredValue(ledgerStore.use((state) => state.selection));
  const sheet = useDeferredValue(ledgerStore.use((state) => state.sheet));
  const figures = useMemo(
    () => (selection && !isSingle(selection) ? ledgerFigures(sheet, areasOf(selection)) : null),
    [selection, sheet],
  );
  return figures ? <Figures {...figures} roles={null} /> : null;
}

type FiguresProps = Omit<SelectionFigures, 'roles'> & { readonly roles: SelectionFigures['roles'] | null };

function Figures({ count, roles, numbers }: FiguresProps) {
  return (
    <span className="status-selection" data-testid="status-selection">
      <span>计数 {count}</span>
      {roles &&
        ROLES.filter((role) => roles[role] > 0).map((role) => (
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
