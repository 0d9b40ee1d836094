import { describe, expect, it } from 'vitest';
import { type KeyPress, meaningOfCellKey } from '#renderer/grid/sheet/cell-keys.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    keyCode: 0,
    isComposing: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  };
}

const step = (way: string, extend = false) => ({ kind: 'move', move: { by: 'step', step: way }, extend });

describe('keys on a cell', () => {
  it('belong to the input method while it composes, in the editor too', () => {
    expect(meaningOfCellKey(press('Enter', { isComposing: true }), 'typed')).toEqual({ kind: 'composing' });
    expect(meaningOfCellKey(press('Process', { keyCode: 229 }), 'closed')).toEqual({ kind: 'composing' });
  });

  it('Delete and Backspace clear, but only delete letters in the editor', () => {
    expect(meaningOfCellKey(press('Delete'), 'closed')).toEqual({ kind: 'clear' });
    expect(meaningOfCellKey(press('Backspace'), 'closed')).toEqual({ kind: 'clear' });
    expect(meaningOfCellKey(press('Backspace'), 'typed')).toBeUndefined();
  });

  it('the menu key and Shift+F10 open the menu, F10 alone does not; Alt+↓ shows the choices', () => {
    expect(meaningOfCellKey(press('ContextMenu'), 'closed')).toEqual({ kind: 'menu' });
    expect(meaningOfCellKey(press('F10', { shiftKey: true }), 'closed')).toEqual({ kind: 'menu' });
    expect(meaningOfCellKey(press('F10'), 'closed')).toBeUndefined();
    expect(meaningOfCellKey(press('ArrowDown', { altKey: true }), 'closed')).toEqual({ kind: 'choices' });
  });

  it('letters and F2 are left to the grid, which opens the editor', () => {
    for (const key of ['1', 'q', 'F2']) expect(meaningOfCellKey(press(key), 'closed')).toBeUndefined();
  });

  it('Alt+Enter opens the progress, and is a letter of the text in the editor', () => {
    expect(meaningOfCellKey(press('Enter', { altKey: true }), 'closed')).toEqual({ kind: 'progress' });
    expect(meaningOfCellKey(press('Enter', { altKey: true }), 'opened')).toBeUndefined();
  });

  it('Ctrl+; is today, and Ctrl+PgDn turns to the next sheet, from the editor too', () => {
    expect(meaningOfCellKey(press(';', { ctrlKey: true }), 'closed')).toEqual({ kind: 'today' });
    expect(meaningOfCellKey(press(';', { ctrlKey: true }), 'opened')).toBeUndefined();
    expect(meaningOfCellKey(press('PageDown', { ctrlKey: true }), 'closed')).toEqual({ kind: 'command' });
    expect(meaningOfCellKey(press('PageUp', { ctrlKey: true }), 'typed')).toEqual({ kind: 'command' });
  });

  it('Enter and Tab go on, from the editor too; with Shift they go back', () => {
    expect(meaningOfCellKey(press('Enter'), 'opened')).toEqual({ kind: 'advance', step: 'down' });
    expect(meaningOfCellKey(press('Enter', { shiftKey: true }), 'closed')).toEqual({ kind: 'advance', step: 'up' });
    expect(meaningOfCellKey(press('Tab'), 'typed')).toEqual({ kind: 'advance', step: 'right' });
    expect(meaningOfCellKey(press('Tab', { shiftKey: true }), 'closed')).toEqual({ kind: 'advance', step: 'left' });
  });

  it('arrows leave an editor opened by typing, and move in the text of one opened by F2', () => {
    expect(meaningOfCellKey(press('ArrowLeft'), 'typed')).toEqual(step('left'));
    expect(meaningOfCellKey(press('ArrowLeft'), 'opened')).toBeUndefined();
  });

  it('Shift extends what is selected, Ctrl goes to the edge of the data', () => {
    expect(meaningOfCellKey(press('ArrowDown', { shiftKey: true }), 'closed')).toEqual(step('down', true));
    expect(meaningOfCellKey(press('ArrowDown', { ctrlKey: true, shiftKey: true }), 'closed')).toEqual({
      kind: 'move',
      move: { by: 'edge', step: 'down' },
      extend: true,
    });
    expect(meaningOfCellKey(press('Home', { ctrlKey: true }), 'closed')).toMatchObject({ move: { by: 'sheet-start' } });
    expect(meaningOfCellKey(press('PageDown'), 'closed')).toMatchObject({ move: { by: 'page', step: 'down' } });
  });

  it('whole rows, columns and the whole matrix are selected by their keys', () => {
    const space = { code: 'Space' };
    expect(meaningOfCellKey(press(' ', { ...space, shiftKey: true }), 'closed')).toEqual({
      kind: 'select',
      what: 'row',
    });
    expect(meaningOfCellKey(press(' ', { ...space, ctrlKey: true }), 'closed')).toMatchObject({ what: 'column' });
    expect(meaningOfCellKey(press('a', { ctrlKey: true }), 'closed')).toEqual({ kind: 'select', what: 'all' });
    expect(meaningOfCellKey(press('a', { ctrlKey: true }), 'opened')).toBeUndefined();
  });

  it('Ctrl+D and Ctrl+R fill, Ctrl+Enter enters what was typed everywhere, Esc cancels', () => {
    expect(meaningOfCellKey(press('d', { ctrlKey: true }), 'closed')).toEqual({ kind: 'fill', way: 'down' });
    expect(meaningOfCellKey(press('R', { ctrlKey: true }), 'closed')).toEqual({ kind: 'fill', way: 'right' });
    expect(meaningOfCellKey(press('Enter', { ctrlKey: true }), 'typed')).toEqual({ kind: 'enter-in-all' });
    expect(meaningOfCellKey(press('Escape'), 'closed')).toEqual({ kind: 'cancel' });
    expect(meaningOfCellKey(press('Escape'), 'typed')).toBeUndefined();
  });
});
