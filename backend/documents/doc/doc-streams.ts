/** The two streams of a binary Word file that hold its text and what is said about it ([MS-DOC] 2.1). */
export type DocStreams = { readonly word: DataView; readonly table: DataView };

/** Where the entries of FibRgFcLcb97 begin, a place and a size each ([MS-DOC] 2.5.6). */
const FC_LCB_OFFSET = 0x9a;
const FC_LCB_SIZE = 8;

/** Entries of that table which are read here, by their index. */
export const PARTS = { styles: 1, paragraphs: 13, pieces: 33, lists: 73, overrides: 74 } as const;

/** The place and size of a part in the table stream. @throws RangeError outside the file, as all reading here */
export function placeOf({ word }: DocStreams, part: number): { readonly at: number; readonly size: number } {
  const entry = FC_LCB_OFFSET + part * FC_LCB_SIZE;
  return { at: word.getUint32(entry, true), size: word.getUint32(entry + 4, true) };
}

/** A property of a paragraph or list level: its code, and where its value is ([MS-DOC] 2.6). */
export type Property = { readonly code: number; readonly at: number };

const SPRM_TABLE = 0xd608;
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** The properties in a stretch of bytes; a broken stretch ends early. */
export function propertiesIn(view: DataView, start: number, end: number): readonly Property[] {
  const found: Property[] = [];
  for (let at = start; at + 2 < end; ) {
    const code = view.getUint16(at, true);
    at += 2;
    found.push({ code, at });
    if (code === SPRM_TABLE) at += 1 + view.getUint16(at, true);
    else at += SIZES[code >> 13] || 1 + view.getUint8(at);
  }
  return found;
}
