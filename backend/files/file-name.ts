/** Longest file name made from text, in characters; with its extension it stays under every file system's limit. */
const FILE_NAME_MAX = 80;

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * Makes a file name (without extension) from any text.
 *
 * SECURITY: the result has no separator, so a text from outside can never name another folder.
 */
export function safeFileName(text: string): string {
  const name = text
    .replace(/[\p{Cc}\p{Surrogate}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(DEVICE_NAME, '_$&');
  const short = [...name].slice(0, FILE_NAME_MAX).join('');
  return short.replace(/^[. ]+|[. ]+$/g, '') || '未命名';
}
