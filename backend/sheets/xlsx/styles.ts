import { BUILTIN_FORMATS } from '../builtin-formats.ts';
import { type NumberFormat, numberFormat } from '../number-format.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { isOn } from './rich-text.ts';

/** What of a cell's style says how its value is to be read. */
export type ShownStyle = { readonly format: NumberFormat; readonly struck: boolean };

export const PLAIN_STYLE: ShownStyle = { format: numberFormat('General'), struck: false };

/** The styles that cells name by their place. @throws XmlFault */
export function readStyles(xml: string): readonly ShownStyle[] {
  const codes = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  scanXml(xml, {
    open: (name, attributes, parent) => {
      if (name === 'numFmt' && parent === 'numFmts') {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'font' && parent === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && parent === 'font' && isOn(attributes.get('val'))) {
        if (struckFonts.length > 0) struckFonts[struckFonts.length - 1] = true;
      } else if (name === 'xf' && parent === 'cellXfs') {
        cells.push({ format: Number(attributes.get('numFmtId') ?? 0), font: Number(attributes.get('fontId') ?? 0) });
      }
    },
  });
  return cells.map(({ format, font }) => ({
    format: numberFormat(codes.get(format) ?? BUILTIN_FORMATS[format] ?? 'General'),
    struck: struckFonts[font] === true,
  }));
}
