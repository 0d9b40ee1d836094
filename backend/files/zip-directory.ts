import { fromBufferPromise, type ZipFile } from 'yauzl';
import { entryName } from './zip-names.ts';

/**
 * Opens the directory of a zip held in memory. Entries are read one by one. Their sizes are only what the directory
 * says; whoever unpacks one counts for himself.
 *
 * @throws Error when the bytes are no readable zip
 */
export function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names are decoded by zip-names.ts: the library refuses a whole zip for one name with a path in it.
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false, decodeStrings: false });
}

/** @returns the names of all entries. @throws Error when the directory cannot be read to its end */
export async function zipEntryNames(bytes: Uint8Array): Promise<readonly string[]> {
  const zip = await openZip(bytes);
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) names.push(entryName(entry));
  return names;
}
