import { CFB } from '@e965/xlsx';

const FIB_BYTES = 1024;
const PIECES_OFFSET = 0x01a2;

/**
 * A small binary Word file: one piece of text, no formats ([MS-DOC] 2.4.1). Paragraphs are parted by line breaks.
 *
 * @param options.encrypted sets the flag alone, which is what a reader must look at first
 * @param options.properties bytes of paragraph properties, put behind the text
 */
export function docOf(
  text: string,
  options: { readonly encrypted?: boolean; readonly properties?: Uint8Array } = {},
): Uint8Array {
  const words = Buffer.from(text.replaceAll('\n', '\r'), 'utf16le');
  const fib = Buffer.alloc(FIB_BYTES);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(0x0200 | (options.encrypted === true ? 0x0100 : 0), 0x0a);
  fib.writeUInt32LE(FIB_BYTES, 0x18);
  fib.writeUInt32LE(text.length, 0x4c);
  fib.writeUInt32LE(0, PIECES_OFFSET);
  // Character and paragraph formats: a table with no entry, which is one end position alone.
  for (const at of [0x00fa, 0x0102]) fib.writeUInt32LE(4, at + 4);
  const pieces = Buffer.alloc(5 + 8 + 8);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(FIB_BYTES, 15);
  const file = CFB.utils.cfb_new();
  // Streams under 4096 bytes go elsewhere in the container; padding keeps both readers on the usual path.
  const stream = Buffer.concat([fib, words, options.properties ?? Buffer.alloc(0), Buffer.alloc(8192)]);
  CFB.utils.cfb_add(file, '/WordDocument', stream);
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat([pieces, Buffer.alloc(8192)]));
  const written: unknown = CFB.write(file, { type: 'buffer' });
  if (!(written instanceof Uint8Array)) throw new Error('the container was not written as bytes');
  return Uint8Array.from(written);
}
