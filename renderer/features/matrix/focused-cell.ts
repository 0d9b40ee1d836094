/** The cell of the sheet on show that the cursor is in, also while something over the sheet has the focus. */
export function focusedCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.screen[data-front="true"] .ag-cell-focus');
}
