import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip made by hand, because no library writes a directory that lies. */
export type ZipEntry = {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the directory says instead of the true size. */
  readonly claimedSize?: number;
};

function header(fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      if (size === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
}

/** A zip with the given entries (APPNOTE.TXT 4.3.6: local headers, directory, end record). */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of entries) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const nameBytes = Buffer.from(name);
    const common = [
      [2, 20],
      [2, 0x0800],
      [2, 8],
      [2, 0],
      [2, 0x21],
      [4, crc32(plain)],
      [4, packed.byteLength],
      [4, claimedSize ?? plain.byteLength],
      [2, nameBytes.byteLength],
      [2, 0],
    ] as const;
    const local = Buffer.concat([header([[4, 0x04034b50], ...common]), nameBytes, packed]);
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    directory.push(header([[4, 0x02014b50], [2, 20], ...common, ...rest]), nameBytes);
    parts.push(local);
    offset += local.byteLength;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = header([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directoryBytes.byteLength],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, directoryBytes, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook whose only sheet has the given XML. */
export function workbookParts(sheetXml: string): ZipEntry[] {
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${MAIN}">${sheetXml}</worksheet>` },
  ];
}

function cell(column: number, row: number, text: string): string {
  return `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Sheet data of plain texts, row by row. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const xml = rows.map(
    (texts, index) =>
      `<row r="${index + 1}">${texts.map((text, column) => cell(column, index + 1, text)).join('')}</row>`,
  );
  return `<sheetData>${xml.join('')}</sheetData>`;
}
