/**
 * Longest name made from text, in characters. 80 Chinese ones take 240 bytes, and file systems take 255: there is
 * room for an ending.
 */
export const FILE_NAME_MAX = 80;

/** Signs no file name may hold on Windows; a file made elsewhere travels there on a USB stick. */
const FORBIDDEN = /[\\/:*?"<>|]/g;

/** Names that Windows keeps for devices, with or without an ending. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** What a program would take for the kind of a file: .xlsx, .db. */
const ENDING = /\.[0-9a-z]{1,5}$/i;

/**
 * Makes a file name (without its ending) from any text. The one rule for every name the program gives.
 *
 * SECURITY: the result has no separator, so a text from outside can never name another folder.
 *
 * @param max characters kept, for a name to which more is added
 */
export function safeFileName(text: string, max = FILE_NAME_MAX): string {
  const name = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Surrogate}\p{Cf}]/gu, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+/, '')
    .replace(DEVICE_NAME, '_$&');
  const short = [...name].slice(0, max).join('');
  return short.replace(/[. ]+$/, '') || '未命名';
}

/** The same for a name that already has its ending, which is kept however long the name is: 责任台账.xlsx. */
export function safeFileNameWithEnding(name: string): string {
  const ending = ENDING.exec(name.trim())?.[0] ?? '';
  return safeFileName(name.trim().slice(0, name.trim().length - ending.length)) + ending;
}
