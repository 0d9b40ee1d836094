/** End of a chain of sectors, and the marks of those that belong to none ([MS-CFB] 2.1). */
const MAX_REGULAR_SECTOR = 0xfffffffa;
const HEADER_BYTES = 512;
const HEADER = { sectorShift: 30, fatSectors: 44, firstDifat: 68, difatSectors: 72, difat: 76 } as const;
const DIFAT_IN_HEADER = 109;

/**
 * Whether the chains of sectors of a compound file (.xls, .doc, an encrypted file) all come to an end. Libraries follow
 * them without counting: one that leads back to itself fills the memory.
 */
export function hasSoundChains(bytes: Uint8Array): boolean {
  if (bytes.byteLength < HEADER_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(HEADER.sectorShift, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  const sectors = Math.ceil(bytes.byteLength / size);
  const table = tableOfSectors(view, size, sectors);
  return table !== undefined && endsEverywhere(table);
}

/** Which sector follows which; `undefined` when the list of where that stands leads back to itself. */
function tableOfSectors(view: DataView, size: number, sectors: number): Uint32Array | undefined {
  const places: number[] = [];
  for (let index = 0; index < DIFAT_IN_HEADER; index++) places.push(view.getUint32(HEADER.difat + index * 4, true));
  const perSector = size / 4;
  let next = view.getUint32(HEADER.firstDifat, true);
  for (let seen = 0; next < MAX_REGULAR_SECTOR; seen++) {
    const at = (next + 1) * size;
    if (seen > sectors) return undefined;
    if (at + size > view.byteLength) break;
    for (let index = 0; index < perSector - 1; index++) places.push(view.getUint32(at + index * 4, true));
    next = view.getUint32(at + size - 4, true);
  }
  const table = new Uint32Array(sectors).fill(MAX_REGULAR_SECTOR);
  let sector = 0;
  for (const place of places) {
    if (place >= MAX_REGULAR_SECTOR) continue;
    const at = (place + 1) * size;
    for (let index = 0; index < perSector && sector < sectors; index++, sector++) {
      if (at + index * 4 + 4 <= view.byteLength) table[sector] = view.getUint32(at + index * 4, true);
    }
  }
  return table;
}

/** A table of followers without circles: every sector is walked through once. */
function endsEverywhere(table: Uint32Array): boolean {
  /** 0: not seen, 1: on the way, 2: known to end. */
  const known = new Uint8Array(table.length);
  for (let start = 0; start < table.length; start++) {
    let at = start;
    while (at < table.length && known[at] === 0) {
      known[at] = 1;
      at = table[at] ?? MAX_REGULAR_SECTOR;
    }
    if (at < table.length && known[at] === 1) return false;
    for (let back = start; back < table.length && known[back] === 1; back = table[back] ?? MAX_REGULAR_SECTOR) {
      known[back] = 2;
    }
  }
  return true;
}
