import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';
import { openZip } from './zip-directory.ts';
import { ZIP_LIMITS } from './zip-limits.ts';
import { entryName } from './zip-names.ts';
import { repackZip } from './zip-repack.ts';
import { unpackEntry } from './zip-unpack.ts';

/** The parts of a workbook's container. Nothing is unpacked before it is asked for, and nothing else is looked at. */
export type PackageParts = {
  /** Names as written, but for backslashes and a slash in front. */
  readonly names: readonly string[];
  /**
   * A part's bytes, by its name in any case; `undefined` when there is none.
   *
   * @throws PartFault when it is damaged, or encrypted
   * @throws AppError WORKBOOK_BOMB when the parts asked for so far are more than ZIP_LIMITS.xmlBytes together
   */
  readonly part: (name: string) => Promise<Uint8Array | undefined>;
  /**
   * The container with these parts in the place of theirs, or behind them all; the others go over packed as they are.
   *
   * @throws Error when the container leads outside itself
   */
  readonly withParts: (changed: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
};

/** Part names do not differ by case alone (OPC, 6.2.2.3); some writers give them a slash in front. */
function plainName(name: string): string {
  return name.replace(/^\/+/, '');
}

/**
 * Opens the container of a workbook by its directory. Pictures, macros, other parts may be as large, as many or as
 * broken as they like: only what is asked for is unpacked, at most to the size it claims, and counted.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_DAMAGED, WORKBOOK_BOMB (more parts than ZIP_LIMITS.parts)
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<PackageParts> {
  if (bytes.byteLength > ZIP_LIMITS.fileBytes) {
    throw new AppError('FILE_TOO_LARGE', { file, limit: `${ZIP_LIMITS.fileBytes / 1024 / 1024} MB` });
  }
  const { zip, entries } = await readDirectory(bytes, file);
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = plainName(entryName(entry)).toLowerCase();
    if (!byName.has(name)) byName.set(name, entry);
  }
  let room: number = ZIP_LIMITS.xmlBytes;
  return {
    names: entries.map((entry) => plainName(entryName(entry))),
    part: async (name) => {
      const entry = byName.get(plainName(name).toLowerCase());
      if (entry === undefined) return undefined;
      if (entry.uncompressedSize > room) throw new AppError('WORKBOOK_BOMB', { file });
      const content = await unpackEntry(zip, entry, bytes);
      room -= content.byteLength;
      return content;
    },
    withParts: (changed) => {
      const replaced = new Map<Entry, Uint8Array>();
      const added = new Map<string, Uint8Array>();
      for (const [name, content] of changed) {
        const entry = byName.get(plainName(name).toLowerCase());
        if (entry === undefined) added.set(name, content);
        else replaced.set(entry, content);
      }
      return repackZip(bytes, zip, entries, replaced, added);
    },
  };
}

async function readDirectory(bytes: Uint8Array, file: string): Promise<{ zip: ZipFile; entries: readonly Entry[] }> {
  const entries: Entry[] = [];
  let zip: ZipFile;
  try {
    zip = await openZip(bytes);
    if (zip.entryCount <= ZIP_LIMITS.parts) for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw new AppError('WORKBOOK_DAMAGED', { file }, { cause });
  }
  if (zip.entryCount > ZIP_LIMITS.parts) throw new AppError('WORKBOOK_BOMB', { file });
  return { zip, entries };
}
