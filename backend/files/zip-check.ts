import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { isSheetWithinBounds } from './sheet-bounds.ts';
import { openZip } from './zip-directory.ts';

/**
 * Limits a foreign workbook must keep, before anything is parsed (pitfall 39: 146 KB took 590 MB). A filled-in form
 * unpacks to less than 1 MB. Raising a limit lets larger files in; the parser takes 25 to 95 times the size of the XML
 * as memory, which must stay below what the intake's thread may have (INTAKE_LIMITS).
 */
export const WORKBOOK_LIMITS = {
  /** The file itself. Photos pasted into a return are the usual reason for size. */
  fileBytes: 40 * 1024 * 1024,
  entries: 2_000,
  /** All entries but pictures, together: everything the parser may walk through. */
  xmlBytes: 12 * 1024 * 1024,
  /** All entries together, pictures included. */
  totalBytes: 120 * 1024 * 1024,
} as const;

const WORKBOOK_PART = 'xl/workbook.xml';

type Sums = { readonly xml: number; readonly total: number };

function withinLimits({ xml, total }: Sums): boolean {
  return xml <= WORKBOOK_LIMITS.xmlBytes && total <= WORKBOOK_LIMITS.totalBytes;
}

/** Pictures are kept as bytes; whatever else is in the file is turned into text and may be walked through. */
function isPicture(entry: Entry): boolean {
  return /^xl\/media\/[^/]+$/.test(entry.fileName);
}

/** Wherever in the file such a path stands, the parser takes it for a sheet. */
function isSheet(entry: Entry): boolean {
  return entry.fileName.includes('xl/worksheets/');
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks an entry, at most to the size it claims. At once and not as a stream: of the many small parts of a workbook
 * a stream for each takes longer than all the unpacking.
 *
 * @throws Error `ERR_BUFFER_TOO_LARGE` when the entry holds more than it claims; others when it is damaged
 */
async function unpack(zip: ZipFile, entry: Entry, bytes: Uint8Array): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  switch (entry.compressionMethod) {
    case STORED:
      return Buffer.from(packed);
    case DEFLATED:
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
    default:
      throw new Error(`compression method ${entry.compressionMethod}`);
  }
}

/**
 * Walks through a foreign workbook's container before it is parsed. What the directory claims is checked first; then
 * every entry is really unpacked and counted, but not kept, because a directory can lie.
 *
 * @returns nothing when the container is within {@link WORKBOOK_LIMITS} and holds a workbook
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB, WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTED (single entries), and
 *   WORKBOOK_KIND_UNSUPPORTED for a zip that is no workbook
 */
export async function checkZip(bytes: Uint8Array, file: string): Promise<void> {
  if (bytes.byteLength > WORKBOOK_LIMITS.fileBytes) {
    throw new AppError('FILE_TOO_LARGE', { file, limit: `${WORKBOOK_LIMITS.fileBytes / 1024 / 1024} MB` });
  }
  const damaged = (cause: unknown): AppError => new AppError('WORKBOOK_DAMAGED', { file }, { cause });
  const bomb = (): AppError => new AppError('WORKBOOK_BOMB', { file });

  const zip = await openZip(bytes).catch((error: unknown) => Promise.reject(damaged(error)));
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw bomb();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  if (!entries.some(({ fileName }) => fileName === WORKBOOK_PART)) {
    throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: '压缩包或其他文档' });
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError('WORKBOOK_ENCRYPTED', { file });

  if (!withinLimits(entries.reduce(add, { xml: 0, total: 0 }))) throw bomb();

  for (const entry of entries) {
    const content = await unpack(zip, entry, bytes).catch((error: unknown) =>
      Promise.reject(isTooLarge(error) ? bomb() : damaged(error)),
    );
    if (content.byteLength > entry.uncompressedSize) throw bomb();
    if (content.byteLength < entry.uncompressedSize) throw damaged(undefined);
    if (isSheet(entry) && !isSheetWithinBounds(content)) throw bomb();
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function add(sums: Sums, entry: Entry): Sums {
  const size = entry.uncompressedSize;
  return { xml: sums.xml + (isPicture(entry) ? 0 : size), total: sums.total + size };
}
