import type { Move } from './selection/moves.ts';
import type { Step } from './selection/selection.ts';

/** What a key means on a chosen cell of a sheet. */
export type CellKeyMeaning =
  /** An input method has the key. */
  | { readonly kind: 'composing' }
  /** A command of the window, which hears the key itself. */
  | { readonly kind: 'command' }
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** Enter and Tab: on to the next cell, also from an open editor. */
  | { readonly kind: 'advance'; readonly step: Step }
  | { readonly kind: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly kind: 'fill'; readonly way: 'down' | 'right' }
  | { readonly kind: 'enter-in-all' | 'clear' | 'menu' | 'choices' | 'progress' | 'today' | 'cancel' };

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/**
 * `closed`: no editor. `typed`: the editor was opened by typing, so that arrows leave it, as in a worksheet.
 * `opened`: by F2 or a double click; arrows move in the text.
 */
export type EditorState = 'closed' | 'typed' | 'opened';

/** Key code browsers report while an input method handles the key. */
const IME_KEY_CODE = 229;

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
};

/** With Ctrl they turn to another sheet, whatever is being typed. */
const PAGE_KEYS: ReadonlySet<string> = new Set(['PageUp', 'PageDown']);

/**
 * @returns the meaning, or `undefined` to leave the key to the grid: letters and F2 open the editor there, and in an
 *   open editor the other keys belong to the text
 */
export function meaningOfCellKey(press: KeyPress, editor: EditorState): CellKeyMeaning | undefined {
  // Pitfall 23: while words are composed, Enter picks a word and must not commit the cell.
  if (press.isComposing || press.keyCode === IME_KEY_CODE) return { kind: 'composing' };
  const ctrl = press.ctrlKey || press.metaKey;
  if (ctrl && PAGE_KEYS.has(press.key)) return { kind: 'command' };
  if (editor === 'closed' && isCommand(press)) return { kind: 'command' };
  if (press.key === 'Enter' && ctrl) return { kind: 'enter-in-all' };
  if (editor === 'closed' && press.key === 'Enter' && press.altKey) return { kind: 'progress' };
  if (press.altKey) return editor === 'closed' && press.key === 'ArrowDown' ? { kind: 'choices' } : undefined;
  if (!ctrl && press.key === 'Enter') return { kind: 'advance', step: press.shiftKey ? 'up' : 'down' };
  if (!ctrl && press.key === 'Tab') return { kind: 'advance', step: press.shiftKey ? 'left' : 'right' };
  if (editor === 'opened') return undefined;
  const arrow = ARROWS[press.key];
  if (editor === 'typed') {
    return arrow && !ctrl && !press.shiftKey
      ? { kind: 'move', move: { by: 'step', step: arrow }, extend: false }
      : undefined;
  }
  const move = arrow ? arrowMove(arrow, ctrl) : pageMove(press.key, ctrl);
  if (move) return { kind: 'move', move, extend: press.shiftKey };
  return ctrl ? ctrlKey(press) : plainKey(press);
}

/** Alt+Shift+↑ and ↓ move rows, Shift+F2 opens the note; the grid would take them for arrows and F2. */
function isCommand({ key, altKey, shiftKey }: KeyPress): boolean {
  return shiftKey && (key === 'F2' || (altKey && (key === 'ArrowUp' || key === 'ArrowDown')));
}

function arrowMove(step: Step, ctrl: boolean): Move {
  return ctrl ? { by: 'edge', step } : { by: 'step', step };
}

function pageMove(key: string, ctrl: boolean): Move | undefined {
  if (key === 'Home') return { by: ctrl ? 'sheet-start' : 'row-start' };
  if (key === 'End') return { by: ctrl ? 'sheet-end' : 'row-end' };
  if (ctrl) return undefined;
  if (key === 'PageDown') return { by: 'page', step: 'down' };
  return key === 'PageUp' ? { by: 'page', step: 'up' } : undefined;
}

function ctrlKey(press: KeyPress): CellKeyMeaning | undefined {
  if (press.code === 'Space') return { kind: 'select', what: press.shiftKey ? 'all' : 'column' };
  if (press.shiftKey) return undefined;
  const letter = press.key.toLowerCase();
  if (letter === 'a') return { kind: 'select', what: 'all' };
  if (letter === ';') return { kind: 'today' };
  if (letter === 'd') return { kind: 'fill', way: 'down' };
  return letter === 'r' ? { kind: 'fill', way: 'right' } : undefined;
}

function plainKey(press: KeyPress): CellKeyMeaning | undefined {
  if (press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey)) return { kind: 'menu' };
  if (press.code === 'Space' && press.shiftKey) return { kind: 'select', what: 'row' };
  if (press.key === 'Delete' || press.key === 'Backspace') return { kind: 'clear' };
  return press.key === 'Escape' ? { kind: 'cancel' } : undefined;
}
