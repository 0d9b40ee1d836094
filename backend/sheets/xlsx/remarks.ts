import type { SheetRemark } from '../sheet.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { cellPlace } from './cell-place.ts';
import { RichTextBuilder } from './rich-text.ts';

/** What Excel writes into an old comment beside one of its new, threaded ones. */
const THREADED_NOTICE = /^\[(?:Threaded comment|线程批注|線程註解|会话批注)\]/u;

/** Comments (批注) of a sheet. @throws XmlFault */
export function readComments(xml: string): readonly SheetRemark[] {
  const remarks: SheetRemark[] = [];
  const rich = new RichTextBuilder();
  let reference: string | undefined;
  let above = '';
  scanXml(xml, {
    open: (name, attributes, parent) => {
      if (name === 'comment') reference = attributes.get('ref');
      else if (name === 't') above = parent;
      else rich.open(name, attributes, parent);
    },
    close: (name) => {
      if (name !== 'comment') return rich.close(name);
      const text = rich.take().text.trim();
      if (text !== '' && !THREADED_NOTICE.test(text)) remarks.push(remark('comment', reference, text));
    },
    text: (text, parent) => rich.text(text, parent, above),
  });
  return remarks;
}

/** Comments of the newer kind, to which people answer each other. @throws XmlFault */
export function readThreadedComments(xml: string): readonly SheetRemark[] {
  const remarks: SheetRemark[] = [];
  let reference: string | undefined;
  let words = '';
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'threadedComment') return;
      reference = attributes.get('ref');
      words = '';
    },
    close: (name) => {
      if (name === 'threadedComment' && words.trim() !== '') remarks.push(remark('comment', reference, words.trim()));
    },
    text: (text, parent) => {
      if (parent === 'text') words += text;
    },
  });
  return remarks;
}

function remark(kind: SheetRemark['kind'], reference: string | undefined, text: string): SheetRemark {
  const place = cellPlace(reference);
  return { kind, row: place?.row ?? null, column: place?.column ?? null, text };
}

/** What stands over the cells of a sheet: pictures, and boxes and shapes with words in them. @throws XmlFault */
export function readDrawing(xml: string): readonly SheetRemark[] {
  const remarks: SheetRemark[] = [];
  let place: { row: number | null; column: number | null } = { row: null, column: null };
  let words = '';
  /** Depth of what an older program would show instead, and so stands there twice. */
  let fallback = 0;
  scanXml(xml, {
    open: (name, _, parent) => {
      if (name === 'Fallback') fallback++;
      if (name.endsWith('Anchor')) place = { row: null, column: null };
      else if (name === 'p' && parent === 'txBody' && words !== '') words += '\n';
      else if (name === 'br' && parent === 'p') words += '\n';
      else if (name === 'pic' && fallback === 0) remarks.push({ kind: 'picture', ...place, text: '' });
    },
    close: (name) => {
      if (name === 'Fallback') fallback--;
      if (name !== 'sp') return;
      if (words.trim() !== '') remarks.push({ kind: 'text-box', ...place, text: words.trim() });
      words = '';
    },
    text: (text, parent) => {
      if (fallback > 0) return;
      if (parent === 't') words += text;
      else if (parent === 'row' && place.row === null) place.row = Number(text) + 1;
      else if (parent === 'col' && place.column === null) place.column = Number(text) + 1;
    },
  });
  return remarks;
}
