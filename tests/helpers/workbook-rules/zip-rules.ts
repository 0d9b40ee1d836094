import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

/** The parts by name, and which rules of zip archives and of part names are broken. */
export type Archive = { readonly parts: ReadonlyMap<string, Uint8Array>; readonly broken: readonly string[] };

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const SIZES_BEHIND = 8;
const LOCAL_HEADER = 0x04034b50;

/** What a package may not hold, of names alone. */
function nameFault(name: string): string | undefined {
  if (name.includes('\\')) return 'a backslash in its name';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'an absolute name';
  if (name.split('/').some((step) => step === '' || /^\.+$/.test(step) || step.endsWith('.'))) return 'an illegal name';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f]/.test(name) ? 'a control character in its name' : undefined;
}

type Entry = {
  readonly fileName: string;
  readonly generalPurposeBitFlag: number;
  readonly compressionMethod: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly relativeOffsetOfLocalHeader: number;
};

/** The header before the data must say what the directory says, or leave it to the one behind. */
function headerFaults(bytes: Buffer, entry: Entry): readonly string[] {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) return ['no header before its data'];
  const faults: string[] = [];
  const flags = bytes.readUInt16LE(at + 6);
  const method = bytes.readUInt16LE(at + 8);
  const [packed, plain] = [bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)];
  const nameLength = bytes.readUInt16LE(at + 26);
  const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
  if (name !== entry.fileName) faults.push(`the header before its data names it ${name}`);
  if (method !== entry.compressionMethod) faults.push('header and directory tell different methods');
  if ((flags & ~2048) !== (entry.generalPurposeBitFlag & ~2048))
    faults.push('header and directory tell different flags');
  const isBehind = (flags & SIZES_BEHIND) !== 0;
  if (isBehind && method === STORED) faults.push('stored, with its size behind it: a reader cannot know where it ends');
  const isWide = packed === 0xffffffff || plain === 0xffffffff;
  const agrees = packed === entry.compressedSize && plain === entry.uncompressedSize;
  if (!isWide && !agrees && !(isBehind && packed === 0 && plain === 0))
    faults.push('header and directory tell different sizes');
  return faults;
}

function entryFaults(bytes: Buffer, entry: Entry): readonly string[] {
  const name = nameFault(entry.fileName);
  const faults = name === undefined ? [] : [name];
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) faults.push('encrypted');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    faults.push(`packed by method ${entry.compressionMethod}`);
  }
  return [...faults, ...headerFaults(bytes, entry)];
}

/** Reads an archive strictly: nothing is put right in silence. */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
  const whole = Buffer.from(bytes);
  const parts = new Map<string, Uint8Array>();
  const broken: string[] = [];
  try {
    const zip = await fromBufferPromise(whole, { lazyEntries: true, autoClose: false, decodeStrings: false });
    const lower = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8');
      if (name.endsWith('/')) continue;
      const said = (fault: string): number => broken.push(`${name}: zip: ${fault}`);
      for (const fault of entryFaults(whole, { ...entry, fileName: name })) said(fault);
      if (lower.has(name.toLowerCase())) said('there twice');
      lower.add(name.toLowerCase());
      const data = await buffer(await zip.openReadStreamPromise(entry));
      if (crc32(data) !== entry.crc32) said('its check sum is wrong');
      parts.set(name, data);
    }
  } catch (error) {
    broken.push(`zip: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { parts, broken };
}
