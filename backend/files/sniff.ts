import { AppError } from '#shared/errors.ts';

/**
 * What a file is, by its first bytes; the name's ending is no evidence. exceljs gives the same error for an old .xls,
 * an encrypted file, a web page and a table of commas (pitfall 38), and each needs another advice.
 */
export type FileKind =
  | 'zip'
  | 'encrypted'
  | 'old-excel'
  | 'ole'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'rar'
  | 'text'
  | 'empty'
  | 'unknown';

/** What the clerk is told the file looks like. */
const KIND_NAMES: Readonly<Partial<Record<FileKind, string>>> = {
  'old-excel': '旧版 .xls 或 .et 表格',
  ole: '旧版 Office 文档',
  html: '网页表格',
  xml: 'XML 表格',
  pdf: 'PDF 文件',
  rar: '压缩包',
  text: '文本或 CSV 表格',
  unknown: '其他类型的文件',
};

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const OLE_SECTOR_SHIFT_OFFSET = 30;
const OLE_DIRECTORY_SECTOR_OFFSET = 48;
const OLE_ENTRY_SIZE = 128;
/** Entries looked at: the streams that tell the kind stand at the front. */
const OLE_ENTRIES_MAX = 64;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Names in the first sector of the directory of an OLE file; empty when the file ends before it. */
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

function oleKind(bytes: Uint8Array): FileKind {
  const names = oleStreamNames(bytes);
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return 'encrypted';
  return names.includes('Workbook') || names.includes('Book') ? 'old-excel' : 'ole';
}

/** How much is looked at to tell text from other bytes. */
const TEXT_SAMPLE_BYTES = 4096;

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

function textKind(bytes: Uint8Array): FileKind {
  const marked = startsWith(bytes, UTF8_MARK);
  const sample = bytes.subarray(marked ? UTF8_MARK.length : 0, TEXT_SAMPLE_BYTES);
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const head = new TextDecoder(wide ? 'utf-16le' : 'gb18030').decode(sample).trimStart().toLowerCase();
  if (head.startsWith('<')) return /<(?:!doctype html|html|table|body|head|meta)/.test(head) ? 'html' : 'xml';
  return wide || !sample.includes(0) ? 'text' : 'unknown';
}

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.byteLength === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, OLE_SIGNATURE)) return oleKind(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return 'rar';
  return textKind(bytes);
}

/**
 * Lets only zip containers through, which a workbook is.
 *
 * @throws AppError FILE_EMPTY, WORKBOOK_ENCRYPTED, WORKBOOK_KIND_UNSUPPORTED (with what the file looks like)
 */
export function assertWorkbookKind(bytes: Uint8Array, file: string): void {
  const kind = sniff(bytes);
  switch (kind) {
    case 'zip':
      return;
    case 'empty':
      throw new AppError('FILE_EMPTY', { file });
    case 'encrypted':
      throw new AppError('WORKBOOK_ENCRYPTED', { file });
    default:
      throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind] ?? '其他类型的文件' });
  }
}
