import type { Entry } from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP's field with the name in UTF-8 (APPNOTE.TXT 4.6.9): id, then version, checksum, name. */
const UNICODE_PATH = { id: 0x7075, nameAt: 5 } as const;

/**
 * The name of an entry as a person sees it: UTF-8 where the zip says so or the bytes are, else GBK, in which Chinese
 * Windows writes names. Backslashes are made slashes. The name is a word, never a path to write to.
 */
export function entryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const unicode = extraFields.find(({ id }) => id === UNICODE_PATH.id)?.data.subarray(UNICODE_PATH.nameAt);
  const bytes = unicode !== undefined && unicode.byteLength > 0 ? unicode : fileNameRaw;
  return (decodeName(bytes, (generalPurposeBitFlag & UTF8_FLAG) !== 0) ?? '').replaceAll('\\', '/');
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}
