/**
 * How a data file of ours is told by its first bytes, whatever its name: SQLite's own words, and the number that says
 * whose file it is. Offsets: https://www.sqlite.org/fileformat.html section 1.3
 */
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

/** How many bytes of a file {@link isSqliteHeader} and {@link isDataFileHeader} want to see. */
export const HEADER_BYTES = 100;

/** ZRJZ. Stands in every data file that was ever made: never changed. */
export const APPLICATION_ID = 0x5a524a5a;

/** @param header the first bytes of a file; fewer than {@link HEADER_BYTES} are no header */
export function isSqliteHeader(header: Uint8Array): boolean {
  return header.byteLength >= HEADER_BYTES && [...MAGIC].every((letter, at) => header[at] === letter.charCodeAt(0));
}

/** @param header as for {@link isSqliteHeader} */
export function isDataFileHeader(header: Uint8Array): boolean {
  if (!isSqliteHeader(header)) return false;
  return new DataView(header.buffer, header.byteOffset).getUint32(APPLICATION_ID_AT) === APPLICATION_ID;
}
