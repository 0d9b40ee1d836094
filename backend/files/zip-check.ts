import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { isSheetWithinBounds } from './sheet-bounds.ts';
import { openZip } from './zip-directory.ts';

/**
 * Limits a foreign workbook or document must keep, before anything is parsed (pitfall 39: 146 KB took 590 MB). A
 * filled-in form unpacks to less than 1 MB. Raising a limit lets larger files in; the parser takes 25 to 95 times the size of the XML
 * as memory, which must stay below what the intake's thread may have (INTAKE_LIMITS).
 */
export const ZIP_LIMITS = {
  /** The file itself. Photos pasted into a return are the usual reason for size. */
  fileBytes: 40 * 1024 * 1024,
  entries: 2_000,
  /** All entries but pictures, together: everything the parser may walk through. */
  xmlBytes: 12 * 1024 * 1024,
  /** All entries together, pictures included. */
  totalBytes: 120 * 1024 * 1024,
} as const;

/** What a container of one kind is held to, and by which words it is refused. */
type ContainerRules = {
  /** Kept as bytes; whatever else is in the file is turned into text and may be walked through. */
  readonly picture: RegExp;
  /** Wherever in the file such a path stands, the parser takes it for a sheet. */
  readonly sheet: RegExp | null;
  readonly codes: {
    readonly damaged: 'WORKBOOK_DAMAGED' | 'DOCUMENT_DAMAGED';
    readonly bomb: 'WORKBOOK_BOMB' | 'DOCUMENT_BOMB';
    readonly encrypted: 'WORKBOOK_ENCRYPTED' | 'DOCUMENT_ENCRYPTED';
    readonly tooLarge: 'FILE_TOO_LARGE' | 'PLAN_TOO_LARGE';
  };
};

const CONTAINERS: Readonly<Record<'xlsx' | 'docx', ContainerRules>> = {
  xlsx: {
    picture: /^xl\/media\/[^/]+$/,
    sheet: /xl\/worksheets\//,
    codes: {
      damaged: 'WORKBOOK_DAMAGED',
      bomb: 'WORKBOOK_BOMB',
      encrypted: 'WORKBOOK_ENCRYPTED',
      tooLarge: 'FILE_TOO_LARGE',
    },
  },
  docx: {
    picture: /^word\/(?:media|embeddings)\/[^/]+$/,
    sheet: null,
    codes: {
      damaged: 'DOCUMENT_DAMAGED',
      bomb: 'DOCUMENT_BOMB',
      encrypted: 'DOCUMENT_ENCRYPTED',
      tooLarge: 'PLAN_TOO_LARGE',
    },
  },
};

type Sums = { readonly xml: number; readonly total: number };

function withinLimits({ xml, total }: Sums): boolean {
  return xml <= ZIP_LIMITS.xmlBytes && total <= ZIP_LIMITS.totalBytes;
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
 * Walks through a foreign container before it is parsed. What the directory claims is checked first; then every entry
 * is really unpacked and counted, but not kept, because a directory can lie. That it is what it should be is for
 * {@link file://./file-kind.ts} to say, before.
 *
 * @param kind what the container is, which decides whose pictures and sheets are meant and the codes of a refusal
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB, WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTED (single entries), or the like
 *   of a document: PLAN_TOO_LARGE, DOCUMENT_BOMB, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED
 */
export async function checkZip(bytes: Uint8Array, file: string, kind: 'xlsx' | 'docx'): Promise<void> {
  const { codes, picture, sheet } = CONTAINERS[kind];
  if (bytes.byteLength > ZIP_LIMITS.fileBytes) {
    throw new AppError(codes.tooLarge, { file, limit: `${ZIP_LIMITS.fileBytes / 1024 / 1024} MB` });
  }
  const damaged = (cause: unknown): AppError => new AppError(codes.damaged, { file }, { cause });
  const bomb = (): AppError => new AppError(codes.bomb, { file });

  const zip = await openZip(bytes).catch((error: unknown) => Promise.reject(damaged(error)));
  if (zip.entryCount > ZIP_LIMITS.entries) throw bomb();
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError(codes.encrypted, { file });

  const sums = entries.reduce(
    (before: Sums, { fileName, uncompressedSize }): Sums => ({
      xml: before.xml + (picture.test(fileName) ? 0 : uncompressedSize),
      total: before.total + uncompressedSize,
    }),
    { xml: 0, total: 0 },
  );
  if (!withinLimits(sums)) throw bomb();

  for (const entry of entries) {
    const content = await unpack(zip, entry, bytes).catch((error: unknown) =>
      Promise.reject(isTooLarge(error) ? bomb() : damaged(error)),
    );
    if (content.byteLength > entry.uncompressedSize) throw bomb();
    if (content.byteLength < entry.uncompressedSize) throw damaged(undefined);
    if (sheet?.test(entry.fileName) === true && !isSheetWithinBounds(content)) throw bomb();
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
