import { BUILTIN_FORMATS } from '#backend/sheets/builtin-formats.ts';
import { numberFormat } from '#backend/sheets/number-format.ts';
import { isOn } from '#backend/sheets/xlsx/rich-text.ts';
import { scanXml, type XmlAttributes } from '#backend/sheets/xml/scan-xml.ts';

/** What of a cell's look decides how something is written into it. */
export type CellLook = {
  readonly percent: boolean;
  readonly date: boolean;
  /** Numbers in it are shown as the words they are made of. */
  readonly isText: boolean;
  readonly wraps: boolean;
  readonly fontSize: number;
  /** Some side of it is ruled. */
  readonly ruled: boolean;
};

const PLAIN: CellLook = { percent: false, date: false, isText: false, wraps: false, fontSize: 11, ruled: false };

export type CellLooks = { readonly of: (style: number) => CellLook };

/** @param xml of the part styles.xml; `undefined`: the workbook has none @throws XmlFault */
export function cellLooks(xml: string | undefined): CellLooks {
  const codes = new Map<number, string>();
  const sizes: number[] = [];
  const borders: boolean[] = [];
  const looks: CellLook[] = [];
  const alignments: boolean[] = [];
  const open = (name: string, attributes: XmlAttributes, parent: string): void => {
    if (name === 'numFmt' && parent === 'numFmts') {
      codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (name === 'font' && parent === 'fonts') sizes.push(PLAIN.fontSize);
    else if (name === 'sz' && parent === 'font' && sizes.length > 0)
      sizes[sizes.length - 1] = Number(attributes.get('val'));
    else if (name === 'border' && parent === 'borders') borders.push(false);
    else if (parent === 'border' && borders.length > 0 && (attributes.get('style') ?? 'none') !== 'none') {
      borders[borders.length - 1] = true;
    } else if (name === 'xf' && parent === 'cellXfs') {
      alignments.push(false);
      const id = Number(attributes.get('numFmtId') ?? 0);
      const code = codes.get(id) ?? BUILTIN_FORMATS[id] ?? 'General';
      const format = numberFormat(code);
      looks.push({
        percent: format.percent,
        date: format.date,
        isText: code === '@',
        wraps: false,
        fontSize: sizes[Number(attributes.get('fontId') ?? 0)] ?? PLAIN.fontSize,
        ruled: borders[Number(attributes.get('borderId') ?? 0)] ?? false,
      });
    } else if (name === 'alignment' && parent === 'xf' && looks.length > 0 && alignments.length === looks.length) {
      const wrap = attributes.get('wrapText');
      alignments[looks.length - 1] ||= wrap !== undefined && isOn(wrap);
    }
  };
  if (xml !== undefined) scanXml(xml, inCellLooksOnly(open));
  const settled = looks.map((look, index) => ({ ...look, wraps: alignments[index] ?? false }));
  return { of: (style) => settled[style] ?? settled[0] ?? PLAIN };
}

/** Alignments stand in named looks and in differences too: those are not a cell's. */
function inCellLooksOnly(open: (name: string, attributes: XmlAttributes, parent: string) => void) {
  let within = '';
  return {
    open: (name: string, attributes: XmlAttributes, parent: string): void => {
      if (parent === 'styleSheet') within = name;
      if (within === 'dxfs' || within === 'cellStyleXfs') return;
      open(name, attributes, parent);
    },
  };
}
