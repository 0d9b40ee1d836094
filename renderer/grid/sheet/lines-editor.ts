import type { ICellEditorParams } from 'ag-grid-community';
import type { SheetRow } from './selection/sheet.ts';
import { type EditorWish, TextEditor } from './text-editor.ts';

/** Taller than this it scrolls, or it would leave the window. */
const HEIGHT_MAX_PX = 260;

/**
 * The editor of a text of several lines: Alt+Enter breaks the line, and it grows downwards over the rows below while
 * it is typed into, as in a worksheet.
 */
export class LinesEditor extends TextEditor {
  override init(params: ICellEditorParams<SheetRow, string> & EditorWish): void {
    super.init(params);
    this.input.classList.add('cell-lines');
    this.input.addEventListener('keydown', (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && event.altKey && !event.isComposing) {
        this.insert(event, '\n');
      }
    });
    this.input.addEventListener('input', () => this.#grow());
  }

  override afterGuiAttached(): void {
    super.afterGuiAttached();
    // As in a worksheet F2 stands behind the text: a long one is gone on with, not replaced.
    if (!this.startedByTyping) this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    this.#grow();
  }

  protected override makeInput(): HTMLTextAreaElement {
    const area = document.createElement('textarea');
    area.rows = 1;
    return area;
  }

  protected override textFor(value: string): string {
    return value;
  }

  #grow(): void {
    const { style } = this.input;
    style.height = 'auto';
    // Its own border is not part of what scrolls.
    const border = this.input.offsetHeight - this.input.clientHeight;
    style.height = `${Math.min(HEIGHT_MAX_PX, this.input.scrollHeight + border)}px`;
  }
}
