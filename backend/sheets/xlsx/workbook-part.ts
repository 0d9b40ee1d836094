import { scanXml } from '../xml/scan-xml.ts';
import { isOn } from './rich-text.ts';

type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relation: string };

/** What the main part of a workbook says: its sheets in order, and from when its days are counted. */
export type WorkbookPart = { readonly sheets: readonly SheetEntry[]; readonly date1904: boolean };

/** @throws XmlFault */
export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  scanXml(xml, {
    open: (name, attributes, parent) => {
      if (name === 'sheet' && parent === 'sheets') {
        const state = attributes.get('state');
        sheets.push({
          name: attributes.get('name') ?? '',
          hidden: state === 'hidden' || state === 'veryHidden',
          relation: attributes.get('id') ?? '',
        });
      } else if (name === 'workbookPr') {
        const value = attributes.get('date1904');
        date1904 = value !== undefined && isOn(value);
      }
    },
  });
  return { sheets, date1904 };
}
