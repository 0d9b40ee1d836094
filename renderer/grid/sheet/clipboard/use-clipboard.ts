import { type RefObject, useEffect } from 'react';
import { AppError } from '#shared/errors.ts';
import { choose } from '../selection/cursor.ts';
import type { Area } from '../selection/geometry.ts';
import { areasOf, type Selection } from '../selection/selection.ts';
import type { SheetActions } from '../sheet-actions.ts';
import type { SheetApi } from '../sheet-api.ts';
import { type GridSheet, perform } from '../sheet-model.ts';
import { copiedBlock } from './copied-block.ts';
import { readHtmlTable, toHtmlTable } from './html-table.ts';
import { parseTsv, toTsv } from './tsv.ts';

/** Copied cells beyond this number are given as text only. */
const TABLE_MAX_CELLS = 100_000;

/**
 * Copy, cut and paste of what is selected, by the page's own clipboard events: keys, menu and other programs all come
 * through them. Text fields and open editors keep theirs (pitfall 5).
 */
export function useClipboard(
  api: SheetApi | null,
  frame: RefObject<HTMLElement | null>,
  sheet: GridSheet,
  onProblem: SheetActions['onProblem'],
): void {
  useEffect(() => {
    const grid = frame.current;
    if (!api || !grid) return;
    const { model, store } = sheet;
    /** What lies on the clipboard from here; `cut` moves when it is pasted. */
    let taken: { readonly text: string; readonly cut: boolean } | null = null;

    const onTake = (event: ClipboardEvent): void => {
      const { sheet: shown, selection } = store.getState();
      if (!selection || !event.clipboardData || !isMeant(grid)) return;
      event.preventDefault();
      const areas = areasOf(selection);
      const block = copiedBlock(shown, areas, ({ rows, columns }, { row, column }) => {
        const there = rows[row];
        return there ? model.textOf(there, columns[column] ?? '') : '';
      });
      if (!block) {
        onProblem(new AppError('COPY_SHAPES_DIFFER'));
        return;
      }
      const text = toTsv(block);
      event.clipboardData.setData('text/plain', text);
      // A whole large matrix goes as text: as a table it would be a hundred times its size.
      if (block.length * (block[0]?.length ?? 0) <= TABLE_MAX_CELLS) {
        event.clipboardData.setData('text/html', toHtmlTable(block));
      }
      taken = { text, cut: event.type === 'cut' };
      store.putClipped(areas);
    };

    const onPaste = (event: ClipboardEvent): void => {
      const { selection, clipped } = store.getState();
      if (!selection || !event.clipboardData || !isMeant(grid)) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      const ours = taken !== null && sameText(taken.text, text);
      const moved = ours && taken?.cut ? clipped : [];
      const block = (ours ? undefined : readHtmlTable(event.clipboardData.getData('text/html'))) ?? parseTsv(text);
      const order = { kind: 'paste', block, areas: areasOf(selection), cutFrom: moved } as const;
      void perform(sheet, order, (plan) => {
        if (plan.kind !== 'write') return;
        choose(api, store, pastedOver(selection, plan.areas), null);
        if (moved.length > 0) store.putClipped([]);
      });
    };

    document.addEventListener('copy', onTake);
    document.addEventListener('cut', onTake);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onTake);
      document.removeEventListener('cut', onTake);
      document.removeEventListener('paste', onPaste);
    };
  }, [api, frame, sheet, onProblem]);
}

/** The page tells a clipboard event to the focused element only if that takes text, else to the body. */
function isMeant(grid: HTMLElement): boolean {
  const focused = document.activeElement;
  return grid.contains(focused) && !(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement);
}

/** Windows gives line ends back in its own way. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

/** As in a worksheet, what was pasted is selected afterwards. */
function pastedOver(selection: Selection, areas: readonly Area[]): Selection {
  const [area] = areas;
  if (areas.length !== 1 || !area) return selection;
  const anchor = { row: area.top, column: area.left };
  return { ranges: [{ anchor, head: { row: area.bottom, column: area.right } }], active: anchor };
}
