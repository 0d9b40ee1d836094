import type { XmlHandler } from '../xml/scan-xml.ts';

/** Words of a cell, and whether any of them, or none that has a font of its own, are struck out. */
export type RichText = {
  readonly text: string;
  /** Some words have a font of their own, and it strikes them out. */
  readonly struck: boolean;
  /** Some words have no font of their own, so that the cell's counts. */
  readonly plain: boolean;
};

const ESCAPE = /_x([\da-fA-F]{4})_/g;

/** Characters written as _x000D_, and the underscore of what only looks like one: _x005F_. Line ends are made plain. */
export function decodeEscapes(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
}

/** What words stand in directly: a string item, a cell, a comment. */
const OWNERS: ReadonlySet<string> = new Set(['si', 'is', 'text']);

/** Collects the words of a string item: `<t>`, or runs of `<r>`; how they are pronounced (`<rPh>`) is left out. */
export class RichTextBuilder implements XmlHandler {
  #text = '';
  #run = '';
  #struck = false;
  #plain = false;
  #runFont: 'none' | 'own' | 'struck' = 'none';

  readonly open: XmlHandler['open'] = (name, attributes, parent) => {
    if (name === 'r') {
      this.#runFont = 'none';
      this.#run = '';
    } else if (name === 'rPr' && parent === 'r') this.#runFont = 'own';
    else if ((name === 'strike' || name === 'dstrike') && parent === 'rPr') {
      if (isOn(attributes.get('val'))) this.#runFont = 'struck';
    }
  };

  readonly close = (name: string): void => {
    if (name !== 'r') return;
    this.#add(this.#run, this.#runFont);
    this.#run = '';
  };

  /** @param grandparent tells the words of a run, of the item itself, and of what is not read */
  readonly text = (text: string, parent: string, grandparent = ''): void => {
    if (parent !== 't') return;
    if (grandparent === 'r') this.#run += text;
    else if (OWNERS.has(grandparent)) this.#add(text, 'none');
  };

  /** What was collected since the last call. */
  take(): RichText {
    const taken = { text: decodeEscapes(this.#text), struck: this.#struck, plain: this.#plain };
    this.#text = '';
    this.#struck = false;
    this.#plain = false;
    return taken;
  }

  #add(text: string, font: 'none' | 'own' | 'struck'): void {
    this.#text += text;
    if (text.trim() === '') return;
    if (font === 'struck') this.#struck = true;
    if (font === 'none') this.#plain = true;
  }
}

/** A switch of a font: on by being there, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || (value !== '0' && value !== 'false' && value !== 'off');
}
