import type { RawCell, RawTable } from '#backend/sheets/sheet.ts';
import { NUMBER_MARK } from '../document-text.ts';

/** The part of mammoth's document model that is read here (mammoth/lib/documents.js); it has no types of its own. */
export type BodyNode = {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly BodyNode[];
  readonly styleName?: string | null;
  readonly breakType?: string;
  readonly checked?: boolean;
  /** Of a run. */
  readonly isStrikethrough?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
};

/** Entries of a table of contents repeat the headings with page numbers. */
const CONTENTS_STYLE = /^(?:toc|目录)\s?\d*$/i;
/** A cell that claims more columns than this is broken or hostile. */
const SPAN_MAX = 100;

export function isContentsEntry(node: BodyNode): boolean {
  return CONTENTS_STYLE.test(node.styleName ?? '');
}

/** The level of a heading by its style, 1 to 9; 0 for all else. */
export function headingLevel(node: BodyNode): number {
  return Number(/^(?:heading|标题)\s?([1-9])$/i.exec(node.styleName ?? '')?.[1] ?? 0);
}

/** The words of a paragraph or of all paragraphs in a cell, one a line. Notes, pictures and comments have none. */
export function textOf(node: BodyNode): string {
  switch (node.type) {
    case 'text':
      // A hyphen that must not break is a hyphen; one that may break is nothing.
      return (node.value ?? '').replaceAll('\u2011', '-').replaceAll('\u00AD', '');
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node.checked === true ? '☑' : '☐';
    case 'tableCell':
    case 'tableRow':
    case 'table':
      return (node.children ?? []).map(textOf).join('\n');
    default:
      return (node.children ?? []).map(textOf).join('');
  }
}

/** Whether any words in it are struck out. */
function isStruck(node: BodyNode): boolean {
  if (node.isStrikethrough === true) return textOf(node).trim() !== '';
  return (node.children ?? []).some(isStruck);
}

/** A table with its merged cells in place. */
export function docxTableOf(table: BodyNode): RawTable {
  const rows = (table.children ?? []).filter((node) => node.type === 'tableRow');
  const grid = rows.map(() => new Map<number, RawCell>());
  for (const [row, rowNode] of rows.entries()) {
    let column = 0;
    for (const cell of (rowNode.children ?? []).filter((node) => node.type === 'tableCell')) {
      while (grid[row]?.has(column)) column++;
      const raw: RawCell = {
        text: textOf(cell).replace(NUMBER_MARK, '').trim(),
        originRow: row,
        originColumn: column,
        struck: isStruck(cell),
      };
      const columns = Math.min(cell.colSpan ?? 1, SPAN_MAX);
      const depth = Math.min(cell.rowSpan ?? 1, rows.length - row);
      for (let down = 0; down < depth; down++) {
        for (let across = 0; across < columns; across++) grid[row + down]?.set(column + across, raw);
      }
      column += columns;
    }
  }
  return { name: '', rows: grid };
}
