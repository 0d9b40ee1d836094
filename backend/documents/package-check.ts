import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { WORKBOOK_LIMITS } from '#backend/files/zip-check.ts';
import { openZip } from '#backend/files/zip-directory.ts';
import { AppError } from '#shared/errors.ts';

/** Pictures are kept as bytes; all other parts may be turned into text. */
const PICTURE = /^word\/(?:media|embeddings)\/[^/]+$/;
const DEFLATED = 8;

/**
 * Walks through a foreign .docx before it is parsed, with the limits and for the reasons of
 * {@link file://../excel/zip-check.ts}: what the directory claims first, then what is really in it.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_BOMB, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED (single entries)
 */
export async function checkPackage(bytes: Uint8Array, file: string): Promise<void> {
  const damaged = (cause?: unknown): AppError => new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  const bomb = (cause?: unknown): AppError => new AppError('DOCUMENT_BOMB', { file }, { cause });
  const zip = await openZip(bytes).catch((cause: unknown) => Promise.reject(damaged(cause)));
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw bomb();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw damaged(cause);
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError('DOCUMENT_ENCRYPTED', { file });
  const total = sizeOf(entries);
  const words = sizeOf(entries.filter(({ fileName }) => !PICTURE.test(fileName)));
  if (total > WORKBOOK_LIMITS.totalBytes || words > WORKBOOK_LIMITS.xmlBytes) throw bomb();
  for (const entry of entries) {
    const size = await unpackedSize(zip, entry, bytes).catch((cause: unknown) =>
      Promise.reject(isTooLarge(cause) ? bomb(cause) : damaged(cause)),
    );
    if (size > entry.uncompressedSize) throw bomb();
    if (size < entry.uncompressedSize) throw damaged();
  }
}

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
}

/** Unpacks an entry at most to the size it claims. */
async function unpackedSize(zip: ZipFile, entry: Entry, bytes: Uint8Array): Promise<number> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  if (entry.compressionMethod !== DEFLATED) return packed.byteLength;
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) }).byteLength;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
