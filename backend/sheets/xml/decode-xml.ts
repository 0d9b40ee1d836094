import { XmlFault } from './scan-xml.ts';

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** Encodings an XML part is taken in besides UTF-8; whatever else a declaration says is read as UTF-8, or not at all. */
const CHINESE = /^gb(?:k|2312|18030)$/i;

/** Characters that XML has no place for, as they are or by their numbers; they show nothing, and careless writers leave them. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]|&#(?:x0*(?:[0-8bcef]|1[\da-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

/**
 * The text of an XML part: UTF-8 as every office program writes it, UTF-16 by its mark, GBK where it says so.
 *
 * @throws XmlFault when the bytes are not valid in that encoding
 */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return plainXml('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return plainXml('utf-16be', bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.byteLength)).toString('latin1');
  const declared = DECLARED.exec(head)?.[1] ?? '';
  return plainXml(CHINESE.test(declared) ? 'gb18030' : 'utf-8', bytes);
}

function plainXml(encoding: string, bytes: Uint8Array): string {
  return decodeAs(encoding, bytes).replace(NOT_XML, '');
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    // A fatal decoder says "not this encoding" with a TypeError.
    if (cause instanceof TypeError) throw new XmlFault(`not ${encoding}`, { cause });
    throw cause;
  }
}
