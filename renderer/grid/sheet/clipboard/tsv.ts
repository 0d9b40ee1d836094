/** Texts of a block of cells, line by line; a line may be shorter than the others. */
export type Block = readonly (readonly string[])[];

/**
 * A block as spreadsheets put it on the clipboard: lines of cells parted by tabs. A cell with a tab, a line break or a
 * leading quote stands in quotes, with the quotes inside doubled. A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front (OWASP, CSV injection).
 */
export function toTsv(block: Block): string {
  return `${block.map((line) => line.map((text) => quoted(harmless(text))).join('\t')).join('\r\n')}\r\n`;
}

/** Reads what {@link toTsv} or a spreadsheet wrote. Always at least one cell. Line breaks inside cells become `\n`. */
export function parseTsv(text: string): Block {
  const lines: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const cell = readCell(rest);
    lines.at(-1)?.push(original(cell.text));
    rest = rest.slice(cell.length);
    if (rest === '') return lines;
    if (rest.startsWith('\n')) lines.push([]);
    rest = rest.slice(1);
    if (rest === '') {
      lines.at(-1)?.push('');
      return lines;
    }
  }
}

/** The first cell, and how much of the text it takes up to its tab or line end. */
function readCell(text: string): { readonly text: string; readonly length: number } {
  if (text.startsWith('"')) {
    const whole = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(text);
    if (whole) return { text: (whole[1] ?? '').replaceAll('""', '"'), length: whole[0].length };
  }
  // A quote that is not closed before a tab or a line end is a quote somebody typed.
  const end = text.search(/[\t\n]/);
  const length = end < 0 ? text.length : end;
  return { text: text.slice(0, length), length };
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA_LIKE = /^'*[=+\-@]/;
const MADE_HARMLESS = /^''*[=+\-@]/;

/** A number or a lone sign is no formula. */
function harmless(text: string): string {
  return FORMULA_LIKE.test(text) && text.length > 1 ? `'${text}` : text;
}

function original(text: string): string {
  return MADE_HARMLESS.test(text) && text.length > 2 ? text.slice(1) : text;
}
