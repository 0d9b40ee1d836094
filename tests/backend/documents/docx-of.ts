import { type ZipEntry, zipOf } from '../files/zip-of.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** What a paragraph of a test document says of its number. */
export type ParagraphProperties = {
  readonly numId?: number;
  readonly level?: number;
  readonly style?: string;
  /** More properties, as XML. */
  readonly extra?: string;
};

export type DocxParts = { readonly numbering?: string; readonly styles?: string };

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** @param inner the text, or XML that already holds runs */
export function paragraph(inner: string, properties: ParagraphProperties = {}): string {
  const { numId, level, style, extra = '' } = properties;
  const ilvl = level === undefined ? '' : `<w:ilvl w:val="${level}"/>`;
  const numPr = numId === undefined ? '' : `<w:numPr>${ilvl}<w:numId w:val="${numId}"/></w:numPr>`;
  const pStyle = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${pStyle}${numPr}${extra}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;
}

/** A table of plain texts; `null` continues the cell above (merged down). Line breaks become paragraphs. */
export function table(rows: readonly (readonly (string | null)[])[]): string {
  const cell = (text: string | null, below: string | null | undefined): string => {
    const merge = text === null ? '<w:vMerge/>' : below === null ? '<w:vMerge w:val="restart"/>' : '';
    const words = (text ?? '').split('\n').map((line) => paragraph(line));
    return `<w:tc><w:tcPr>${merge}</w:tcPr>${words.join('')}</w:tc>`;
  };
  const xml = rows.map(
    (row, index) => `<w:tr>${row.map((text, at) => cell(text, rows[index + 1]?.[at])).join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr/><w:tblGrid/>${xml.join('')}</w:tbl>`;
}

export type LevelXml = {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  readonly style?: string;
  /** More properties of the level, such as when it starts anew. */
  readonly extra?: string;
};

export function abstractNum(id: number, levels: readonly LevelXml[], extra = ''): string {
  const xml = levels.map(({ format, text, start = 1, style, extra: more = '' }, index) => {
    const pStyle = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
    return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}${pStyle}<w:lvlText w:val="${text}"/></w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}">${extra}${xml.join('')}</w:abstractNum>`;
}

export function num(id: number, abstractId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}

/** An office program opens no package that does not say what its parts are. */
function contentTypes(names: readonly string[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = names.map((name) => {
    const type = `${kind}.${name}${name === 'document' ? '.main' : ''}+xml`;
    return `<Override PartName="/word/${name}.xml" ContentType="${type}"/>`;
  });
  const relations = 'application/vnd.openxmlformats-package.relationships+xml';
  return `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="${relations}"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** The parts of a small .docx. */
export function docxParts(body: string, parts: DocxParts = {}): ZipEntry[] {
  const part = (name: string, xml: string | undefined): ZipEntry[] => {
    const content = `<?xml version="1.0" encoding="UTF-8"?>\n<w:${name} xmlns:w="${MAIN}">${xml}</w:${name}>`;
    return xml === undefined ? [] : [{ name: `word/${name}.xml`, content }];
  };
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return [
    {
      name: '[Content_Types].xml',
      content: contentTypes([
        'document',
        ...(['numbering', 'styles'] as const).filter((name) => parts[name] !== undefined),
      ]),
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}">${relation(1, 'officeDocument', 'word/document.xml')}</Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}">${relation(1, 'numbering', 'numbering.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
    },
    ...part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...part('numbering', parts.numbering),
    ...part('styles', parts.styles),
  ];
}

export function docx(body: string, parts: DocxParts = {}): Uint8Array {
  return zipOf(docxParts(body, parts));
}
