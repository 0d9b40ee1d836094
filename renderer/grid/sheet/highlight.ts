/** A cell, or with no row a column's head, as the grid names it in its DOM. */
export type HighlightPlace = { readonly rowId: string | null; readonly columnId: string };

/** Beyond this many, a rule for each costs more than the eye gains: nobody sees two thousand cells at once. */
const HIGHLIGHT_MAX = 2_000;

/** One sheet of rules over the cells' ids: cells need not be painted anew, and those scrolled in later are lit too. */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/**
 * Lights up cells that were found.
 *
 * @param current the one the clerk stands on, lit more strongly
 */
export function highlightCells(places: readonly HighlightPlace[], current: HighlightPlace | null): void {
  const all = places.slice(0, HIGHLIGHT_MAX).map(selectorOf).join(',');
  const rules = all === '' ? '' : `:is(${all}){background-color:var(--found)}`;
  const one = current
    ? `${selectorOf(current)}{background-color:var(--found-now);box-shadow:inset 0 0 0 2px var(--accent)}`
    : '';
  sheet.replaceSync(rules + one);
}

/** Ids are made by the grid's own functions from numbers and fixed words: nothing in them needs quoting. */
function selectorOf({ rowId, columnId }: HighlightPlace): string {
  return rowId === null
    ? `.sheet-grid .ag-header-cell[col-id="${columnId}"]`
    : `.sheet-grid .ag-row[row-id="${rowId}"] .ag-cell[col-id="${columnId}"]`;
}
