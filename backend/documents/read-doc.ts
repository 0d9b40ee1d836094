import { CFB } from '@e965/xlsx';
import WordExtractor from 'word-extractor';
import { AppError } from '#shared/errors.ts';
import { layOutDocText } from './doc-rows.ts';
import type { DocumentContent } from './document-text.ts';

/** The start of a Word stream ([MS-DOC] 2.5.2 FibBase): its magic number, and where its flags stand. */
const WORD_MAGIC = 0xa5ec;
const FIB_BYTES = 512;
const FLAGS_OFFSET = 10;
const FLAG_ENCRYPTED = 0x0100;
/** A paragraph's property "belongs to list n" ([MS-DOC] 2.6.2 sprmPIlfo), least byte first. */
const LIST_PROPERTY = [0x0b, 0x46] as const;
const LISTS_MAX = 0x07fe;

/** What is left of Word's marks for pictures, notes and fields. */
const LEFTOVERS = /(?![\t\n])\p{Cc}/gu;

const NUMBERS_NOTE =
  '文件使用了 Word 自动编号，旧版 .doc 读不出这些编号，任务可能并在一起。请用 Word 或 WPS 另存为 .docx 后重新读取。';

/**
 * Reads an old binary Word file, .doc or the .wps of WPS. Its automatic numbers cannot be read; a note says so where
 * there are any. Deleted text is left out; text boxes, notes, headers and footers are not read.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_KIND_UNSUPPORTED (no Word file), DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<DocumentContent> {
  const word = wordStream(bytes, file);
  const view = new DataView(word.buffer, word.byteOffset, word.byteLength);
  if (word.byteLength < FIB_BYTES || view.getUint16(0, true) !== WORD_MAGIC)
    throw new AppError('DOCUMENT_DAMAGED', { file });
  if ((view.getUint16(FLAGS_OFFSET, true) & FLAG_ENCRYPTED) !== 0) throw new AppError('DOCUMENT_ENCRYPTED', { file });
  return layOutDocText(await bodyOf(bytes, file), usesLists(word) ? [NUMBERS_NOTE] : []);
}

function wordStream(bytes: Uint8Array, file: string): Uint8Array {
  let found: Uint8Array | undefined;
  try {
    const stream = CFB.find(CFB.read(bytes, { type: 'array' }), '/WordDocument');
    found = stream === null ? undefined : Uint8Array.from(stream.content);
  } catch (cause) {
    throw new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  }
  const kind = '旧版 Office 文档（不是 Word）';
  if (found === undefined) throw new AppError('DOCUMENT_KIND_UNSUPPORTED', { file, kind });
  return found;
}

async function bodyOf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return document.getBody({ filterUnicode: false }).replaceAll('\u2011', '-').replace(LEFTOVERS, '');
  } catch (cause) {
    throw new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  }
}

function usesLists(word: Uint8Array): boolean {
  const [low, high] = LIST_PROPERTY;
  for (let at = word.indexOf(low); at !== -1; at = word.indexOf(low, at + 1)) {
    const list = (word[at + 2] ?? 0) + (word[at + 3] ?? 0) * 256;
    if (word[at + 1] === high && list >= 1 && list <= LISTS_MAX) return true;
  }
  return false;
}
