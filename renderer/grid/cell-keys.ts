/** What a key means on a chosen cell of the matrix, beside what the grid itself does with it. */
export type CellKeyMeaning = 'composing' | 'clear' | 'menu' | 'progress';

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/** Key code browsers report while an input method handles the key. */
const IME_KEY_CODE = 229;

/**
 * @param editing whether the cell's editor is open; then the keys belong to the text, except those of an input method
 * @returns the meaning, or `undefined` to leave the key to the grid
 */
export function meaningOfCellKey(press: KeyPress, editing: boolean): CellKeyMeaning | undefined {
  // Pitfall 23: while words are composed, Enter picks a word and must not commit the cell.
  if (press.isComposing || press.keyCode === IME_KEY_CODE) return 'composing';
  if (editing) return undefined;
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey)) return 'menu';
  if (press.key === 'Enter' && press.altKey) return 'progress';
  const plain = !press.ctrlKey && !press.metaKey && !press.altKey;
  if (plain && (press.key === 'Delete' || press.key === 'Backspace')) return 'clear';
  return undefined;
}
