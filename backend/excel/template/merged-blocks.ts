import { type CellBlock, cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { OddPackageError } from '../package/xml-part.ts';
import type { SheetText } from './sheet-text.ts';

/** The merged blocks of a sheet. */
export type MergedBlocks = {
  /** In the order of the sheet. */
  readonly all: readonly CellBlock[];
  readonly at: (row: number, column: number) => CellBlock | undefined;
};

/** @throws OddPackageError when what is merged is no block */
export function mergedBlocks(sheet: SheetText): MergedBlocks {
  const all = sheet.parts
    .filter(({ name }) => name === 'mergeCells')
    .flatMap(({ start, end }) => blocksIn(sheet.xml, start, end));
  const columns = new Map<number, readonly CellBlock[]>();
  const ofColumn = (column: number): readonly CellBlock[] => {
    const known = columns.get(column);
    if (known !== undefined) return known;
    const own = all
      .filter(({ left, right }) => left <= column && column <= right)
      .toSorted((one, other) => one.top - other.top);
    columns.set(column, own);
    return own;
  };
  return { all, at: (row, column) => blockAt(ofColumn(column), row) };
}

function blocksIn(xml: string, start: number, end: number): readonly CellBlock[] {
  const blocks: CellBlock[] = [];
  const tags = new TagScanner(xml, start);
  while (tags.end < end && tags.next()) {
    if (tags.isClosing || tags.name() !== 'mergeCell') continue;
    const block = cellBlock(attributeOf(tags.tag(), 'ref'));
    if (block === undefined) throw new OddPackageError('a merged block that is none');
    blocks.push(block);
  }
  return blocks;
}

/** Blocks of a column do not overlap: the last that begins above is the only one it can be. */
function blockAt(sorted: readonly CellBlock[], row: number): CellBlock | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.top ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const block = sorted[low - 1];
  return block !== undefined && row <= block.bottom ? block : undefined;
}
