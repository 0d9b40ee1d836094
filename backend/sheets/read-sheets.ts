import { checkContainer } from '#backend/files/check-container.ts';
import { type FileKind, fileKind, KIND_NAMES } from '#backend/files/file-kind.ts';
import { hasSoundChains } from '#backend/files/ole-check.ts';
import { ZIP_LIMITS } from '#backend/files/zip-limits.ts';
import { AppError } from '#shared/errors.ts';
import { ADVICE } from './advice.ts';
import type { SheetRead } from './sheet.ts';

export type ReadSheetsOptions = { readonly password?: string | undefined };

/**
 * Any file with tables → its sheets, cell by cell. The one way in for whoever reads workbooks: of today (.xlsx, .xlsm,
 * .xlsb), of old (.xls, .et, XML of 2003), of others (.ods), pages under any ending, tables of commas or tabs. The
 * first bytes decide, never the ending. A new kind gets its reader beside this file (`sheets-of-….ts`) and its line here.
 * Pure: the same bytes give the same values. The library of a kind is loaded when its first file comes.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, WORKBOOK_ENCRYPTED (it needs a password), WORKBOOK_PASSWORD_WRONG,
 *   WORKBOOK_ENCRYPTION_UNKNOWN, WORKBOOK_DAMAGED, WORKBOOK_BOMB, and WORKBOOK_KIND_UNSUPPORTED with what the file
 *   looks like and what to do
 */
export async function readSheets(
  bytes: Uint8Array,
  file: string,
  options: ReadSheetsOptions = {},
): Promise<readonly SheetRead[]> {
  const plain = await openFile(bytes, file, options);
  return await sheetsOfKind(plain.kind, plain.bytes, file, options);
}

/** What a file is, its password undone. @throws AppError as {@link readSheets} */
export async function openFile(
  bytes: Uint8Array,
  file: string,
  { password }: ReadSheetsOptions,
): Promise<{ readonly kind: FileKind; readonly bytes: Uint8Array }> {
  const kind = await fileKind(bytes);
  if (kind !== 'encrypted') return { kind, bytes };
  const plain = await (await import('./open-encrypted.ts')).openEncrypted(bytes, file, password);
  return { kind: await fileKind(plain), bytes: plain };
}

async function sheetsOfKind(
  kind: FileKind,
  bytes: Uint8Array,
  file: string,
  { password }: ReadSheetsOptions,
): Promise<readonly SheetRead[]> {
  switch (kind) {
    case 'xlsx':
      return (await import('./sheets-of-xlsx.ts')).sheetsOfXlsx(bytes, file);
    case 'ods':
      return (await import('./sheets-of-ods.ts')).sheetsOfOds(bytes, file);
    case 'xlsb':
      await checkContainer(bytes, file, 'workbook');
      return (await import('./sheets-of-other.ts')).sheetsOfOther(bytes, file);
    case 'xls':
      if (!hasSoundChains(bytes)) throw new AppError('WORKBOOK_DAMAGED', { file });
      return (await import('./sheets-of-other.ts')).sheetsOfOther(bytes, file, password);
    case 'xml2003':
      if (bytes.byteLength > ZIP_LIMITS.fileBytes) throw new AppError('FILE_TOO_LARGE', { file, limit: '40 MB' });
      return (await import('./sheets-of-other.ts')).sheetsOfOther(bytes, file);
    case 'html':
    case 'web-archive':
      return (await import('./sheets-of-html.ts')).sheetsOfHtml(bytes, file, kind);
    case 'text':
      return (await import('./sheets-of-text.ts')).sheetsOfText(bytes, file);
    case 'empty':
      throw new AppError('FILE_EMPTY', { file });
    case 'broken-zip':
      throw new AppError('WORKBOOK_DAMAGED', { file });
    case 'encrypted':
      throw new AppError('WORKBOOK_ENCRYPTION_UNKNOWN', { file });
    default:
      throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind], advice: ADVICE[kind] });
  }
}
