import { type Entry, validateFileName } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { openZip } from './zip-directory.ts';
import { ZIP_LIMITS } from './zip-limits.ts';
import { entryName } from './zip-names.ts';
import { PartFault, unpackEntry } from './zip-unpack.ts';

/** Pictures and embedded files: kept as bytes; whatever else is in the file is turned into text and may be walked through. */
const PICTURE = /^word\/(?:media|embeddings)\/[^/]+$/;

type Sums = { readonly xml: number; readonly total: number };

function withinLimits({ xml, total }: Sums): boolean {
  return xml <= ZIP_LIMITS.xmlBytes && total <= ZIP_LIMITS.totalBytes;
}

/**
 * Walks through a foreign document before it is parsed. What the directory claims is checked first; then every entry
 * is really unpacked and counted, but not kept, because a directory can lie. That it is what it should be is for
 * {@link file://./file-kind.ts} to say, before. Workbooks need none of this: package-parts.ts unpacks what is read.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError PLAN_TOO_LARGE, DOCUMENT_BOMB, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED (single entries)
 */
export async function checkDocument(bytes: Uint8Array, file: string): Promise<void> {
  if (bytes.byteLength > ZIP_LIMITS.fileBytes) {
    throw new AppError('PLAN_TOO_LARGE', { file, limit: `${ZIP_LIMITS.fileBytes / 1024 / 1024} MB` });
  }
  const damaged = (cause: unknown): AppError => new AppError('DOCUMENT_DAMAGED', { file }, { cause });
  const bomb = (): AppError => new AppError('DOCUMENT_BOMB', { file });

  const zip = await openZip(bytes).catch((error: unknown) => Promise.reject(damaged(error)));
  if (zip.entryCount > ZIP_LIMITS.entries) throw bomb();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  const names = entries.map(entryName);
  const objection = names.map((name) => validateFileName(name)).find((message) => message !== null);
  if (objection !== undefined) throw damaged(new Error(objection));
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError('DOCUMENT_ENCRYPTED', { file });

  const sums = entries.reduce(
    (before: Sums, { uncompressedSize }, index): Sums => ({
      xml: before.xml + (PICTURE.test(names[index] ?? '') ? 0 : uncompressedSize),
      total: before.total + uncompressedSize,
    }),
    { xml: 0, total: 0 },
  );
  if (!withinLimits(sums)) throw bomb();

  for (const entry of entries) {
    await unpackEntry(zip, entry, bytes).catch((error: unknown) =>
      Promise.reject(error instanceof PartFault && error.isTooLarge ? bomb() : damaged(error)),
    );
  }
}
