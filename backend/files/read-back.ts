import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';

/**
 * How a file that was just written is read back, as a stranger would read it: from the disk, piece by piece, so that a
 * great one takes no more memory than a small one.
 */

/**
 * Reads all parts of a zip: each must unpack to the size and the checksum that the directory says.
 *
 * @throws Error when one does not, or the directory cannot be read to its end
 */
export async function checkZip(file: string): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      let sum = 0;
      // The library itself refuses a part of another size.
      for await (const piece of await zip.openReadStreamPromise(entry)) sum = crc32(piece, sum);
      if (sum !== entry.crc32) throw new Error(`another checksum than was written: ${entry.fileName}`);
    }
  } finally {
    zip.close();
  }
}

/** A PDF begins and ends with its own words (ISO 32000-1, 7.5.2 and 7.5.5). @throws Error when it does not */
export async function checkPdf(file: string): Promise<void> {
  let first = '';
  let last = '';
  for await (const piece of createReadStream(file)) {
    const text = new TextDecoder('latin1').decode(piece);
    if (first === '') first = text.slice(0, 5);
    last = (last + text).slice(-8);
  }
  if (first !== '%PDF-' || !last.includes('%%EOF')) throw new Error('not a whole PDF');
}

/** @throws SyntaxError when it is not whole */
export async function checkJson(file: string): Promise<void> {
  JSON.parse(await readFile(file, 'utf8'));
}

/** What the disk gives back of a file. */
export async function measured(file: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(file)) {
    hash.update(piece);
    bytes += piece.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}
