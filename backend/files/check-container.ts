import { type Entry, validateFileName } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { openZip } from './zip-directory.ts';
import { ZIP_LIMITS } from './zip-limits.ts';
import { entryName } from './zip-names.ts';
import { PartFault, unpackEntry } from './zip-unpack.ts';

/** What a container of one kind is held to, and by which words it is refused. */
type ContainerRules = {
  /** Kept as bytes; whatever else is in the file is turned into text and may be walked through. */
  readonly picture: RegExp;
  readonly codes: {
    readonly damaged: 'WORKBOOK_DAMAGED' | 'DOCUMENT_DAMAGED';
    readonly bomb: 'WORKBOOK_BOMB' | 'DOCUMENT_BOMB';
    readonly encrypted: 'WORKBOOK_ENCRYPTED' | 'DOCUMENT_ENCRYPTED';
    readonly tooLarge: 'FILE_TOO_LARGE' | 'PLAN_TOO_LARGE';
  };
};

const CONTAINERS: Readonly<Record<'docx' | 'workbook', ContainerRules>> = {
  docx: {
    picture: /^word\/(?:media|embeddings)\/[^/]+$/,
    codes: {
      damaged: 'DOCUMENT_DAMAGED',
      bomb: 'DOCUMENT_BOMB',
      encrypted: 'DOCUMENT_ENCRYPTED',
      tooLarge: 'PLAN_TOO_LARGE',
    },
  },
  // .xlsb, whose library unpacks what it likes.
  workbook: {
    picture: /^xl\/(?:media|embeddings)\/[^/]+$/,
    codes: {
      damaged: 'WORKBOOK_DAMAGED',
      bomb: 'WORKBOOK_BOMB',
      encrypted: 'WORKBOOK_ENCRYPTED',
      tooLarge: 'FILE_TOO_LARGE',
    },
  },
};

type Sums = { readonly xml: number; readonly total: number };

function withinLimits({ xml, total }: Sums): boolean {
  return xml <= ZIP_LIMITS.xmlBytes && total <= ZIP_LIMITS.totalBytes;
}

/**
 * Walks through a foreign container before a library parses it. What the directory claims is checked first; then every entry
 * is really unpacked and counted, but not kept, because a directory can lie. That it is what it should be is for
 * {@link file://./file-kind.ts} to say, before. Workbooks of today need none of
 * this: package-parts.ts unpacks only what is read.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError PLAN_TOO_LARGE, DOCUMENT_BOMB, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED (single entries), or the like of
 *   a workbook: FILE_TOO_LARGE, WORKBOOK_BOMB, WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTED
 */
export async function checkContainer(bytes: Uint8Array, file: string, kind: 'docx' | 'workbook'): Promise<void> {
  const { codes, picture } = CONTAINERS[kind];
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
  const names = entries.map(entryName);
  const objection = names.map((name) => validateFileName(name)).find((message) => message !== null);
  if (objection !== undefined) throw damaged(new Error(objection));
  if (entries.some((entry) => entry.isEncrypted())) throw new AppError(codes.encrypted, { file });

  const sums = entries.reduce(
    (before: Sums, { uncompressedSize }, index): Sums => ({
      xml: before.xml + (picture.test(names[index] ?? '') ? 0 : uncompressedSize),
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
