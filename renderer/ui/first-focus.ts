/** What a person fills in. A field that is read-only is looked at, a button in a field's place is not a field. */
const FIELDS = 'input, select, textarea';
const DEFAULT_BUTTON = '.modal-foot .button-main:enabled';

/**
 * Where the cursor stands when a dialog opens, as in the dialogs of Windows: in the first field; without one, on the
 * default button; else on the first button there is. Never on the cross.
 */
export function firstFocus(dialog: HTMLElement): HTMLElement {
  const body = dialog.querySelector<HTMLElement>('.modal-body');
  const fields = [...(body?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])].filter(isFilledIn);
  const [first] = fields;
  // A group of radio buttons is entered where it stands.
  const chosen = first?.type === 'radio' ? fields.find((field) => field.name === first.name && field.checked) : first;
  return (
    chosen ??
    defaultButton(dialog) ??
    body?.querySelector<HTMLElement>('button:enabled') ??
    dialog.querySelector<HTMLElement>('.modal-foot button:enabled') ??
    dialog
  );
}

/** The button that Enter in a field presses. */
export function defaultButton(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector<HTMLElement>(DEFAULT_BUTTON);
}

function isFilledIn(field: HTMLInputElement): boolean {
  return !field.disabled && !field.readOnly && field.tabIndex >= 0 && field.getClientRects().length > 0;
}

const homes = new Set<() => HTMLElement | null>();

/**
 * Names where the cursor lives while no dialog is open: the cell of the sheet on show, the list of a screen.
 *
 * @param find answers `null` while its screen is not in front
 */
export function addFocusHome(find: () => HTMLElement | null): void {
  homes.add(find);
}

function home(): HTMLElement | null {
  for (const find of homes) {
    const found = find();
    if (found) return found;
  }
  return null;
}

/**
 * Where the cursor goes when a dialog closes: into the dialog that is still open; else to the cell the clerk was in, also when a
 * button of the bar had opened it; without a cell, to what had it before.
 *
 * @param before what had the focus when the dialog opened
 * @param closed the dialog that closes
 */
export function focusAfter(before: Element | null, closed: HTMLElement | null = null): HTMLElement | null {
  const opener = before instanceof HTMLElement && before.isConnected ? before : null;
  // The uppermost dialog that is still open keeps the cursor, also when the opener went with what was done: never a
  // dialog below it, never the cells behind.
  const open = [...document.querySelectorAll<HTMLElement>('.modal')].filter((each) => each !== closed).at(-1);
  if (!open) return home() ?? opener;
  const { activeElement } = document;
  if (opener && open.contains(opener)) return opener;
  return activeElement instanceof HTMLElement && open.contains(activeElement) ? activeElement : firstFocus(open);
}

/**
 * For what is opened to type into: until it has the cursor (the first time its code is still to come), what a fast hand
 * types must not land in the cell the cursor stands on.
 */
export function leaveCell(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
