import { type DocStreams, PARTS, placeOf, propertiesIn } from './doc-streams.ts';

/** A paragraph of an old Word file, and what it and its style say of its number. */
export type DocParagraph = { readonly text: string } & ParagraphList;

type ParagraphList = {
  /** Index of a list override, from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
};
type Style = { readonly base: number } & Partial<ParagraphList>;
type Run = { readonly from: number; readonly to: number; readonly properties: ParagraphList };

/** A paragraph's properties "belongs to list n" and "on level m" ([MS-DOC] 2.6.2 sprmPIlfo, sprmPIlvl). */
const LIST_PROPERTY = 0x460b;
const LEVEL_PROPERTY = 0x260a;
const PAGE_SIZE = 512;
const NO_STYLE = 0x0fff;
const STYLE_CHAIN_MAX = 12;
const COMPRESSED = 0x40000000;
/** The end of a paragraph, of a cell, of a page. */
const PARAGRAPH_ENDS: ReadonlySet<number> = new Set([13, 7, 12]);

/**
 * The paragraphs of the main text, in their order.
 *
 * @throws RangeError when the file is damaged
 */
export function docParagraphsOf(streams: DocStreams, length: number): readonly DocParagraph[] {
  const { text, offsets } = textOf(streams, length);
  const runs = runsOf(streams, stylesOf(streams));
  const paragraphs: DocParagraph[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!PARAGRAPH_ENDS.has(text.charCodeAt(at))) continue;
    paragraphs.push({ text: text.slice(start, at), ...propertiesAt(runs, offsets[at] ?? 0) });
    start = at + 1;
  }
  return paragraphs;
}

/** Pieces of text need not stand in its order, so each place is looked up by itself. */
function propertiesAt(runs: readonly Run[], offset: number): ParagraphList {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.from <= offset ? run.properties : { list: 0, level: 0 };
}

/** The characters, and where each stands in the stream ([MS-DOC] 2.4.1). */
function textOf(streams: DocStreams, length: number): { readonly text: string; readonly offsets: Uint32Array } {
  const { word, table } = streams;
  const { at: clx, size } = placeOf(streams, PARTS.pieces);
  let at = clx;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  const plc = at + 5;
  const count = (table.getUint32(at + 1, true) - 4) / 12;
  const offsets = new Uint32Array(Math.min(length, word.byteLength));
  const latin = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let done = 0;
  for (let piece = 0; piece < count && plc + piece * 4 < clx + size && done < offsets.length; piece++) {
    const first = table.getUint32(plc + piece * 4, true);
    const end = Math.min(table.getUint32(plc + piece * 4 + 4, true), offsets.length);
    const place = table.getUint32(plc + (count + 1) * 4 + piece * 8 + 2, true);
    const isCompressed = (place & COMPRESSED) !== 0;
    const base = isCompressed ? (place & ~COMPRESSED) / 2 : place;
    const width = isCompressed ? 1 : 2;
    const bytes = new Uint8Array(word.buffer, word.byteOffset + base, Math.max(0, end - first) * width);
    parts.push(isCompressed ? latin.decode(bytes) : new TextDecoder('utf-16le').decode(bytes));
    for (let cp = first; cp < end; cp++) offsets[done++] = base + (cp - first) * width;
  }
  return { text: parts.join(''), offsets };
}

/** Stretches of the stream whose paragraphs have the same properties, rising ([MS-DOC] 2.8.6 and 2.9.174). */
function runsOf(streams: DocStreams, styles: readonly Style[]): readonly Run[] {
  const { word, table } = streams;
  const { at, size } = placeOf(streams, PARTS.paragraphs);
  const pages = Math.max(0, (size - 4) / 8);
  const runs: Run[] = [];
  // More pages than the stream has are a lie.
  for (let index = 0; index < Math.min(pages, word.byteLength / PAGE_SIZE); index++) {
    const page = (table.getUint32(at + (pages + 1) * 4 + index * 4, true) & 0x3fffff) * PAGE_SIZE;
    const count = word.getUint8(page + PAGE_SIZE - 1);
    for (let item = 0; item < count; item++) {
      const offset = word.getUint8(page + (count + 1) * 4 + item * 13) * 2;
      const from = word.getUint32(page + item * 4, true);
      const to = word.getUint32(page + item * 4 + 4, true);
      runs.push({ from, to, properties: offset === 0 ? { list: 0, level: 0 } : runAt(word, page + offset, styles) });
    }
  }
  return runs.toSorted((a, b) => a.from - b.from);
}

function runAt(word: DataView, at: number, styles: readonly Style[]): ParagraphList {
  const short = word.getUint8(at);
  const start = short === 0 ? at + 2 : at + 1;
  const size = short === 0 ? word.getUint8(at + 1) * 2 : short * 2 - 1;
  const own = listIn(word, start + 2, start + size);
  const styled = styleOf(styles, word.getUint16(start, true));
  return { list: own.list ?? styled.list ?? 0, level: own.level ?? styled.level ?? 0 };
}

function listIn(view: DataView, start: number, end: number): Partial<ParagraphList> {
  let found: Partial<ParagraphList> = {};
  for (const { code, at } of propertiesIn(view, start, end)) {
    if (code === LIST_PROPERTY) found = { ...found, list: view.getInt16(at, true) };
    if (code === LEVEL_PROPERTY) found = { ...found, level: view.getUint8(at) };
  }
  return found;
}

function styleOf(styles: readonly Style[], index: number): Partial<ParagraphList> {
  let found: Partial<ParagraphList> = {};
  let at = index;
  for (let links = 0; links < STYLE_CHAIN_MAX; links++) {
    const style = styles[at];
    if (style === undefined) break;
    const { base, ...own } = style;
    found = { ...own, ...found };
    at = base;
  }
  return found;
}

/** [MS-DOC] 2.9.271 STSH: each style's base, and its paragraph properties. */
function stylesOf(streams: DocStreams): readonly Style[] {
  const { table } = streams;
  const { at, size } = placeOf(streams, PARTS.styles);
  const header = table.getUint16(at, true);
  const count = table.getUint16(at + 2, true);
  const baseSize = table.getUint16(at + 4, true);
  const styles: Style[] = [];
  let next = at + 2 + header;
  for (let index = 0; index < count && next < at + size; index++) {
    const length = table.getUint16(next, true);
    const start = next + 2;
    next = start + length;
    styles.push(length < baseSize + 4 ? { base: NO_STYLE } : styleAt(table, start, start + length, baseSize));
  }
  return styles;
}

function styleAt(table: DataView, start: number, end: number, baseSize: number): Style {
  const kind = table.getUint16(start + 2, true);
  const base = kind >> 4;
  const isParagraphStyle = (kind & 0xf) === 1;
  const names = start + baseSize;
  const properties = names + 2 + table.getUint16(names, true) * 2 + 2;
  if (!isParagraphStyle || properties + 4 > end) return { base };
  const size = table.getUint16(properties, true);
  return { base, ...listIn(table, properties + 4, Math.min(end, properties + 2 + size)) };
}
