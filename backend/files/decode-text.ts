import { AppError } from '#shared/errors.ts';

/** A 200-page plan is about 0.5 MB of text; forty times that is no plan any more. */
export const PLAN_BYTES_LIMIT = 20 * 1024 * 1024;

/** First bytes of files that people take for text: office packages, old Office, PDF, RTF, pictures, archives, programs. */
const BINARY_SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x4d, 0x5a, 0x90],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** Control characters other than tab, line feed, form feed, carriage return. Text has none; one in a thousand is forgiven. */
const CONTROL_SHARE_LIMIT = 0.001;

/**
 * Turns the bytes of a text file into text: UTF-8 (with or without byte-order mark), UTF-16 with one,
 * otherwise GB18030, which covers GBK and GB2312 files from older WPS and Windows Notepad.
 *
 * @param bytes the whole file
 * @param file name for the message
 * @throws AppError PLAN_TOO_LARGE above {@link PLAN_BYTES_LIMIT}; FILE_NOT_TEXT for anything that is not text
 */
export function decodeText(bytes: Uint8Array, file = '所选文件'): string {
  if (bytes.length > PLAN_BYTES_LIMIT) throw new AppError('PLAN_TOO_LARGE', { file, limit: '20 MB' });
  if (BINARY_SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) {
    throw new AppError('FILE_NOT_TEXT', { file });
  }
  const text = decodeAs(encodingOf(bytes), bytes) ?? decodeAs('gb18030', bytes);
  if (text === undefined || hasTooManyControls(text)) throw new AppError('FILE_NOT_TEXT', { file });
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The decoders drop a byte-order mark themselves; `undefined` when the bytes are not valid in that encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // A fatal decoder says "not this encoding" with a TypeError; anything else is a bug and must surface.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function hasTooManyControls(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || code === 11 || (code > 13 && code < 32) || code === 127) controls++;
  }
  return controls > text.length * CONTROL_SHARE_LIMIT;
}
