import { openPackage, type Package } from '#tests/helpers/workbook-rules/package.ts';
import { openBook } from '#tests/helpers/workbook-rules/workbook-part.ts';
import { childOf, childrenOf, parseXml, type XmlElement } from '#tests/helpers/workbook-rules/xml-tree.ts';

/** Parts of two packages that are not the same byte for byte. */
export type PackageDifference = {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** The part of a sheet, by its name. */
export function partOfSheet(pack: Package, sheet: string): string {
  const part = openBook(pack)?.sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined || part === '') throw new Error(`there is no sheet ${sheet}`);
  return part;
}

/**
 * Which parts differ, besides those that filling may change: the filled sheet, shared strings, the calculation chain.
 *
 *   expect(await comparePackages(before, after, '附件2 进展统计表')).toEqual({ changed: [], added: [], removed: [] })
 */
export async function comparePackages(
  before: Uint8Array,
  after: Uint8Array,
  filledSheet: string,
): Promise<PackageDifference> {
  const [old, filled] = [await openPackage(before), await openPackage(after)];
  const book = openBook(old)?.part ?? '';
  const free = new Set([
    partOfSheet(old, filledSheet),
    ...old.relationsOf(book).flatMap(({ kind, target }) => (/^(sharedStrings|calcChain)$/.test(kind) ? [target] : [])),
  ]);
  const names = [...old.parts.keys()].filter((name) => !free.has(name));
  const isSame = (name: string): boolean =>
    Buffer.compare(old.parts.get(name) ?? Buffer.of(), filled.parts.get(name) ?? Buffer.of()) === 0;
  return {
    changed: names.filter((name) => filled.parts.has(name) && !isSame(name)),
    added: [...filled.parts.keys()].filter((name) => !old.parts.has(name)),
    removed: names.filter((name) => !filled.parts.has(name)),
  };
}

/** What filling was allowed to do to a sheet. */
export type Filling = {
  /** Cells of the filled sheet that may be anything: `E5`. */
  readonly filled: ReadonlySet<string>;
  /** Where a row of the old sheet stands in the filled one; left out: where it was. */
  readonly movedTo?: (row: number) => number;
};

export type SheetDifference = {
  /** Cells that are not what they were, by their names before. */
  readonly cells: readonly string[];
  /** Cells that were not there and that are not filled, by their names now. */
  readonly added: readonly string[];
  /** Rows whose own attributes (height, look, outline) differ, by their numbers before. */
  readonly rows: readonly number[];
  /** Elements beside the cells that differ: `mergeCells`. */
  readonly elements: readonly string[];
};

/** An element as text, whatever the order of its attributes and the prefix of its names. */
function canonical({ local, uri, attributes, children, text }: XmlElement, without: readonly string[] = []): string {
  const own = Object.entries(attributes).filter(([name]) => !without.includes(name));
  const sorted = own.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const shown = children.length === 0 ? text : text.trim();
  return JSON.stringify([uri, local, sorted, shown, children.map((child) => canonical(child))]);
}

type SheetMap = {
  readonly cells: Map<string, string>;
  readonly rows: Map<number, string>;
  readonly elements: Map<string, string>;
};

/** @param movedTo renames cells and rows; references in formulas are not followed: such a cell is told, if it moved */
function mapOf(xml: string | Uint8Array, movedTo: (row: number) => number): SheetMap {
  const root = parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml);
  const map: SheetMap = { cells: new Map(), rows: new Map(), elements: new Map() };
  for (const row of childrenOf(childOf(root, 'sheetData'), 'row')) {
    const number = movedTo(Number(row.attributes['r']));
    map.rows.set(number, canonical({ ...row, children: [], text: '' }, ['r', 'spans']));
    for (const cell of childrenOf(row, 'c')) {
      const name = (cell.attributes['r'] ?? '').replace(/\d+/, String(number));
      map.cells.set(name, canonical(cell, ['r']));
    }
  }
  for (const element of root.children) {
    if (element.local === 'sheetData' || element.local === 'dimension') continue;
    map.elements.set(element.local, (map.elements.get(element.local) ?? '') + canonical(element));
  }
  return map;
}

/**
 * Which unfilled cells of a sheet differ as XML, and what else does. A cell that is only its look and one that is not
 * there are different; the order of attributes, `spans` and the dimension do not count.
 */
export function compareSheets(
  before: string | Uint8Array,
  after: string | Uint8Array,
  { filled, movedTo = (row) => row }: Filling,
): SheetDifference {
  const backTo = new Map<number, number>();
  const old = mapOf(before, (row) => {
    backTo.set(movedTo(row), row);
    return movedTo(row);
  });
  const now = mapOf(after, (row) => row);
  const nameBefore = (name: string): string => name.replace(/\d+/, (row) => String(backTo.get(Number(row)) ?? row));
  const differs = <Key>(one: ReadonlyMap<Key, string>, other: ReadonlyMap<Key, string>): readonly Key[] =>
    [...one.keys()].filter((key) => one.get(key) !== other.get(key));
  return {
    cells: differs(old.cells, now.cells)
      .filter((name) => !filled.has(name))
      .map(nameBefore),
    added: [...now.cells.keys()].filter((name) => !old.cells.has(name) && !filled.has(name)),
    rows: differs(old.rows, now.rows).map((row) => backTo.get(row) ?? row),
    elements: [...new Set([...differs(old.elements, now.elements), ...differs(now.elements, old.elements)])],
  };
}
