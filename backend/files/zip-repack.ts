import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
const END = { signature: 0x06054b50, bytes: 22 } as const;
const VERSION = 20;
const DEFLATED = 8;
/** Sizes stand behind the data, not before it. Here they are always known before. */
const SIZES_BEHIND = 0x8;
const UTF8_NAME = 0x800;
/** 1 January 1980, the first day a zip knows: a changed part has no time of its own, so equal input gives equal files. */
const NO_DATE = 0x21;
/** XML shrinks to a tenth at any level; a higher one takes twice the time and more for a fifth of what is left. */
const LEVEL = 1;

type Packed = {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly content: Uint8Array;
  readonly size: number;
  readonly attributes: number;
};

/**
 * A zip with some of its entries replaced and others added behind them. All the rest is copied packed, as it is: that
 * it is the same needs no proof, and a large picture costs nothing.
 *
 * @param changed new contents by the entries' places in `entries`
 * @param added contents of new entries by their names
 * @throws Error when the zip leads outside itself
 */
export async function repackZip(
  bytes: Uint8Array,
  zip: ZipFile,
  entries: readonly Entry[],
  changed: ReadonlyMap<Entry, Uint8Array>,
  added: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const packed: Packed[] = [];
  for (const entry of entries) {
    const content = changed.get(entry);
    const name = entry.fileNameRaw;
    const attributes = entry.externalFileAttributes;
    if (content !== undefined) {
      packed.push({ ...deflated(content), name, flags: entry.generalPurposeBitFlag & UTF8_NAME, attributes });
      continue;
    }
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    if (end > bytes.byteLength) throw new Error('an entry ends behind its zip');
    packed.push({
      name,
      flags: entry.generalPurposeBitFlag & ~SIZES_BEHIND,
      method: entry.compressionMethod,
      time: entry.lastModFileTime,
      date: entry.lastModFileDate,
      crc: entry.crc32,
      content: bytes.subarray(fileDataStart, end),
      size: entry.uncompressedSize,
      attributes,
    });
  }
  for (const [name, content] of added) {
    packed.push({ ...deflated(content), name: new TextEncoder().encode(name), flags: UTF8_NAME, attributes: 0 });
  }
  return joined(packed);
}

function deflated(content: Uint8Array): Omit<Packed, 'name' | 'flags' | 'attributes'> {
  return {
    method: DEFLATED,
    time: 0,
    date: NO_DATE,
    crc: crc32(content),
    content: deflateRawSync(content, { level: LEVEL }),
    size: content.byteLength,
  };
}

/** In memory of its own: a small Buffer lies in a pool with others, and whoever takes its `buffer` gets theirs too. */
function joined(packed: readonly Packed[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of packed) {
    const head = Buffer.alloc(LOCAL.bytes);
    head.writeUInt32LE(LOCAL.signature, 0);
    head.writeUInt16LE(VERSION, 4);
    common(head, 6, entry);
    const line = Buffer.alloc(CENTRAL.bytes);
    line.writeUInt32LE(CENTRAL.signature, 0);
    line.writeUInt16LE(VERSION, 4);
    line.writeUInt16LE(VERSION, 6);
    common(line, 8, entry);
    line.writeUInt32LE(entry.attributes >>> 0, 38);
    line.writeUInt32LE(at, 42);
    pieces.push(head, entry.name, entry.content);
    directory.push(line, entry.name);
    at += head.byteLength + entry.name.byteLength + entry.content.byteLength;
  }
  const size = directory.reduce((sum, piece) => sum + piece.byteLength, 0);
  const end = Buffer.alloc(END.bytes);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  const whole = new Uint8Array(at + size + end.byteLength);
  let place = 0;
  for (const piece of [...pieces, ...directory, end]) {
    whole.set(piece, place);
    place += piece.byteLength;
  }
  return whole;
}

/** What stands in both heads of an entry, in the same order; no fields beside it. */
function common(head: Buffer, at: number, { flags, method, time, date, crc, content, size, name }: Packed): void {
  head.writeUInt16LE(flags, at);
  head.writeUInt16LE(method, at + 2);
  head.writeUInt16LE(time, at + 4);
  head.writeUInt16LE(date, at + 6);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(content.byteLength, at + 12);
  head.writeUInt32LE(size, at + 16);
  head.writeUInt16LE(name.byteLength, at + 20);
}
