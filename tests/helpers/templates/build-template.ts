import JSZip from 'jszip';
import {
  addRelations,
  DECLARATION,
  type Draft,
  type DraftSheet,
  escaped,
  relate,
  relationsXml,
  SHEET_TYPE,
} from './draft.ts';
import { stylesXml, THEME } from './looks.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Everything a sheet's root declares in files of Excel. */
const ROOT = [
  `xmlns="${MAIN}" xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac"',
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
  'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"',
].join(' ');

const BEFORE_DATA = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols'];
const AFTER_DATA = [
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'drawing',
  'legacyDrawing',
  'controls',
  'tableParts',
  'extLst',
];
/** Lists that say how long they are. */
const COUNTED = ['mergeCells', 'dataValidations', 'tableParts'];
const LISTS = [...COUNTED, 'cols', 'hyperlinks', 'extLst', 'customProperties'];

/** The parts of a draft, ready to be packed, by name. */
export function partsOf(draft: Draft): Map<string, string | Uint8Array> {
  const { parts, bookRelations, rootRelations } = draft;
  const sheets = draft.sheets.map((sheet, index) => {
    const id = relate(bookRelations, 'worksheet', sheet.part.replace('xl/', ''));
    const state = sheet.state === 'visible' ? '' : ` state="${sheet.state}"`;
    draft.overrides.set(`/${sheet.part}`, `${SHEET_TYPE}.worksheet+xml`);
    parts.set(sheet.part, sheetXml(sheet, draft));
    addRelations(draft, sheet.part, sheet.relations);
    return `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}"${state} r:id="${id}"/>`;
  });
  const names = draft.definedNames.length === 0 ? '' : `<definedNames>${draft.definedNames.join('')}</definedNames>`;
  parts.set(
    'xl/workbook.xml',
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12300"/></bookViews><sheets>${sheets.join('')}</sheets>${names}<calcPr calcId="191029"/>${draft.bookTail.join('')}</workbook>`,
  );
  const main = draft.hasMacros ? 'application/vnd.ms-excel.sheet.macroEnabled' : `${SHEET_TYPE}.sheet`;
  draft.overrides.set('/xl/workbook.xml', `${main}.main+xml`);
  relate(rootRelations, 'officeDocument', 'xl/workbook.xml');
  addListed(draft, 'styles', 'xl/styles.xml', stylesXml(draft.dxfs), `${SHEET_TYPE}.styles+xml`);
  addListed(draft, 'theme', 'xl/theme/theme1.xml', THEME, 'application/vnd.openxmlformats-officedocument.theme+xml');
  addListed(draft, 'sharedStrings', 'xl/sharedStrings.xml', stringsXml(draft), `${SHEET_TYPE}.sharedStrings+xml`);
  const chain = chainXml(draft);
  if (chain !== '') addListed(draft, 'calcChain', 'xl/calcChain.xml', chain, `${SHEET_TYPE}.calcChain+xml`);
  parts.set('xl/_rels/workbook.xml.rels', relationsXml(bookRelations));
  parts.set('_rels/.rels', relationsXml(rootRelations));
  return new Map([['[Content_Types].xml', contentTypes(draft)], ...parts]);
}

function addListed(draft: Draft, kind: string, part: string, xml: string, type: string): void {
  relate(draft.bookRelations, kind, part.replace('xl/', ''));
  draft.parts.set(part, xml);
  draft.overrides.set(`/${part}`, type);
}

function contentTypes({ defaults, overrides }: Draft): string {
  const all = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...defaults,
  ]);
  const types = [
    ...[...all].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`),
    ...[...overrides].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`),
  ];
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`;
}

function stringIndex({ strings }: Draft, text: string): number {
  const found = strings.indexOf(text);
  return found >= 0 ? found : strings.push(text) - 1;
}

function stringsXml({ strings }: Draft): string {
  const items = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return `${DECLARATION}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

function chainXml({ sheets }: Draft): string {
  const links = sheets.flatMap((sheet, index) =>
    [...sheet.rows].flatMap(([row, { cells }]) =>
      [...cells].flatMap(([column, { formula }]) =>
        formula === undefined ? [] : `<c r="${column}${row}" i="${index + 1}"/>`,
      ),
    ),
  );
  return links.length === 0 ? '' : `${DECLARATION}<calcChain xmlns="${MAIN}">${links.join('')}</calcChain>`;
}

function rowsXml(sheet: DraftSheet, draft: Draft): string {
  const rows = [...sheet.rows].toSorted(([one], [other]) => one - other);
  return rows
    .map(([number, { attributes, cells }]) => {
      const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      const list = [...cells]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([column, { value, formula, style }]) => {
          const f = formula === undefined ? '' : `<f>${escaped(formula)}</f>`;
          const start = `<c r="${column}${number}" s="${style}"`;
          if (typeof value === 'string' && formula !== undefined)
            return `${start} t="str">${f}<v>${escaped(value)}</v></c>`;
          if (typeof value === 'string') return `${start} t="s"><v>${stringIndex(draft, value)}</v></c>`;
          return value === undefined && f === '' ? `${start}/>` : `${start}>${f}<v>${value ?? 0}</v></c>`;
        });
      return `<row r="${number}"${own.join('')} x14ac:dyDescent="0.2">${list.join('')}</row>`;
    })
    .join('');
}

function elementXml(sheet: DraftSheet, name: string): string {
  const own = sheet.elements.get(name);
  if (!own) return '';
  const count = COUNTED.includes(name) ? ` count="${own.length}"` : '';
  return LISTS.includes(name) ? `<${name}${count}>${own.join('')}</${name}>` : own.join('');
}

function sheetXml(sheet: DraftSheet, draft: Draft): string {
  const usual: Readonly<Record<string, string>> = {
    sheetViews: '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    sheetFormatPr: '<sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/>',
    pageMargins: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  };
  const written = (name: string): string => elementXml(sheet, name) || (usual[name] ?? '');
  const [before, after] = [BEFORE_DATA, AFTER_DATA].map((names) => names.map(written).join(''));
  return `${DECLARATION}<worksheet ${ROOT}>${before}<sheetData>${rowsXml(sheet, draft)}</sheetData>${after}</worksheet>`;
}

const PACKED_ON = new Date('2021-11-01T00:00:00Z');

/** Packs parts in their order, always to the same bytes. */
export async function packParts(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content, { date: PACKED_ON, createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
