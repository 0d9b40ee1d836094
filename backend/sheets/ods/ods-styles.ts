import type { XmlAttributes } from '../xml/scan-xml.ts';

/** What of the styles of an .ods is read: which strike words out, hide a sheet, show a day or a percentage. */
export class OdsStyles {
  readonly #struck = new Set<string>();
  readonly #hidden = new Set<string>();
  /** Names of formats that show days, and of percentages. */
  readonly #dates = new Set<string>();
  readonly #percents = new Set<string>();
  readonly #formats = new Map<string, string>();
  #name = '';

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'style') {
      this.#name = attributes.get('name') ?? '';
      this.#formats.set(this.#name, attributes.get('data-style-name') ?? '');
    } else if (name === 'date-style') this.#dates.add(attributes.get('name') ?? '');
    else if (name === 'percentage-style') this.#percents.add(attributes.get('name') ?? '');
    else if (name === 'text-properties') {
      const line = attributes.get('text-line-through-style') ?? attributes.get('text-line-through-type') ?? 'none';
      if (line !== 'none') this.#struck.add(this.#name);
    } else if (name === 'table-properties' && attributes.get('display') === 'false') this.#hidden.add(this.#name);
  }

  /** Some programs store days and percentages as plain numbers, and leave it to the style to say what they are. */
  showsDate(style: string | undefined): boolean {
    return style !== undefined && this.#dates.has(this.#formats.get(style) ?? '');
  }

  showsPercent(style: string | undefined): boolean {
    return style !== undefined && this.#percents.has(this.#formats.get(style) ?? '');
  }

  strikesOut(style: string | undefined): boolean {
    return style !== undefined && this.#struck.has(style);
  }

  hidesSheet(style: string | undefined): boolean {
    return style !== undefined && this.#hidden.has(style);
  }
}
