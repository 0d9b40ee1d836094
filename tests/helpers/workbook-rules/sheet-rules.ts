import { type CellMap, readCells } from './cell-rules.ts';
import type { Package } from './package.ts';
import {
  breakFaults,
  columnFaults,
  conditionFaults,
  linkFaults,
  mergeFaults,
  validationFaults,
} from './range-rules.ts';
import { areaOf, areasOf, cellPlace } from './references.ts';
import type { Looks } from './style-rules.ts';
import { tablesOf } from './table-rules.ts';
import type { Book } from './workbook-part.ts';
import { childOf, childrenOf, orderFaults, plainChildren, wholeNumber, type XmlElement } from './xml-tree.ts';

/** The order of CT_Worksheet. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols*',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting*',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const LONGEST_FOOTER = 255;
const PANES = ['bottomRight', 'topRight', 'bottomLeft', 'topLeft'];

/** What a sheet's rules must know of the rest. */
export type SheetSurroundings = {
  readonly pack: Package;
  readonly book: Book;
  readonly looks: Looks;
  readonly strings: number;
};

function viewFaults(sheet: XmlElement, views: number): readonly string[] {
  const faults: string[] = [];
  for (const view of childrenOf(childOf(sheet, 'sheetViews'), 'sheetView')) {
    const own = wholeNumber(view, 'workbookViewId') ?? Number.NaN;
    if (!(own >= 0 && own < Math.max(1, views))) faults.push(`workbookViewId ${own} of ${views}`);
    faults.push(...orderFaults(view, ['pane', 'selection*', 'pivotSelection*', 'extLst']));
    const pane = childOf(view, 'pane');
    if (pane) {
      const { topLeftCell, activePane, xSplit = '0', ySplit = '0' } = pane.attributes;
      if (!(Number(xSplit) + Number(ySplit) > 0)) faults.push('a split that splits nothing');
      if (topLeftCell !== undefined && !cellPlace(topLeftCell)) faults.push(`a split at “${topLeftCell}”`);
      if (activePane !== undefined && !PANES.includes(activePane)) faults.push(`the pane ${activePane}`);
    }
    for (const { attributes } of childrenOf(view, 'selection')) {
      if (!cellPlace(attributes['activeCell'] ?? 'A1') || !areasOf(attributes['sqref'] ?? 'A1'))
        faults.push(`the selection ${attributes['sqref']}`);
    }
  }
  return faults.map((fault) => `views: ${fault}`);
}

function pageFaults(sheet: XmlElement): readonly string[] {
  const faults: string[] = [];
  const margins = childOf(sheet, 'pageMargins');
  for (const side of margins ? ['left', 'right', 'top', 'bottom', 'header', 'footer'] : []) {
    const inches = Number(margins?.attributes[side]);
    if (!(inches >= 0 && inches < 49)) faults.push(`the margin ${side} is ${margins?.attributes[side]}`);
  }
  const setup = childOf(sheet, 'pageSetup');
  const scale = wholeNumber(setup, 'scale') ?? 100;
  if (!(scale >= 10 && scale <= 400)) faults.push(`a scale of ${scale}`);
  if (!['default', 'portrait', 'landscape'].includes(setup?.attributes['orientation'] ?? 'default'))
    faults.push('the orientation');
  for (const name of ['paperSize', 'fitToWidth', 'fitToHeight']) {
    const number = wholeNumber(setup, name) ?? 1;
    if (!(number >= 0 && number <= 32_767)) faults.push(`${name} is ${setup?.attributes[name]}`);
  }
  const texts = childOf(sheet, 'headerFooter');
  if (texts)
    faults.push(
      ...orderFaults(texts, ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']),
    );
  for (const { local, text } of texts?.children ?? []) {
    if (text.length > LONGEST_FOOTER) faults.push(`<${local}> of ${text.length} characters`);
  }
  return faults.map((fault) => `page: ${fault}`);
}

function dimensionFaults(sheet: XmlElement, { used }: CellMap): readonly string[] {
  const ref = childOf(sheet, 'dimension')?.attributes['ref'];
  if (ref === undefined) return [];
  const said = areaOf(ref);
  if (!said) return [`dimension: no area: “${ref}”`];
  const isAround =
    !used || (said.top <= used.top && said.left <= used.left && said.bottom >= used.bottom && said.right >= used.right);
  return isAround ? [] : [`dimension: ${ref} leaves out cells up to row ${used?.bottom}, column ${used?.right}`];
}

/** A sheet names a drawing, old drawing or comments: each by the kind that it must be. */
function linkedPartFaults(sheet: XmlElement, part: string, pack: Package): readonly string[] {
  const faults: string[] = [];
  const kinds: Readonly<Record<string, string>> = {
    drawing: 'drawing',
    legacyDrawing: 'vmlDrawing',
    legacyDrawingHF: 'vmlDrawing',
  };
  for (const child of plainChildren(sheet)) {
    const kind = kinds[child.local];
    const id = child.attributes['r:id'];
    if (kind === undefined) continue;
    const relation = pack.relationsOf(part).find((one) => one.id === id);
    if (relation?.kind !== kind) faults.push(`<${child.local}> leads to ${relation?.kind ?? 'nothing'}`);
  }
  const hasComments = pack.relationsOf(part).some(({ kind }) => kind === 'comments');
  if (hasComments && !childOf(sheet, 'legacyDrawing')) faults.push('comments without their boxes');
  return faults.map((fault) => `drawings: ${fault}`);
}

/** Rules of one worksheet; also tells its cells, which other rules ask. */
export function sheetFaults(
  part: string,
  sheet: XmlElement,
  around: SheetSurroundings,
): { readonly faults: readonly string[]; readonly cells: CellMap } {
  const { pack, book, looks, strings } = around;
  const { sheetNames } = book;
  const views = childOf(book.root, 'bookViews')?.children.length ?? 1;
  const cells = readCells(sheet, { looks: looks.cells, strings, sheetNames });
  const tables = tablesOf(part, sheet, cells, pack);
  const properties = childOf(sheet, 'sheetPr');
  const filter = childOf(sheet, 'autoFilter')?.attributes['ref'];
  const faults = [
    ...orderFaults(sheet, ORDER),
    ...(properties ? orderFaults(properties, ['tabColor', 'outlinePr', 'pageSetUpPr']) : []),
    ...(childOf(sheet, 'sheetData') ? [] : ['no <sheetData>']),
    ...(filter === undefined || areaOf(filter) ? [] : [`a filter over “${filter}”`]),
    ...cells.faults.map((fault) => `cells: ${fault}`),
    ...dimensionFaults(sheet, cells),
    ...viewFaults(sheet, views),
    ...columnFaults(sheet, looks),
    ...mergeFaults(sheet, tables.areas),
    ...conditionFaults(sheet, looks, sheetNames),
    ...validationFaults(sheet, sheetNames),
    ...linkFaults(sheet, (id) => pack.relationsOf(part).find((relation) => relation.id === id)?.target),
    ...breakFaults(sheet),
    ...pageFaults(sheet),
    ...tables.faults,
    ...linkedPartFaults(sheet, part, pack),
  ];
  return { faults: faults.map((fault) => `${part}: ${fault}`), cells };
}
