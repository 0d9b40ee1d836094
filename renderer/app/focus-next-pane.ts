const IN_FRONT = '.screen[data-front="true"]';

/** What F6 goes round, and where in each the focus lands: the first of these that is there. */
const PANES: readonly { readonly pane: string; readonly landings: readonly string[] }[] = [
  {
    pane: '.matrix-pane',
    landings: [
      `${IN_FRONT} .returns-keys`,
      `${IN_FRONT} .ag-cell-focus`,
      `${IN_FRONT} .ag-cell.cell-title`,
      `${IN_FRONT} .ag-cell`,
    ],
  },
  { pane: '.panel-pane', landings: ['button:not(:disabled)'] },
  { pane: '.top-bar', landings: ['button:not(:disabled)'] },
];

/** Brings the focus to the next part of the window: in the matrix Tab goes from cell to cell and does not lead out. */
export function focusNextPane(): void {
  const here = PANES.findIndex(({ pane }) => document.querySelector(pane)?.contains(document.activeElement));
  for (let step = 1; step <= PANES.length; step++) {
    const next = PANES[(here + step) % PANES.length];
    const pane = next && document.querySelector(next.pane);
    const landing =
      pane && next.landings.map((one) => pane.querySelector<HTMLElement>(one)).find((one) => one !== null);
    if (landing) {
      landing.focus();
      return;
    }
  }
}
