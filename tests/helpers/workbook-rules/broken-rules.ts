import type { CellMap } from './cell-rules.ts';
import { allDrawingFaults } from './drawing-rules.ts';
import { openPackage, type Package } from './package.ts';
import { packageFaults } from './package-rules.ts';
import { cellPlace } from './references.ts';
import { type SheetSurroundings, sheetFaults } from './sheet-rules.ts';
import { commentFaults, propertyFaults, sharedStringFaults } from './string-rules.ts';
import { looksOf, styleFaults } from './style-rules.ts';
import { allTableFaults } from './table-rules.ts';
import { type Book, openBook, workbookFaults } from './workbook-part.ts';
import { childOf, childrenOf, wholeNumber, type XmlElement } from './xml-tree.ts';

/**
 * The rules whose breach makes Excel offer a repair, or refuse a file: of the archive, its parts and their XML, the
 * workbook, its sheets, looks, texts, tables, drawings, charts, comments and properties. It stands alone: nothing of the
 * program's own writer or reader is in it. Written after ECMA-376 (transitional) and what Excel is known to do.
 *
 *   expect(await brokenRules(bytes)).toEqual([])
 *
 * @returns a sentence for each breach, the part first: `xl/worksheets/sheet1.xml: merges: A1:B2 and B2:C3 overlap`
 */
export async function brokenRules(bytes: Uint8Array): Promise<readonly string[]> {
  const pack = await openPackage(bytes);
  const faults = [...pack.broken, ...packageFaults(pack)];
  const book = openBook(pack);
  if (!book) return [...faults, 'workbook: there is none'];
  return [...faults, ...bookFaults(pack, book)];
}

function bookFaults(pack: Package, book: Book): readonly string[] {
  const faults = [...workbookFaults(pack, book)];
  const linked = (kind: string): readonly [string, XmlElement] | undefined => {
    const part = pack.relationsOf(book.part).find((relation) => relation.kind === kind)?.target;
    const tree = part === undefined ? undefined : pack.trees.get(part);
    return part !== undefined && tree ? [part, tree] : undefined;
  };
  const styles = linked('styles');
  const strings = linked('sharedStrings');
  if (styles) faults.push(...styleFaults(...styles));
  if (strings) faults.push(...sharedStringFaults(...strings));
  const around = { pack, book, looks: looksOf(styles?.[1]), strings: childrenOf(strings?.[1], 'si').length };
  const cells = everySheet(around, faults);
  const chain = linked('calcChain');
  if (chain) faults.push(...chainFaults(...chain, cells));
  const names = childrenOf(childOf(book.root, 'definedNames'), 'definedName').map(
    ({ attributes }) => attributes['name']?.toLowerCase() ?? '',
  );
  faults.push(...allTableFaults(pack, new Set(names)), ...allDrawingFaults(pack, book.sheetNames));
  for (const [part, tree] of pack.trees) {
    if (tree.local === 'comments') faults.push(...commentFaults(part, tree, (ref) => cellPlace(ref) !== undefined));
    if (part.startsWith('docProps/')) faults.push(...propertyFaults(part, tree));
  }
  return faults;
}

/** Rules of each sheet, told to `faults`. @returns their cells by sheetId */
function everySheet(around: SheetSurroundings, faults: string[]): ReadonlyMap<number, CellMap> {
  const { book, pack } = around;
  const cells = new Map<number, CellMap>();
  for (const sheet of childrenOf(childOf(book.root, 'sheets'), 'sheet')) {
    const part = pack.follow(book.part, sheet.attributes['r:id']);
    const tree = part === undefined ? undefined : pack.trees.get(part);
    if (part === undefined || !tree) {
      faults.push(`${book.part}: workbook: the sheet ${sheet.attributes['name']} has no part`);
      continue;
    }
    if (tree.local !== 'worksheet') continue;
    const found = sheetFaults(part, tree, around);
    faults.push(...found.faults);
    cells.set(wholeNumber(sheet, 'sheetId') ?? 0, found.cells);
  }
  return cells;
}

/** The chain of calculation may name only cells with a formula. */
function chainFaults(part: string, root: XmlElement, cells: ReadonlyMap<number, CellMap>): readonly string[] {
  const faults: string[] = [];
  let sheet = 0;
  for (const link of childrenOf(root, 'c')) {
    sheet = wholeNumber(link, 'i') ?? sheet;
    const name = link.attributes['r'] ?? '';
    if (cells.get(sheet)?.formulas.has(name) !== true)
      faults.push(`${part}: calculation: no formula at ${name} of sheet ${sheet}`);
  }
  return faults;
}
