import { OddPackageError } from '../package/xml-part.ts';
import type { SheetPlaces } from './sheet-places.ts';

/** Where the box of a remark stands: the drawing that Excel, WPS and LibreOffice want beside the remark itself. */
export type RemarkBox = {
  readonly row: number;
  readonly column: number;
  /** Length of its words, in Chinese characters: how tall it must be. */
  readonly length: number;
};

/** The kinds of elements in such a drawing, and the prefixes that Excel writes them with. */
const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
type Prefixes = Readonly<Record<keyof typeof NAMESPACES, string>>;

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Ids of shapes of the first block of a sheet. */
const FIRST_SHAPE = 1025;

/** A drawing of a sheet that had none. */
export function newBoxes(boxes: readonly RemarkBox[], sheet: SheetPlaces): string {
  const shapes = boxes.map((box, index) => shape(box, FIRST_SHAPE + index, index + 1, sheet)).join('');
  const kinds = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return `<xml ${kinds.join(' ')}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${SHAPE_TYPE}${shapes}</xml>`;
}

/**
 * Adds boxes to a drawing, which need not be well-formed: Excel itself writes `<br>` into it.
 *
 * @throws OddPackageError when it does not end, or does not name its kinds, as drawings of Excel do
 */
export function withBoxes(drawing: string, boxes: readonly RemarkBox[], sheet: SheetPlaces): string {
  const end = drawing.lastIndexOf('</xml>');
  if (end < 0) throw new OddPackageError('drawing');
  const prefixes = { v: prefixOf(drawing, 'v'), o: prefixOf(drawing, 'o'), x: prefixOf(drawing, 'x') };
  const ids = [...drawing.matchAll(/_x0000_s(\d{1,9})\b/g)].map((match) => Number(match[1]));
  const first = Math.max(FIRST_SHAPE - 1, ...ids) + 1;
  const shapes = boxes.map((box, index) => shape(box, first + index, ids.length + index + 1, sheet)).join('');
  const type = drawing.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  return drawing.slice(0, end) + prefixed(type + shapes, prefixes) + drawing.slice(end);
}

/** How a drawing writes the names of a kind: some programs do not write them as Excel does. */
function prefixOf(drawing: string, kind: keyof typeof NAMESPACES): string {
  const root = /<xml\b[^>]*>/.exec(drawing)?.[0] ?? '';
  const prefix = [...root.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].find(
    ([, , uri]) => uri === NAMESPACES[kind],
  )?.[1];
  if (prefix === undefined) throw new OddPackageError(`drawing without ${kind}`);
  return prefix;
}

/** Our own markup, written with other prefixes. There are no words of anybody in it. */
function prefixed(markup: string, prefixes: Prefixes): string {
  return markup.replace(
    /([<\s/])([vox]):(?=\w)/g,
    (_, before: string, kind: keyof Prefixes) => `${before}${prefixes[kind]}:`,
  );
}

function shape(box: RemarkBox, id: number, order: number, sheet: SheetPlaces): string {
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:80pt;z-index:${order};visibility:hidden`;
  return [
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='${style}' fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    `<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>`,
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor(box, sheet)}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${box.row - 1}</x:Row><x:Column>${box.column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** Pixels, about: of a box, of a character's width in columns, of a point. */
const BOX_WIDTH = 240;
const BOX_LINE = 17;
const CHARACTERS_IN_LINE = 18;
const BOX_LINES_MIN = 3;
const BOX_LINES_MAX = 24;
const CHARACTER_PIXELS = 7;
const POINT_PIXELS = 4 / 3;
const COLUMN_PIXELS = 64;
const ROW_PIXELS = 20;

/** Left column, offset, top row, offset, right column, offset, bottom row, offset: from 0, offsets in pixels. */
function anchor({ row, column, length }: RemarkBox, sheet: SheetPlaces): string {
  const lines = Math.min(Math.max(Math.ceil(length / CHARACTERS_IN_LINE) + 1, BOX_LINES_MIN), BOX_LINES_MAX);
  const heights = new Map(sheet.rows.map(({ number, tag }) => [number, Number(tag.attributes['ht'])]));
  const left = column;
  const top = Math.max(row - 2, 0);
  const right = along(left, BOX_WIDTH, (index) => {
    const found = sheet.columns.find(({ first, last }) => first <= index + 1 && index + 1 <= last);
    return found?.hidden === true ? 0 : (found?.width ?? COLUMN_PIXELS / CHARACTER_PIXELS) * CHARACTER_PIXELS;
  });
  const bottom = along(top, lines * BOX_LINE, (index) => {
    const height = heights.get(index + 1);
    return height === undefined || Number.isNaN(height) ? ROW_PIXELS : height * POINT_PIXELS;
  });
  return [left, 12, top, 8, right.index, right.offset, bottom.index, bottom.offset].join(', ');
}

/** From a row or column on, as many as a length needs, and how far into the last one. */
function along(from: number, length: number, sizeOf: (index: number) => number) {
  let rest = length;
  let index = from;
  // However many hidden ones stand there, the box ends somewhere.
  while (index < from + 200 && rest > sizeOf(index)) {
    rest -= sizeOf(index);
    index++;
  }
  return { index, offset: Math.max(0, Math.round(Math.min(rest, sizeOf(index)))) };
}
