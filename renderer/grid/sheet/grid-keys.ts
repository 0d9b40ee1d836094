import type { GridApi, SuppressKeyboardEventParams } from 'ag-grid-community';
import { cellOf } from '#renderer/grid/matrix/cell-words.ts';
import type { MatrixActions } from '#renderer/grid/matrix/matrix-actions.ts';
import { menuSpot } from '#renderer/grid/matrix/menu-spot.ts';
import { placesIn, rolesIn } from '#renderer/grid/matrix/selected-cells.ts';
import { agencyOfColumn } from '#renderer/view/column-ids.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import { assertNever } from '#shared/assert-never.ts';
import { type CellKeyMeaning, type EditorState, meaningOfCellKey } from './cell-keys.ts';
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
import { putClipped, shownSheet, useGridSelection } from './selection/selection-store.ts';
import { sheetSize } from './selection/sheet.ts';
import { TextEditor } from './text-editor.ts';

type KeyEvent = SuppressKeyboardEventParams<MatrixRow>;

/**
 * The keys of a chosen cell.
 *
 * @returns asked before the grid handles a key; `true` means it was handled here
 */
export function gridKeys(actions: MatrixActions): (key: KeyEvent) => boolean {
  /** The column Tab set out from; Enter returns to it. */
  let tabbedFrom: number | null = null;

  const advance = (api: GridApi<MatrixRow>, selection: Selection, step: Step): boolean => {
    if (!isSingle(selection)) {
      choose(api, advanceWithin(selection, step));
      return true;
    }
    const from = selection.active;
    const sideways = step === 'right' || step === 'left';
    const column = sideways ? from.column : (tabbedFrom ?? from.column);
    const next = nextSpot({ row: from.row, column }, step, groundOf(api));
    if (!next) return false;
    const origin = sideways ? (tabbedFrom ?? from.column) : null;
    choose(api, selectSpot(next));
    tabbedFrom = origin;
    return true;
  };

  const act = (meaning: CellKeyMeaning, key: KeyEvent, selection: Selection): boolean => {
    const { api } = key;
    const { sheet } = useGridSelection.getState();
    const areas = areasOf(selection);
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
        move(api, selection, meaning);
        return true;
      case 'select':
        selectWhole(api, selection, meaning.what);
        return true;
      case 'fill':
        actions.onChange(selectedFill(meaning.way));
        return true;
      case 'enter-in-all': {
        const editor = api.getCellEditorInstances()[0];
        if (!editor) return true;
        const isTitle = agencyOfColumn(key.column.getColId()) === null;
        const text = String(editor.getValue() ?? '');
        // A title is entered where it was typed: the same title for several tasks helps no one.
        api.stopEditing(!isTitle);
        if (isTitle) return true;
        actions.onText(() => placesIn(shownSheet(sheet), areas), text);
        return true;
      }
      case 'clear':
        actions.onText(() => rolesIn(shownSheet(sheet), areas), '');
        return true;
      case 'menu':
      case 'choices': {
        const spot = menuSpot(key);
        if (spot) actions.onMenu(spot);
        return true;
      }
      case 'progress': {
        const agencyId = agencyOfColumn(key.column.getColId());
        if (agencyId !== null && key.data?.kind === 'task' && cellOf(key.data, agencyId)) {
          actions.onProgress(key.data.task.id, agencyId);
        }
        return true;
      }
      case 'cancel':
        putClipped([]);
        return true;
      default:
        return assertNever(meaning);
    }
  };

  return (key) => {
    const meaning = meaningOfCellKey(key.event, editorState(key));
    if (meaning === undefined) return false;
    if (meaning.kind === 'composing' || meaning.kind === 'command') return true;
    const { selection } = useGridSelection.getState();
    if (!selection || key.data?.kind !== 'task') return false;
    const handled = act(meaning, key, selection);
    if (handled) key.event.preventDefault();
    if (meaning.kind !== 'advance') tabbedFrom = null;
    return handled;
  };
}

function editorState({ api, editing }: KeyEvent): EditorState {
  if (!editing) return 'closed';
  const editor = api.getCellEditorInstances()[0];
  return editor instanceof TextEditor && editor.startedByTyping ? 'typed' : 'opened';
}

function move(
  api: GridApi<MatrixRow>,
  selection: Selection,
  { move: how, extend }: Extract<CellKeyMeaning, { kind: 'move' }>,
): void {
  const from = extend ? lastRange(selection).head : selection.active;
  const to = moved(from, how, groundOf(api));
  choose(api, extend ? extendTo(selection, to) : selectSpot(to), to);
}

function selectWhole(api: GridApi<MatrixRow>, selection: Selection, what: 'all' | 'row' | 'column'): void {
  const { rows, columns } = sheetSize(useGridSelection.getState().sheet);
  const { anchor, head } = lastRange(selection);
  const byRow = what !== 'column';
  const byColumn = what !== 'row';
  choose(
    api,
    selectRange(
      { row: byColumn ? 0 : anchor.row, column: byRow ? 0 : anchor.column },
      { row: byColumn ? rows - 1 : head.row, column: byRow ? columns - 1 : head.column },
      selection.active,
    ),
    null,
  );
}
