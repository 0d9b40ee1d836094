/** Longest name made from text, in characters; there is room for an ending. */
export const FILE_NAME_MAX = 80;

/**
 * A Chinese character takes three bytes, a rare one or a picture four, and file systems of Linux take 255 for a name:
 * a name of so many characters may take no more than three bytes for each.
 */
const BYTES_PER_CHARACTER = 3;

/** Signs no file name may hold on Windows; a file made elsewhere travels there on a USB stick. */
const FORBIDDEN = /[\\/:*?"<>|]/g;

/** Invisible signs, which turn a name round or hide a part of it, and what is no sign at all. */
const UNSEEN = /[\p{Cc}\p{Surrogate}\p{Cf}\u{FFFE}\u{FFFF}]/gu;

/** Names that Windows keeps for devices, with or without an ending. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?= *(?:\.|$))/i;

/** What a program would take for the kind of a file: .xlsx, .db. */
const ENDING = /\.[0-9a-z]{1,5}$/i;

/** Whether Windows would take a name for a device, whatever its ending: CON.xlsx, nul. */
export function isDeviceName(name: string): boolean {
  return DEVICE_NAME.test(name);
}

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
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[. ]+/, '');
  const short = shortened(name, max).replace(/[. ]+$/, '');
  // The sign before a device's name is one more: the ending has room for it.
  return short.replace(DEVICE_NAME, '_$&') || '未命名';
}

/** The same for a name that already has its ending, which is kept however long the name is: 责任台账.xlsx. */
export function safeFileNameWithEnding(name: string): string {
  const ending = ENDING.exec(name.trim())?.[0] ?? '';
  return safeFileName(name.trim().slice(0, name.trim().length - ending.length)) + ending;
}

/** The beginning of a name that has no more characters, and takes no more room, than so many Chinese ones. */
function shortened(name: string, max: number): string {
  let room = max * BYTES_PER_CHARACTER;
  let kept = '';
  for (const sign of [...name].slice(0, max)) {
    room -= bytesOf(sign);
    if (room < 0) break;
    kept += sign;
  }
  return kept;
}

/** What one sign takes in UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
