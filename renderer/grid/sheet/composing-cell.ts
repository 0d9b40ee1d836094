/**
 * Lets an input method write into the chosen cell (pitfalls 19 to 21).
 *
 * A browser keeps the input method off while the focus is on something that takes no text, so the first letter of
 * 牵头 typed on a cell would arrive as a bare `q` and open the editor. A cell that can be edited therefore takes text
 * while it has the focus: words are composed in it, and when they are finished the cell's own text is put back and the
 * editor opens with the words; Enter then enters them, as in a worksheet. Single keys without an input method open the
 * editor through the grid, and text that comes without a key (a symbol panel) opens it here.
 *
 * @param grid element around the grid
 * @param canTake whether cells of a column are typed into
 * @param onText told the text to begin editing with; the focused cell says where
 * @returns a function that stops listening
 */
export function listenToComposing(
  grid: HTMLElement,
  canTake: (columnId: string) => boolean,
  onText: (text: string) => void,
): () => void {
  let putBack = (): void => undefined;
  const takesText = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLElement && target.matches('.ag-cell') && canTake(target.getAttribute('col-id') ?? '');
  const listeners = {
    focusin: ({ target }: FocusEvent) => {
      if (takesText(target)) openForComposing(target);
    },
    focusout: ({ target }: FocusEvent) => {
      if (takesText(target)) target.removeAttribute('contenteditable');
    },
    compositionstart: ({ target }: CompositionEvent) => {
      if (takesText(target)) putBack = remembered(target);
    },
    compositionend: ({ target, data }: CompositionEvent) => {
      if (!takesText(target)) return;
      putBack();
      if (data.trim() !== '') onText(data);
    },
    beforeinput: (event: InputEvent) => {
      if (!takesText(event.target) || event.inputType === 'insertCompositionText') return;
      event.preventDefault();
      const text = event.inputType === 'insertText' ? (event.data ?? '') : '';
      if (text !== '') onText(text);
    },
  };
  grid.addEventListener('focusin', listeners.focusin);
  grid.addEventListener('focusout', listeners.focusout);
  grid.addEventListener('compositionstart', listeners.compositionstart);
  grid.addEventListener('compositionend', listeners.compositionend);
  grid.addEventListener('beforeinput', listeners.beforeinput);
  return () => {
    grid.querySelector('.ag-cell[contenteditable]')?.removeAttribute('contenteditable');
    grid.removeEventListener('focusin', listeners.focusin);
    grid.removeEventListener('focusout', listeners.focusout);
    grid.removeEventListener('compositionstart', listeners.compositionstart);
    grid.removeEventListener('compositionend', listeners.compositionend);
    grid.removeEventListener('beforeinput', listeners.beforeinput);
  };
}

/**
 * What stands in a cell before words are composed in it. A cell whose row grows with its text holds elements of the
 * grid's around it, which must be the same ones afterwards.
 *
 * @returns puts it back
 */
function remembered(cell: HTMLElement): () => void {
  const nodes = [...cell.childNodes];
  const holder = cell.querySelector('.ag-cell-value') ?? cell;
  const text = holder.textContent;
  return () => {
    if (holder !== cell) cell.replaceChildren(...nodes);
    holder.textContent = text;
  };
}

/** The caret must stand in the cell, or the input method does not know where to write. */
function openForComposing(cell: HTMLElement): void {
  cell.setAttribute('contenteditable', 'plaintext-only');
  cell.spellcheck = false;
  window.getSelection()?.collapse(cell, 0);
}
