import { sniff } from '#backend/files/sniff.ts';
import { zipEntryNames } from '#backend/files/zip-directory.ts';
import { AppError } from '#shared/errors.ts';

/** The kinds of files a plan is read from. */
export type DocumentKind = 'text' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf';

/** What stands in a zip, and what the clerk is told it is. The first that fits wins. */
const ZIP_KINDS: readonly (readonly [RegExp, DocumentKind | string])[] = [
  [/^xl\/workbook\.xml$/, 'xlsx'],
  [/^word\//, 'docx'],
  [/^xl\//, '二进制工作簿 .xlsb'],
  [/^ppt\//, '演示文稿'],
  [/^OFD\.xml$/, 'OFD 版式文件'],
  [/^content\.xml$/, 'OpenDocument 文档'],
];

const RTF = '{\\rtf';
/** A web page with its pictures in one file, which Word saves under .doc. */
const WEB_ARCHIVE = /^(?:MIME-Version|Content-Type|From):/i;

function isKind(kind: string): kind is DocumentKind {
  return ['text', 'docx', 'doc', 'xlsx', 'xls', 'pdf'].includes(kind);
}

/**
 * What a file is, by its bytes; the name's ending is no evidence (pitfall 38).
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_EMPTY, DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED (a zip whose directory cannot be read),
 *   DOCUMENT_KIND_UNSUPPORTED with what the file looks like
 */
export async function documentKind(bytes: Uint8Array, file: string): Promise<DocumentKind> {
  const unsupported = (kind: string): AppError => new AppError('DOCUMENT_KIND_UNSUPPORTED', { file, kind });
  const kind = sniff(bytes);
  switch (kind) {
    case 'empty':
      throw new AppError('FILE_EMPTY', { file });
    case 'encrypted':
      throw new AppError('DOCUMENT_ENCRYPTED', { file });
    case 'pdf':
      return 'pdf';
    case 'old-excel':
      return 'xls';
    case 'ole':
      return 'doc';
    case 'zip': {
      const found = await zipKind(bytes, file);
      if (isKind(found)) return found;
      throw unsupported(found);
    }
    case 'html':
      throw unsupported('网页（只是改了扩展名）');
    case 'rar':
      throw unsupported('压缩包');
    case 'xml':
    case 'text':
      return textKind(bytes, unsupported);
    case 'unknown':
      throw unsupported('其他类型的文件');
  }
}

async function zipKind(bytes: Uint8Array, file: string): Promise<string> {
  const names = await zipEntryNames(bytes).catch((cause: unknown) =>
    Promise.reject(new AppError('DOCUMENT_DAMAGED', { file }, { cause })),
  );
  return ZIP_KINDS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? '压缩包';
}

function textKind(bytes: Uint8Array, unsupported: (kind: string) => AppError): DocumentKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  const start = head.replace(/^ï»¿/, '').trimStart();
  if (start.startsWith(RTF)) throw unsupported('RTF 文档');
  if (WEB_ARCHIVE.test(start)) throw unsupported('网页（只是改了扩展名）');
  if (start.startsWith('<?xml')) throw unsupported('XML 文档');
  return 'text';
}
