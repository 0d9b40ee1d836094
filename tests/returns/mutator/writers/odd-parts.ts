import JSZip from 'jszip';
import type { Book, OddPart } from '../book.ts';

type Change = (zip: JSZip, book: Book) => Promise<void>;

async function edit(zip: JSZip, name: string, change: (xml: string) => string): Promise<void> {
  const xml = await zip.file(name)?.async('string');
  if (xml !== undefined) zip.file(name, change(xml));
}

async function editAll(zip: JSZip, pattern: RegExp, change: (xml: string) => string): Promise<void> {
  for (const { name } of zip.file(pattern)) await edit(zip, name, change);
}

const STRICT: readonly (readonly [RegExp, string])[] = [
  [
    /http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/gu,
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  ],
  [
    /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/gu,
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
];

/** Rows the text box covers, counted from 0. */
export const BOX_ROWS = { from: 5, to: 7 } as const;

const BOX = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${BOX_ROWS.from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${BOX_ROWS.to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const CHANGES: Readonly<Partial<Record<OddPart, Change>>> = {
  properties: (zip) =>
    edit(zip, 'docProps/core.xml', (xml) =>
      xml.replace('</cp:coreProperties>', '<dc:rights>内部</dc:rights><cp:unknown a="1"/></cp:coreProperties>'),
    ),
  strict: (zip) =>
    editAll(zip, /^(?:xl\/.*\.xml|.*\.rels)$/u, (xml) =>
      STRICT.reduce((all, [from, to]) => all.replace(from, to), xml),
    ),
  prefixed: (zip) =>
    editAll(zip, /^xl\/(?:worksheets\/sheet\d+|sharedStrings|workbook)\.xml$/u, (xml) =>
      xml
        .replace(/<(\/?)([a-zA-Z]+)(?=[\s/>])/gu, '<$1x:$2')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        ),
    ),
  'extra-parts': async (zip) => {
    zip.file('xl/threadedComments/threadedComment1.xml', '<ThreadedComments><broken');
    zip.file('customXml/item1.xml', '<a><b></a>');
    zip.file('xl/tables/table9.xml', 'no xml at all');
  },
  'text-box': async (zip, { box, sheets }) => {
    const number = sheets.findIndex(({ name }) => name === box?.sheet) + 1;
    const rels = `xl/worksheets/_rels/sheet${number}.xml.rels`;
    if (box === null || number === 0) return;
    if (zip.file(rels)) return;
    zip.file('xl/drawings/drawing9.xml', BOX(box.text));
    zip.file(
      rels,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing9.xml"/></Relationships>',
    );
    await edit(zip, '[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        '<Override PartName="/xl/drawings/drawing9.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
      ),
    );
    await edit(zip, `xl/worksheets/sheet${number}.xml`, (xml) => {
      const drawing =
        '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>';
      // The schema wants it behind the page's set-up; readers that go by the order see it there.
      return xml.replace('</worksheet>', `${drawing}</worksheet>`);
    });
  },
};

/** Makes the odd parts of an .xlsx that a writer does not make itself. */
export async function withOddParts(bytes: Uint8Array, book: Book): Promise<Uint8Array> {
  const changes = book.oddParts.flatMap((part) => CHANGES[part] ?? []);
  if (changes.length === 0) return bytes;
  const zip = await JSZip.loadAsync(bytes);
  for (const change of changes) await change(zip, book);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A .zip with the file in it, its name in UTF-8. */
export async function zipped(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(name, bytes);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
