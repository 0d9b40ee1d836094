/**
 * Lets an input method write into the chosen cell (pitfalls 19 to 21).
 *
 * A browser keeps the input method off while the focus is on something that takes no text, so the first letter of
 * 牵头 typed on a cell would arrive as a bare `q` and open the editor. A mark's cell therefore takes text while it
 * has the focus: words are composed in it, handed on when they are finished, and the cell's own text is put back.
 * Single keys without an input method still open the grid's editor, and so does a single character that comes
 * without a key (a symbol panel); nothing stays typed in the cell itself.
 *
 * @param grid element around the grid
 * @param onWords told the composed words; the focused cell says where
 * @param onCharacter told a single character to begin editing with
 * @returns a function that stops listening
 */
export function listenToComposing(
  grid: HTMLElement,
  onWords: (words: string) => void,
  onCharacter: (character: string) => void,
): () => void {
  let textBefore = '';
  const listeners = {
    focusin: ({ target }: FocusEvent) => {
      if (isMarkCell(target)) openForComposing(target);
    },
    focusout: ({ target }: FocusEvent) => {
      if (isMarkCell(target)) target.removeAttribute('contenteditable');
    },
    compositionstart: ({ target }: CompositionEvent) => {
      if (isMarkCell(target)) textBefore = target.textContent;
    },
    compositionend: ({ target, data }: CompositionEvent) => {
      if (!isMarkCell(target)) return;
      target.textContent = textBefore;
      if (data.trim() !== '') onWords(data);
    },
    beforeinput: (event: InputEvent) => {
      if (!isMarkCell(event.target) || event.inputType === 'insertCompositionText') return;
      event.preventDefault();
      const text = event.inputType === 'insertText' ? (event.data ?? '') : '';
      if (text.length === 1) onCharacter(text);
      else if (text.trim() !== '') onWords(text);
    },
  };
  grid.addEventListener('focusin', listeners.focusin);
  grid.addEventListener('focusout', listeners.focusout);
  grid.addEventListener('compositionstart', listeners.compositionstart);
  grid.addEventListener('compositionend', listeners.compositionend);
  grid.addEventListener('beforeinput', listeners.beforeinput);
  return () => {
    grid.removeEventListener('focusin', listeners.focusin);
    grid.removeEventListener('focusout', listeners.focusout);
    grid.removeEventListener('compositionstart', listeners.compositionstart);
    grid.removeEventListener('compositionend', listeners.compositionend);
    grid.removeEventListener('beforeinput', listeners.beforeinput);
  };
}

/** The caret must stand in the cell, or the input method does not know where to write. */
function openForComposing(cell: HTMLElement): void {
  cell.setAttribute('contenteditable', 'plaintext-only');
  cell.spellcheck = false;
  window.getSelection()?.collapse(cell, 0);
}

function isMarkCell(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.classList.contains('cell-mark');
}
