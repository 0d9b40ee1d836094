import type { Block } from './tsv.ts';

/** A block as an HTML table, the form in which spreadsheets and word processors take cells with all their text. */
export function toHtmlTable(block: Block): string {
  const lines = block.map(
    (line) => `<tr>${line.map((text) => `<td style="${AS_TEXT}">${escaped(text)}</td>`).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table border="1">${lines.join('')}</table>`;
}

/** Excel and WPS then keep the text as it is: no dates, no formulas, no lost zeros. */
const AS_TEXT = "mso-number-format:'\\@'";

/** A line break that stays inside its cell. */
const SAME_CELL_BREAK = '<br style="mso-data-placement:same-cell">';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ (?= )|^ | $/gm, '&nbsp;')
    .replaceAll('\n', SAME_CELL_BREAK);
}

/**
 * Reads the first table of a clipboard's HTML, as Excel, WPS, LibreOffice, Word and browsers write it.
 *
 * SECURITY: parsed into a document of its own, in which nothing is loaded or run; only texts are taken from it.
 *
 * @returns `undefined` when there is no table
 */
export function readHtmlTable(html: string): Block | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return undefined;
  const rows = [...table.rows].map((row) =>
    [...row.cells].map(({ rowSpan, colSpan, childNodes }) => ({ text: cellText(childNodes), rowSpan, colSpan })),
  );
  return rows.length === 0 ? undefined : layOutCells(rows);
}

export type SpanningCell = { readonly text: string; readonly rowSpan: number; readonly colSpan: number };

/** Merged cells wider or higher than this are cut: a sheet copied as a whole names all its columns. */
const MAX_SPAN = 1000;

/** Places that merged cells may cover altogether; a table that wants more is not taken for one. */
const MAX_COVERED = 1_000_000;

/**
 * Puts cells that span rows and columns into their places. As in a worksheet, the text is in the first one only.
 *
 * @returns `undefined` for a table that is too large to be one
 */
export function layOutCells(rows: readonly (readonly SpanningCell[])[]): Block | undefined {
  const lines = rows.map((): (string | undefined)[] => []);
  let covered = 0;
  for (const [top, row] of rows.entries()) {
    let column = 0;
    for (const { text, rowSpan, colSpan } of row) {
      while (lines[top]?.[column] !== undefined) column += 1;
      const right = column + Math.min(Math.max(1, colSpan), MAX_SPAN);
      for (const line of lines.slice(top, top + Math.min(Math.max(1, rowSpan), MAX_SPAN))) {
        covered += right - column;
        if (covered > MAX_COVERED) return undefined;
        for (let place = column; place < right; place++) line[place] = '';
      }
      const line = lines[top];
      if (line) line[column] = text;
      column = right;
    }
  }
  return lines.map((line) => Array.from(line, (text) => text ?? ''));
}

const BLOCKS: ReadonlySet<string> = new Set(['P', 'DIV', 'LI', 'TR']);
const LEFT_OUT: ReadonlySet<string> = new Set(['STYLE', 'SCRIPT', 'TEMPLATE']);

/** What a cell says: blanks as a browser shows them, a line for each paragraph and line break. */
function cellText(nodes: NodeListOf<ChildNode>): string {
  const lines = rawText(nodes).split('\n');
  return lines
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .trim();
}

function rawText(nodes: NodeListOf<ChildNode>): string {
  return [...nodes]
    .map((node): string => {
      // The source's own line ends are blanks; those we mean come from elements.
      if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[\r\n]+/g, ' ');
      if (node.nodeName === 'BR') return '\n';
      if (LEFT_OUT.has(node.nodeName)) return '';
      const inner = rawText(node.childNodes);
      return BLOCKS.has(node.nodeName) ? `${inner}\n` : inner;
    })
    .join('');
}
