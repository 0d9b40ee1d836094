import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import { assertNever } from '#shared/assert-never.ts';
import { type CellKeyMeaning, type EditorState, type KeyPress, meaningOfCellKey } from './cell-keys.ts';
import { selectedFill } from './fill/fill-selected.ts';
import { choose, groundOf } from './selection/cursor.ts';
import { moved, nextSpot } from './selection/moves.ts';
import {
  advanceWithin,
  areasOf,
  extendTo,
  isSingle,
  lastRange,
  type Selection,
  type Step,
  selectRange,
  selectSpot,
} from './selection/selection.ts';
import type { SheetStore } from './selection/selection-store.ts';
import { type SheetRow, sheetSize } from './selection/sheet.ts';
import type { CellSpot, SheetActions } from './sheet-actions.ts';
import type { SheetApi } from './sheet-api.ts';
import { type GridSheet, perform } from './sheet-model.ts';
import { TextEditor } from './text-editor.ts';

/** What the grid tells of a key. Written out, so that the keys of a grid with headings among its rows pass for it. */
type KeyEvent = Pick<SuppressKeyboardEventParams, 'event' | 'editing' | 'column'> & {
  readonly api: SheetApi;
  readonly data: SheetRow | undefined;
};

/**
 * The keys of a chosen cell.
 *
 * @returns asked before the grid handles a key; `true` means it was handled here
 */
export function gridKeys(sheet: GridSheet, actions: SheetActions): (key: KeyEvent) => boolean {
  const { model, store } = sheet;
  /** The column Tab set out from; Enter returns to it. */
  let tabbedFrom: number | null = null;

  const advance = (api: SheetApi, selection: Selection, step: Step): boolean => {
    if (!isSingle(selection)) {
      choose(api, store, advanceWithin(selection, step));
      return true;
    }
    const from = selection.active;
    const sideways = step === 'right' || step === 'left';
    const column = sideways ? from.column : (tabbedFrom ?? from.column);
    const next = nextSpot({ row: from.row, column }, step, groundOf(api, sheet));
    if (!next) return false;
    const origin = sideways ? (tabbedFrom ?? from.column) : null;
    choose(api, store, selectSpot(next));
    tabbedFrom = origin;
    return true;
  };

  const enterInAll = (key: KeyEvent, selection: Selection): void => {
    const editor = key.api.getCellEditorInstances()[0];
    if (!editor) return;
    const inAll = model.entersInAll(key.column.getColId());
    const text = String(editor.getValue() ?? '');
    key.api.stopEditing(inAll);
    if (inAll) void perform(sheet, { kind: 'text', areas: areasOf(selection), text });
  };

  const act = (meaning: CellKeyMeaning, key: KeyEvent, selection: Selection): boolean => {
    const { api } = key;
    const columnId = key.column.getColId();
    switch (meaning.kind) {
      case 'composing':
      case 'command':
        return true;
      case 'advance': {
        const editing = key.editing;
        api.stopEditing();
        return advance(api, selection, meaning.step) || editing;
      }
      case 'move':
        api.stopEditing();
        move(api, sheet, selection, meaning);
        return true;
      case 'select':
        selectWhole(api, store, selection, meaning.what);
        return true;
      case 'fill':
        void perform(sheet, selectedFill(store, meaning.way));
        return true;
      case 'enter-in-all':
        enterInAll(key, selection);
        return true;
      case 'clear':
        void perform(sheet, { kind: 'clear', areas: areasOf(selection) });
        return true;
      case 'menu':
      case 'choices': {
        const spot = cellSpot(key);
        if (spot) actions.onCellMenu(spot, meaning.kind);
        return true;
      }
      case 'progress':
        if (key.data) actions.onDetail(key.data.id, columnId);
        return true;
      case 'today': {
        const today = model.stampOf(columnId);
        const focused = api.getFocusedCell();
        if (today === null || !focused) return false;
        api.startEditingCell({ rowIndex: focused.rowIndex, colKey: focused.column, key: today });
        return true;
      }
      case 'cancel':
        store.putClipped([]);
        return true;
      default:
        return assertNever(meaning);
    }
  };

  const toldReadOnly = ({ event, column }: KeyEvent, editor: EditorState): boolean => {
    const columnId = column.getColId();
    if (editor !== 'closed' || !opensEditor(event) || model.typing(columnId) !== 'refused') return false;
    actions.onReadOnly(columnId);
    return true;
  };

  return (key) => {
    const editor = editorState(key);
    const meaning = meaningOfCellKey(key.event, editor);
    if (meaning?.kind === 'composing' || meaning?.kind === 'command') return true;
    const { selection } = store.getState();
    if (!selection || !key.data || !model.isRow(key.data)) return false;
    const handled = meaning === undefined ? toldReadOnly(key, editor) : act(meaning, key, selection);
    if (handled) key.event.preventDefault();
    if (meaning !== undefined && meaning.kind !== 'advance') tabbedFrom = null;
    return handled;
  };
}

function editorState({ api, editing }: KeyEvent): EditorState {
  if (!editing) return 'closed';
  const editor = api.getCellEditorInstances()[0];
  return editor instanceof TextEditor && editor.startedByTyping ? 'typed' : 'opened';
}

/** A key with which the grid would open an editor. */
function opensEditor({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return key === 'F2' || (key.length === 1 && !ctrlKey && !metaKey && !altKey);
}

/** Where the menu opens that was asked for by a key: below the cell. */
function cellSpot({ api, column, data, event }: KeyEvent): CellSpot | undefined {
  api.ensureColumnVisible(column);
  const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
  const box = cell?.getBoundingClientRect();
  return data && box && { rowId: data.id, columnId: column.getColId(), x: box.left + 12, y: box.bottom };
}

function move(
  api: SheetApi,
  sheet: GridSheet,
  selection: Selection,
  { move: how, extend }: Extract<CellKeyMeaning, { kind: 'move' }>,
): void {
  const from = extend ? lastRange(selection).head : selection.active;
  const to = moved(from, how, groundOf(api, sheet));
  choose(api, sheet.store, extend ? extendTo(selection, to) : selectSpot(to), to);
}

function selectWhole(api: SheetApi, store: SheetStore, selection: Selection, what: 'all' | 'row' | 'column'): void {
  const { rows, columns } = sheetSize(store.getState().sheet);
  const { anchor, head } = lastRange(selection);
  const byRow = what !== 'column';
  const byColumn = what !== 'row';
  choose(
    api,
    store,
    selectRange(
      { row: byColumn ? 0 : anchor.row, column: byRow ? 0 : anchor.column },
      { row: byColumn ? rows - 1 : head.row, column: byRow ? columns - 1 : head.column },
      selection.active,
    ),
    null,
  );
}
