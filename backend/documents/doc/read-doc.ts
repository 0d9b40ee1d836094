import { CFB } from '@e965/xlsx';
import WordExtractor from 'word-extractor';
import { AppError } from '#shared/errors.ts';
import type { DocumentContent } from '../document-text.ts';
import { layOutDocText } from './doc-rows.ts';
import type { DocStreams } from './doc-streams.ts';
import { type NumberedBody, numberBody } from './number-doc.ts';

/** The start of a Word stream ([MS-DOC] 2.5.2 FibBase): its magic number, and where its flags stand. */
const WORD_MAGIC = 0xa5ec;
const FIB_BYTES = 512;
const FLAGS_OFFSET = 10;
const FLAG_ENCRYPTED = 0x0100;
const FLAG_TABLE_1 = 0x0200;
/** Characters of the main text ([MS-DOC] 2.5.4 ccpText). */
const LENGTH_OFFSET = 0x4c;
/** A paragraph's property "belongs to list n" ([MS-DOC] 2.6.2 sprmPIlfo), least byte first. */
const LIST_PROPERTY = [0x0b, 0x46] as const;
const LISTS_MAX = 0x07fe;

/** What is left of Word's marks for pictures, notes and fields. */
const LEFTOVERS = /(?![\t\n])\p{Cc}/gu;

const NUMBERS_NOTE =
  '文件使用了 Word 自动编号，但文件有损坏，编号读不出来，任务可能并在一起。请用 Word 或 WPS 另存为 .docx 后重新读取。';

/**
 * Reads an old binary Word file, .doc or the .wps of WPS, and counts its automatic numbers. Deleted text is left out;
 * text boxes, notes, headers and footers are not read.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_KIND_UNSUPPORTED (no Word file), DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED
 */
export async function readDoc(bytes: Uint8Array, file: string): Promise<DocumentContent> {
  const container = containerOf(bytes, file);
  const word = streamOf(container, '/WordDocument');
  if (word === undefined)
    throw new AppError('DOCUMENT_KIND_UNSUPPORTED', { file, kind: '旧版 Office 文档（不是 Word）' });
  if (word.byteLength < FIB_BYTES || word.getUint16(0, true) !== WORD_MAGIC)
    throw new AppError('DOCUMENT_DAMAGED', { file });
  const flags = word.getUint16(FLAGS_OFFSET, true);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new AppError('DOCUMENT_ENCRYPTED', { file });
  const table = streamOf(container, (flags & FLAG_TABLE_1) === 0 ? '/0Table' : '/1Table');
  const body = await bodyOf(bytes, file);
  const numbered = table === undefined ? undefined : numbersIn(body, { word, table });
  if (numbered !== undefined) return layOutDocText(numbered.body, numbered.numbers, []);
  return layOutDocText(body, [], usesLists(word) ? [NUMBERS_NOTE] : []);
}

function containerOf(bytes: Uint8Array, file: string): ReturnType<typeof CFB.read> {
  try {
    return CFB.read(bytes, { type: 'array' });
  } catch (cause) {
    throw new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  }
}

function streamOf(container: ReturnType<typeof CFB.read>, name: string): DataView | undefined {
  // Declared as always there; of a damaged container it is not.
  const content: ArrayLike<number> | undefined = CFB.find(container, name)?.content;
  if (content === undefined) return undefined;
  const bytes = Uint8Array.from(content);
  return new DataView(bytes.buffer);
}

/** `undefined` when what is said of lists cannot be read: the words can still be. */
function numbersIn(body: string, streams: DocStreams): NumberedBody | undefined {
  try {
    return numberBody(body, streams, streams.word.getUint32(LENGTH_OFFSET, true));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function bodyOf(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return document.getBody({ filterUnicode: false }).replaceAll('\u2011', '-').replace(LEFTOVERS, '');
  } catch (cause) {
    throw new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  }
}

function usesLists({ buffer }: DataView): boolean {
  const word = new Uint8Array(buffer);
  const [low, high] = LIST_PROPERTY;
  for (let at = word.indexOf(low); at !== -1; at = word.indexOf(low, at + 1)) {
    const list = (word[at + 2] ?? 0) + (word[at + 3] ?? 0) * 256;
    if (word[at + 1] === high && list >= 1 && list <= LISTS_MAX) return true;
  }
  return false;
}
