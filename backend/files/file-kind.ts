import type { Entry } from 'yauzl';
import { openZip, zipEntryNames } from './zip-directory.ts';
import { entryName } from './zip-names.ts';
import { PartFault, unpackEntry } from './zip-unpack.ts';

/**
 * What a file is, by its bytes; the name's ending is no evidence. Libraries give the same error for an old .xls, an
 * encrypted file, a web page and a table of commas (pitfall 38), and each needs another advice.
 */
export type FileKind =
  | 'text'
  | 'html'
  | 'web-archive'
  | 'rtf'
  | 'xml'
  | 'xml2003'
  | 'pdf'
  | 'xlsx'
  | 'docx'
  | 'xlsb'
  | 'pptx'
  | 'ofd'
  | 'ods'
  | 'odf'
  | 'zip'
  | 'broken-zip'
  | 'xls'
  | 'doc'
  | 'encrypted'
  | 'archive'
  | 'picture'
  | 'data-file'
  | 'program'
  | 'empty'
  | 'unknown';

/** What the clerk is told the file looks like. */
export const KIND_NAMES: Readonly<Record<FileKind, string>> = {
  text: '文本或 CSV 表格',
  html: '网页',
  'web-archive': '网页',
  rtf: 'RTF 文档',
  xml: 'XML 文档',
  xml2003: 'XML 表格（2003 格式）',
  pdf: 'PDF 文件',
  xlsx: 'Excel 工作簿',
  docx: 'Word 文档',
  xlsb: '二进制工作簿 .xlsb',
  pptx: '演示文稿',
  ofd: 'OFD 版式文件',
  ods: 'OpenDocument 表格 .ods',
  odf: 'OpenDocument 文档',
  zip: '压缩包',
  'broken-zip': '已损坏的压缩包',
  xls: '旧版 .xls 或 .et 表格',
  doc: '旧版 Office 文档',
  encrypted: '加密的 Office 文档',
  archive: '压缩包',
  picture: '图片',
  'data-file': '数据文件',
  program: '程序',
  empty: '空文件',
  unknown: '其他类型的文件',
};

/** First bytes that say it all; `zip` and `ole` are containers that must be looked into. The first that fits wins. */
const SIGNATURES: readonly (readonly [readonly number[], FileKind | 'ole'])[] = [
  [[0x50, 0x4b], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'picture'],
  // SQLite format 3.
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'data-file'],
  [[0x4d, 0x5a, 0x90, 0x00], 'program'],
];

