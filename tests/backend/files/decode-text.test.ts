import { describe, expect, test } from 'vitest';
import { decodeText, PLAN_BYTES_LIMIT } from '#backend/files/decode-text.ts';
import { AppError } from '#shared/errors.ts';

const TEXT = '一、县教育局';
/** 一、县教育局 in GB18030. */
const GB = [0xd2, 0xbb, 0xa1, 0xa2, 0xcf, 0xd8, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6];

function codeOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes, '安排.txt');
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('the bytes of a plan', () => {
  test('are read as UTF-8 with or without its mark', () => {
    const utf8 = new TextEncoder().encode(TEXT);
    expect(decodeText(utf8)).toBe(TEXT);
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toBe(TEXT);
  });

  test('are read as UTF-16 of either order', () => {
    const little = Buffer.from(TEXT, 'utf16le');
    expect(decodeText(Uint8Array.of(0xff, 0xfe, ...little))).toBe(TEXT);
    expect(decodeText(Uint8Array.of(0xfe, 0xff, ...Buffer.from(little).swap16()))).toBe(TEXT);
  });

  test('are read as GB18030 when they are not UTF-8', () => {
    expect(decodeText(Uint8Array.from(GB))).toBe(TEXT);
  });

  test('an empty file is empty text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test.each([
    ['a Word or Excel file', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7')]],
    ['random bytes', Array.from({ length: 512 }, (_, index) => (index * 37) % 32)],
  ])('%s is refused with a sentence that says what to do', (_, bytes) => {
    expect(codeOf(Uint8Array.from(bytes))).toMatch(/^FILE_NOT_TEXT “安排\.txt”.*另存为/u);
  });

  test('more than 20 MB is refused before it is decoded', () => {
    expect(codeOf(new Uint8Array(PLAN_BYTES_LIMIT + 1))).toMatch(/^PLAN_TOO_LARGE .*20 MB/u);
  });
});
