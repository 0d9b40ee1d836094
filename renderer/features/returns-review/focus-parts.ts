/** Puts the keys into what the chosen return brings: its items, or the first field of its question. */
export function focusItems(): void {
  const content = document.querySelector('.return-pane .return-content');
  const target =
    content?.querySelector<HTMLElement>('.review-rows') ??
    content?.querySelector<HTMLElement>('select, input, button:enabled');
  target?.focus();
}

/** Puts the keys into the list of returns. */
export function focusList(): void {
  listOfReturns()?.focus();
}

/** Where the keys go on after a dialog: among the items when they were there, else in the list. */
export function returnsHome(isAmongItems: boolean): HTMLElement | null {
  const items = isAmongItems ? inFront('.return-content .review-rows') : null;
  return items ?? inFront(LIST);
}

const LIST = '.return-list .virtual-list';

function listOfReturns(): HTMLElement | null {
  return document.querySelector<HTMLElement>(LIST);
}

function inFront(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.screen[data-front="true"] ${selector}`);
}
