/** Puts the keys into what the chosen return brings: its items, or the first field of its question. */
export function focusItems(): void {
  const pane = document.querySelector('.return-pane');
  const target =
    pane?.querySelector<HTMLElement>('.review-rows') ?? pane?.querySelector<HTMLElement>('select, input, button');
  target?.focus();
}

/** Puts the keys into the list of returns. */
export function focusList(): void {
  document.querySelector<HTMLElement>('.return-list .virtual-list')?.focus();
}
