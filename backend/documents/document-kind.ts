import { fileKind, KIND_NAMES } from '#backend/files/file-kind.ts';
import { AppError } from '#shared/errors.ts';

/** The kinds of files a plan is read from. A new one gets its line here and its reader in read-document.ts. */
const DOCUMENT_KINDS = ['text', 'docx', 'doc', 'xlsx', 'xls', 'pdf'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * What a file is, if a plan can be read from its kind.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_EMPTY, DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED (a zip whose directory cannot be read),
 *   DOCUMENT_KIND_UNSUPPORTED with what the file looks like
 */
export async function documentKind(bytes: Uint8Array, file: string): Promise<DocumentKind> {
  const kind = await fileKind(bytes);
  const known = DOCUMENT_KINDS.find((each) => each === kind);
  if (known !== undefined) return known;
  switch (kind) {
    case 'empty':
      throw new AppError('FILE_EMPTY', { file });
    case 'encrypted':
      throw new AppError('DOCUMENT_ENCRYPTED', { file });
    case 'broken-zip':
      throw new AppError('DOCUMENT_DAMAGED', { file });
    default:
      throw new AppError('DOCUMENT_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind] });
  }
}
