import { fileKind, KIND_NAMES } from '#backend/files/file-kind.ts';
import { AppError } from '#shared/errors.ts';
import type { SheetRead } from './sheet.ts';

/**
 * Any file with tables → its sheets, cell by cell. The one way in for whoever reads workbooks, of today (.xlsx, .xlsm)
 * or of old (.xls, .et). A new kind gets its reader beside this file (`sheets-of-….ts`) and its line here.
 * Pure: the same bytes give the same values. The library of a kind is loaded when its first file comes.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, WORKBOOK_ENCRYPTED, WORKBOOK_DAMAGED, WORKBOOK_BOMB, and
 *   WORKBOOK_KIND_UNSUPPORTED with what the file looks like
 */
export async function readSheets(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  const kind = await fileKind(bytes);
  switch (kind) {
    case 'xlsx':
      return (await import('./sheets-of-xlsx.ts')).sheetsOfXlsx(bytes, file);
    case 'xls':
      return (await import('./sheets-of-other.ts')).sheetsOfOther(bytes, file);
    case 'empty':
      throw new AppError('FILE_EMPTY', { file });
    case 'encrypted':
      throw new AppError('WORKBOOK_ENCRYPTED', { file });
    case 'broken-zip':
      throw new AppError('WORKBOOK_DAMAGED', { file });
    default:
      throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind] });
  }
}
