import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { spokenWords } from '#renderer/grid/matrix/cell-words.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';

/**
 * Gives a cell its words when it takes the focus: a screen reader says 县公安局，第5项，牵头，逾期未报 where the eye sees
 * a sign. On focus only: thousands of labels that nobody hears would be painted for nothing.
 */
export function useCellVoice(
  api: GridApi<MatrixRow> | null,
  frame: RefObject<HTMLElement | null>,
  agencies: readonly AgencyView[],
): void {
  useEffect(() => {
    const grid = frame.current;
    if (!api || !grid) return;
    const onFocusIn = ({ target }: FocusEvent): void => {
      const cell = target instanceof HTMLElement && target.matches('.cell-mark') ? target : null;
      const rowId = cell?.closest('[row-id]')?.getAttribute('row-id');
      const agencyId = agencyOfColumn(cell?.getAttribute('col-id') ?? '');
      const agency = agencies.find((candidate) => candidate.id === agencyId);
      if (cell && rowId && agency) cell.setAttribute('aria-label', spokenWords(api.getRowNode(rowId)?.data, agency));
    };
    const onFocusOut = ({ target }: FocusEvent): void => {
      // The cell may hold another role when it is reached again.
      if (target instanceof HTMLElement && target.matches('.cell-mark')) target.removeAttribute('aria-label');
    };
    grid.addEventListener('focusin', onFocusIn, true);
    grid.addEventListener('focusout', onFocusOut, true);
    return () => {
      grid.removeEventListener('focusin', onFocusIn, true);
      grid.removeEventListener('focusout', onFocusOut, true);
    };
  }, [api, frame, agencies]);
}
