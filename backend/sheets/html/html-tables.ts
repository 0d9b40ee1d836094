import { Parser } from 'htmlparser2';

/** A cell of a table in a page: what it shows, and what stands in the way of taking it. */
export type HtmlCell = {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly struck: boolean;
  readonly picture: boolean;
  readonly comment: string;
};
export type HtmlRow = { readonly hidden: boolean; readonly cells: readonly HtmlCell[] };
/** Words that stand before a table are rows of one cell. */
export type HtmlTable = { readonly rows: readonly HtmlRow[]; readonly hiddenColumns: readonly number[] };

const STRIKES: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption']);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'head', 'xml', 'noscript']);
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;
const STRUCK = /text-decoration[^;]*line-through/i;
/** A cell that claims more is broken or hostile. */
const SPAN_MAX = 1_000;
const BREAK = '\n';
/** Elements inside each other; the parser's list of what is open takes its time for each. */
const DEPTH_MAX = 500;

class CellBuilder {
  #text = '';
  readonly #columns: number;
  readonly #rows: number;
  struck = false;
  picture = false;
  comment = '';

  constructor({ colspan, rowspan }: Readonly<Record<string, string>>) {
    this.#columns = span(colspan);
    this.#rows = span(rowspan);
  }

  /** Blanks and line ends of the source are one blank, as a browser shows them. */
  add(text: string): void {
    this.#text += text.replace(/[ \t\r\n\f]+/g, ' ');
  }

  breakLine(): void {
    this.#text += BREAK;
  }

  /** A paragraph begins on a line of its own. */
  breakBlock(): void {
    if (this.#text.trim() !== '' && !/\n ?$/.test(this.#text)) this.breakLine();
  }

  build(): HtmlCell {
    const text = this.#text
      .replace(/ ?\n ?/g, BREAK)
      .replaceAll('\u{A0}', ' ')
      .replace(/^[ \n]+|[ \n]+$/g, '');
    const { struck, picture, comment } = this;
    return { text, columns: this.#columns, rows: this.#rows, struck, picture, comment: comment.trim() };
  }
}

function span(value: string | undefined): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? Math.min(number, SPAN_MAX) : 1;
}

/** A page nested deeper, or of more cells, than anything a person fills in. */
export class PageTooLarge extends Error {}

/**
 * The tables of a page, as a browser shows them; a table inside a cell is part of that cell's words. Tags that were not
 * closed are closed as a browser would.
 *
 * @param cellsMax more are borne by nobody
 * @throws PageTooLarge
 */
export function readHtmlTables(html: string, cellsMax: number): readonly HtmlTable[] {
  let cells = 0;
  const tables: HtmlTable[] = [];
  let before: HtmlRow[] = [];
  let loose = new CellBuilder({});
  let rows: HtmlRow[] = [];
  let hiddenColumns: number[] = [];
  let columnsSeen = 0;
  let row: HtmlCell[] | undefined;
  let rowHidden = false;
  let cell: CellBuilder | undefined;
  let depth = 0;
  let unseen = 0;
  let comment = 0;
  /** Open elements, and what each of them turned on. */
  const open: { readonly name: string; readonly strikes: boolean; readonly hides: boolean; readonly notes: boolean }[] =
    [];
  let strikes = 0;

  const flushLoose = (): void => {
    const words = loose.build();
    if (words.text !== '') before.push({ hidden: false, cells: [words] });
    loose = new CellBuilder({});
  };
  const endCell = (): void => {
    if (cell !== undefined) row?.push(cell.build());
    if (++cells > cellsMax) throw new PageTooLarge('cells');
    cell = undefined;
  };
  const endRow = (): void => {
    endCell();
    if (row !== undefined) rows.push({ hidden: rowHidden, cells: row });
    row = undefined;
  };
  const endTable = (): void => {
    endRow();
    tables.push({ rows: [...before, ...rows], hiddenColumns });
    before = [];
    rows = [];
    hiddenColumns = [];
    columnsSeen = 0;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const style = attributes['style'] ?? '';
        const isTablePart = name === 'tr' || name === 'td' || name === 'th' || name === 'col' || name === 'colgroup';
        const hides = UNSEEN.has(name) || (!isTablePart && name !== 'table' && HIDDEN.test(style));
        const notes = name === 'comment';
        const isStriking = STRIKES.has(name) || STRUCK.test(style);
        if (open.push({ name, strikes: isStriking, hides, notes }) > DEPTH_MAX) throw new PageTooLarge('depth');
        if (isStriking) strikes++;
        if (hides) unseen++;
        if (notes) comment++;
        if (name === 'table') {
          if (depth++ === 0) flushLoose();
          return;
        }
        if (depth === 1) {
          if (name === 'col' || name === 'colgroup') {
            const isHidden = HIDDEN.test(style);
            const count = name === 'col' || attributes['span'] !== undefined ? span(attributes['span']) : 0;
            for (let index = 0; index < count; index++) {
              columnsSeen++;
              if (isHidden) hiddenColumns.push(columnsSeen);
            }
          } else if (name === 'tr') {
            endRow();
            row = [];
            rowHidden = HIDDEN.test(style);
          } else if (name === 'td' || name === 'th') {
            endCell();
            row ??= [];
            cell = new CellBuilder(attributes);
          }
        }
        const into = cell ?? (depth === 0 ? loose : undefined);
        if (into === undefined) return;
        if (name === 'br') into.breakLine();
        else if (name === 'img' && cell !== undefined) cell.picture = true;
        else if (BLOCKS.has(name) || (depth > 1 && name === 'tr')) into.breakBlock();
        else if (depth > 1 && (name === 'td' || name === 'th')) into.add(' ');
      },
      ontext: (text) => {
        if (comment > 0) {
          if (cell !== undefined) cell.comment += text;
        } else if (unseen === 0) {
          if (cell !== undefined) {
            cell.add(text);
            if (strikes > 0 && text.trim() !== '') cell.struck = true;
          } else if (depth === 0) loose.add(text);
        }
      },
      onclosetag: (name) => {
        const own = open.pop();
        if (own?.strikes === true) strikes--;
        if (own?.hides === true) unseen--;
        if (own?.notes === true) comment--;
        if (name === 'table' && depth > 0 && --depth === 0) endTable();
        else if (depth === 1 && name === 'tr') endRow();
        else if (depth === 1 && (name === 'td' || name === 'th')) endCell();
        else if (depth === 0 && BLOCKS.has(name)) flushLoose();
        else if (BLOCKS.has(name)) cell?.breakBlock();
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  if (depth > 0) endTable();
  return tables;
}
