import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { oneLine } from '#renderer/text/one-line.ts';
import type { SheetRow } from './selection/sheet.ts';

/** Keys that open an editor on the text that stands there. Any other `eventKey` is text, typed or composed. */
const OPENING_KEYS: ReadonlySet<string> = new Set(['Enter', 'F2', 'Backspace', 'Delete']);

/**
 * The editor of a cell. Unlike the grid's own it begins with whole composed words, and knows whether it was opened by
 * typing: then arrow keys leave it, as in a worksheet.
 */
export class TextEditor implements ICellEditorComp<SheetRow, string> {
  private readonly input = document.createElement('input');
  startedByTyping = false;

  init({ value, eventKey }: ICellEditorParams<SheetRow, string>): void {
    this.startedByTyping = eventKey !== null && !OPENING_KEYS.has(eventKey);
    this.input.className = 'cell-input';
    this.input.spellcheck = false;
    this.input.value = this.startedByTyping ? (eventKey ?? '') : oneLine(value ?? '');
  }

  getGui(): HTMLElement {
    return this.input;
  }

  afterGuiAttached(): void {
    this.input.focus();
    // A mark is one sign: opened on it, the next word takes its place.
    if (this.startedByTyping) this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    else this.input.select();
  }

  getValue(): string {
    return this.input.value;
  }
}
