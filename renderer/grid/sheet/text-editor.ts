import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { oneLine } from '#renderer/text/one-line.ts';
import type { SheetRow } from './selection/sheet.ts';

/** Keys that open an editor on the text that stands there. Any other `eventKey` is text, typed or composed. */
const OPENING_KEYS: ReadonlySet<string> = new Set(['Enter', 'F2', 'Backspace', 'Delete']);

/** What a column tells its editor. `stamp`: what Ctrl+; writes at the caret. */
export type EditorWish = { readonly stamp?: () => string | null };

/**
 * The editor of a cell. Unlike the grid's own it begins with whole composed words, and knows whether it was opened by
 * typing: then arrow keys leave it, as in a worksheet.
 */
export class TextEditor implements ICellEditorComp<SheetRow, string> {
  protected readonly input: HTMLInputElement | HTMLTextAreaElement = this.makeInput();
  startedByTyping = false;

  init({ value, eventKey, stamp }: ICellEditorParams<SheetRow, string> & EditorWish): void {
    this.startedByTyping = eventKey !== null && !OPENING_KEYS.has(eventKey);
    this.input.className = 'cell-input';
    this.input.spellcheck = false;
    this.input.value = this.startedByTyping ? (eventKey ?? '') : this.textFor(value ?? '');
    this.input.addEventListener('keydown', (event: Event) => {
      const today = event instanceof KeyboardEvent && isStampKey(event) ? stamp?.() : null;
      if (today) this.insert(event, today);
    });
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

  protected makeInput(): HTMLInputElement | HTMLTextAreaElement {
    return document.createElement('input');
  }

  protected textFor(value: string): string {
    return oneLine(value);
  }

  /** Puts a text at the caret; the grid does not hear of the key. */
  protected insert(event: Event, text: string): void {
    const { selectionStart, selectionEnd, value } = this.input;
    this.input.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    this.input.dispatchEvent(new InputEvent('input'));
    event.preventDefault();
    event.stopPropagation();
  }
}

function isStampKey({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === ';' && (ctrlKey || metaKey) && !isComposing;
}
