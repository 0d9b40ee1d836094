import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** An entry that is not whole: it does not unpack, or to other bytes than the directory says. */
export class PartFault extends Error {
  /** It holds more than its directory says. */
  get isTooLarge(): boolean {
    const { cause } = this;
    return cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
  }
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks one entry of a zip in memory, at most to the size it claims. At once and not as a stream: of the many small
 * parts of a workbook a stream for each takes longer than all the unpacking.
 *
 * @throws PartFault
 */
export async function unpackEntry(zip: ZipFile, entry: Entry, bytes: Uint8Array): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new PartFault('encrypted');
  let content: Uint8Array;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    content = inflate(packed, entry);
  } catch (cause) {
    throw new PartFault('does not unpack', { cause });
  }
  if (content.byteLength !== entry.uncompressedSize) throw new PartFault('of another size than the directory says');
  if (crc32(content) !== entry.crc32) throw new PartFault('of another checksum than the directory says');
  return content;
}

function inflate(packed: Uint8Array, { compressionMethod, uncompressedSize }: Entry): Uint8Array {
  switch (compressionMethod) {
    case STORED:
      return packed;
    case DEFLATED:
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
    default:
      throw new PartFault(`compression method ${compressionMethod}`);
  }
}