/** Names of entries that tell what a zip is; some writers give them other case or a slash in front. */
const ZIP_ENTRIES: readonly (readonly [RegExp, FileKind])[] = [
  [/^\/?xl\/workbook\.xml$/i, 'xlsx'],
  [/^\/?word\//i, 'docx'],
  [/^\/?xl\/workbook\.bin$/i, 'xlsb'],
  [/^\/?ppt\//i, 'pptx'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^content\.xml$/i, 'odf'],
];

/** A workbook whose parts stand in folders of its writer's own. */
const ODD_WORKBOOK = [/^\/?\[content_types\]\.xml$/i, /(?:^|\/)workbook\d*\.xml$/i] as const;
/** Names of streams that tell what a compound file is; without any of them it is taken for a document of old. */
const OLE_STREAMS: readonly (readonly [RegExp, FileKind])[] = [
  [/^Encrypt(?:edPackage|ionInfo)$/, 'encrypted'],
  [/^(?:Workbook|Book)$/, 'xls'],
];

/** How a text begins that is more than a text, blanks and a byte order mark left out. */
const TEXT_STARTS: readonly (readonly [RegExp, FileKind])[] = [
  [/^<(?:\?xml|Workbook)[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/, 'xml2003'],
  [/^<(?:[\s\S]*<)?(?:!doctype html|html|table|body|head|meta)/i, 'html'],
  [/^<\?xml/i, 'xml'],
  [/^\{\\rtf/, 'rtf'],
  // A web page with its pictures in one file, which Word saves under .doc.
  [/^(?:MIME-Version|Content-Type|From):/i, 'web-archive'],
];

/** How much is looked at to tell text from other bytes. */
const TEXT_SAMPLE_BYTES = 4096;
const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** @returns what the file is; of a zip the directory is read, and of an OpenDocument one what it says of itself */
export async function fileKind(bytes: Uint8Array): Promise<FileKind> {
  if (bytes.byteLength === 0) return 'empty';
  const kind = SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (kind === 'zip') return zipKind(bytes);
  if (kind === 'ole') return firstOf(OLE_STREAMS, oleStreamNames(bytes)) ?? 'doc';
  return kind ?? textKind(bytes);
}

function firstOf(table: readonly (readonly [RegExp, FileKind])[], names: readonly string[]): FileKind | undefined {
  return table.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

async function zipKind(bytes: Uint8Array): Promise<FileKind> {
  const names = await zipEntryNames(bytes).catch(() => undefined);
  if (names === undefined) return 'broken-zip';
  const kind = firstOf(ZIP_ENTRIES, names);
  if (kind === 'odf') return (await isSpreadsheet(bytes)) ? 'ods' : 'odf';
  if (kind !== undefined) return kind;
  return ODD_WORKBOOK.every((pattern) => names.some((name) => pattern.test(name))) ? 'xlsx' : 'zip';
}

/** What says what an OpenDocument file is (ODF 1.3, part 2, 3.3): one of these, the first that is there. */
const ODF_WITNESSES = ['mimetype', 'META-INF/manifest.xml', 'content.xml'] as const;
const ODS_MARK = /opendocument\.spreadsheet|<office:spreadsheet/;
const ODF_WITNESS_BYTES_MAX = 12 * 1024 * 1024;

async function isSpreadsheet(bytes: Uint8Array): Promise<boolean> {
  const zip = await openZip(bytes);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entryName(entry), entry);
  const witness = ODF_WITNESSES.map((name) => entries.get(name)).find((entry) => entry !== undefined);
  if (witness === undefined || witness.uncompressedSize > ODF_WITNESS_BYTES_MAX) return false;
  try {
    return ODS_MARK.test(Buffer.from(await unpackEntry(zip, witness, bytes)).toString('latin1'));
  } catch (error) {
    // A damaged one is no table that could be read.
    if (error instanceof PartFault) return false;
    throw error;
  }
}

function textKind(bytes: Uint8Array): FileKind {
  const marked = startsWith(bytes, UTF8_MARK);
  const sample = bytes.subarray(marked ? UTF8_MARK.length : 0, TEXT_SAMPLE_BYTES);
  const wide = UTF16_MARKS.some((mark) => startsWith(bytes, mark));
  const start = new TextDecoder(wide ? 'utf-16le' : 'gb18030').decode(sample).trimStart();
  return firstOf(TEXT_STARTS, [start]) ?? (wide || !sample.includes(0) ? 'text' : 'unknown');
}

const OLE_SECTOR_SHIFT_OFFSET = 30;
const OLE_DIRECTORY_SECTOR_OFFSET = 48;
const OLE_ENTRY_SIZE = 128;
/** Entries looked at: the streams that tell the kind stand at the front. */
const OLE_ENTRIES_MAX = 64;

/** Names in the first sector of the directory of a compound file; empty when the file ends before it. */
function oleStreamNames(bytes: Uint8Array): readonly string[] {
  if (bytes.byteLength < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** Math.min(view.getUint16(OLE_SECTOR_SHIFT_OFFSET, true), 16);
  const start = (view.getUint32(OLE_DIRECTORY_SECTOR_OFFSET, true) + 1) * sectorSize;
  const names: string[] = [];
  for (let entry = 0; entry < OLE_ENTRIES_MAX; entry++) {
    const at = start + entry * OLE_ENTRY_SIZE;
    if (at + OLE_ENTRY_SIZE > bytes.byteLength) break;
    const length = Math.min(view.getUint16(at + 64, true), 64);
    if (length < 2) continue;
    names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}
