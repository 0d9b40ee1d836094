import { formulaFaults } from './formula-rules.ts';
import type { Package } from './package.ts';
import { areaOf, cellPlace } from './references.ts';
import { childOf, childrenOf, orderFaults, wholeNumber, type XmlElement } from './xml-tree.ts';

const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr*',
  'webPublishObjects',
  'extLst',
];
const STATES = [undefined, 'visible', 'hidden', 'veryHidden'];
const LAST_SHEET_ID = 65_534;

/** The sheets of a workbook, each with its part. */
export type BookSheet = { readonly name: string; readonly part: string; readonly state: string };

/** What rules of sheets must know of the workbook. */
export type Book = {
  readonly part: string;
  readonly root: XmlElement;
  readonly sheets: readonly BookSheet[];
  /** In lower case. */
  readonly sheetNames: ReadonlySet<string>;
};

/** The workbook part, when there is one. */
export function openBook(pack: Package): Book | undefined {
  const part = pack.relationsOf('').find(({ kind }) => kind === 'officeDocument')?.target;
  const root = part === undefined ? undefined : pack.trees.get(part);
  if (part === undefined || !root) return undefined;
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: pack.follow(part, attributes['r:id']) ?? '',
    state: attributes['state'] ?? 'visible',
  }));
  return { part, root, sheets, sheetNames: new Set(sheets.map(({ name }) => name.toLowerCase())) };
}

function sheetListFaults({ root, sheets }: Book): readonly string[] {
  const faults: string[] = [];
  if (!sheets.some(({ state }) => state === 'visible')) faults.push('no visible sheet');
  const ids = new Set<number>();
  const names = new Set<string>();
  for (const { attributes, local } of childrenOf(childOf(root, 'sheets'), 'sheet')) {
    const name = attributes['name'] ?? '';
    const id = Number(attributes['sheetId']);
    if (name.length < 1 || name.length > 31 || /[*?:\\/[\]]|^'|'$/.test(name))
      faults.push(`<${local}> has the illegal name “${name}”`);
    if (names.has(name.toLowerCase())) faults.push(`two sheets are named ${name}`);
    if (!(Number.isInteger(id) && id >= 1 && id <= LAST_SHEET_ID))
      faults.push(`${name} has the sheetId ${attributes['sheetId']}`);
    if (ids.has(id)) faults.push(`two sheets have the sheetId ${id}`);
    if (!STATES.includes(attributes['state'])) faults.push(`${name} is in the state ${attributes['state']}`);
    names.add(name.toLowerCase());
    ids.add(id);
  }
  return faults;
}

function viewFaults({ root, sheets }: Book): readonly string[] {
  const faults: string[] = [];
  for (const view of childrenOf(childOf(root, 'bookViews'), 'workbookView')) {
    for (const name of ['activeTab', 'firstSheet']) {
      const tab = wholeNumber(view, name) ?? 0;
      if (!(tab >= 0 && tab < sheets.length)) faults.push(`${name} ${tab} of ${sheets.length} sheets`);
      else if (name === 'activeTab' && sheets[tab]?.state !== 'visible')
        faults.push(`activeTab ${tab} is a hidden sheet`);
    }
  }
  return faults;
}

/** Names that would be read as a cell, or that hold a sign no name may hold. */
function isLegalName(name: string): boolean {
  if (name.startsWith('_xlnm.')) return true;
  const plain = name.toUpperCase();
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name)) return false;
  return cellPlace(plain) === undefined && !/^(R|C|R\d*C\d*|TRUE|FALSE)$/.test(plain);
}

/** `Sheet!$1:$3,Sheet!$A:$B`. */
function isPrintTitles(text: string): boolean {
  return refersTo(text).every((ref) => /^\$?\d+:\$?\d+$|^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/.test(ref)) || areasAlone(text);
}

function refersTo(text: string): readonly string[] {
  return text.replace(/'(?:[^']|'')+'!|[^!,']+!/g, '').split(',');
}

function areasAlone(text: string): boolean {
  return refersTo(text).every((ref) => areaOf(ref.replaceAll('$', '')) !== undefined);
}

function definedNameFaults({ root, sheets, sheetNames }: Book): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const element of childrenOf(childOf(root, 'definedNames'), 'definedName')) {
    const name = element.attributes['name'] ?? '';
    const scope = wholeNumber(element, 'localSheetId');
    const key = `${scope ?? ''}/${name.toLowerCase()}`;
    if (!isLegalName(name)) faults.push(`“${name}” is no name`);
    if (seen.has(key)) faults.push(`the name ${name} is there twice`);
    seen.add(key);
    if (scope !== undefined && !(scope >= 0 && scope < sheets.length))
      faults.push(`${name} belongs to sheet ${scope} of ${sheets.length}`);
    for (const fault of formulaFaults(element.text, sheetNames)) faults.push(`${name} is ${fault}`);
    if (element.text.includes('#REF!') || /\bOFFSET|INDIRECT|INDEX/i.test(element.text)) continue;
    if (name === '_xlnm.Print_Titles' && !isPrintTitles(element.text)) faults.push(`print titles ${element.text}`);
    if (/^_xlnm\.(Print_Area|_FilterDatabase)$/.test(name) && !areasAlone(element.text) && !isPrintTitles(element.text))
      faults.push(`${name} is ${element.text}`);
    if (name.startsWith('_xlnm.Print') && scope === undefined) faults.push(`${name} belongs to no sheet`);
  }
  return faults;
}

function pivotCacheFaults(pack: Package, { part, root }: Book): readonly string[] {
  const ids = childrenOf(childOf(root, 'pivotCaches'), 'pivotCache').map(({ attributes }) => attributes);
  const faults = ids
    .filter(({ cacheId }, index) => ids.findIndex((other) => other['cacheId'] === cacheId) !== index)
    .map(({ cacheId }) => `two pivot caches have the id ${cacheId}`);
  const known = new Set(ids.map((attributes) => attributes['cacheId']));
  for (const [name, tree] of pack.trees) {
    if (tree.local !== 'pivotTableDefinition') continue;
    const id = tree.attributes['cacheId'];
    if (!known.has(id)) faults.push(`${name} names the missing pivot cache ${id}`);
  }
  for (const attributes of ids) {
    if (pack.follow(part, attributes['r:id']) === undefined)
      faults.push(`pivot cache ${attributes['cacheId']} has no part`);
  }
  return faults;
}

/** Rules of the workbook part: sheets, names, views. */
export function workbookFaults(pack: Package, book: Book): readonly string[] {
  return [
    ...orderFaults(book.root, ORDER),
    ...sheetListFaults(book),
    ...viewFaults(book),
    ...definedNameFaults(book),
    ...pivotCacheFaults(pack, book),
  ].map((fault) => `${book.part}: workbook: ${fault}`);
}
