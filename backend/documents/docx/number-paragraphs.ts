import { SaxesParser } from 'saxes';
import { type CountedNumber, numberMark } from '../document-text.ts';
import { ListCounter } from '../lists/list-counter.ts';
import type { DocxNumbering } from './numbering.ts';
import { assertDepth } from './xml-tree.ts';

/** The document's XML with the numbers written into it as text. */
export type NumberedXml = {
  readonly xml: string;
  /** The numbers that were written, each behind its {@link numberMark mark}. */
  readonly numbers: readonly CountedNumber[];
  /** Words in text boxes were left out. */
  readonly hadTextBoxes: boolean;
};

/** What is known of a paragraph while its XML goes by. */
type Paragraph = {
  prefix: string;
  insertAt: number;
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** The paragraph's end is a tracked deletion: its words go on in the next paragraph. */
  markDeleted: boolean;
  hasWords: boolean;
  readonly inCell: boolean;
};

type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** Properties as they were before a tracked change; they count no more. */
const OLD_PROPERTIES = new Set(['pPrChange', 'rPrChange', 'numberingChange', 'sectPrChange']);
/** Tracked deletions, whose words mammoth leaves out. */
const DELETED = new Set(['del', 'moveFrom']);
const TEXT_BOX = 'txbxContent';

/**
 * Writes the automatic numbers of a document into its XML as ordinary words, because a reader of the text would
 * never see them (pitfall 48), and takes its text boxes out. Everything else stays as it is, byte for byte.
 *
 * @param xml the main part, word/document.xml
 * @throws Error when it is no well-formed XML
 */
export function numberParagraphs(xml: string, numbering: DocxNumbering): NumberedXml {
  const counter = new ListCounter();
  const edits: Edit[] = [];
  const open: string[] = [];
  const paragraphs: Paragraph[] = [];
  let boxStart: number | undefined;
  let boxDepth = 0;
  let oldDepth = 0;
  let deletedDepth = 0;
  let cellDepth = 0;
  let hadTextBoxes = false;
  const numbers: CountedNumber[] = [];
  /** Where the words of paragraphs with a deleted end begin: the next number stands before them. */
  let mergedAt: number | undefined;

  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, prefix, attributes }) => {
    const value = Object.values(attributes).find((attribute) => attribute.local === 'val')?.value;
    const [parent, grandparent, great] = [open.at(-1), open.at(-2), open.at(-3)];
    open.push(local);
    assertDepth(open.length);
    if (local === TEXT_BOX && boxDepth++ === 0) boxStart = parser.position;
    if (boxDepth > 0) return;
    if (OLD_PROPERTIES.has(local)) oldDepth++;
    if (local === 'tc') cellDepth++;
    if (oldDepth > 0) return;
    const paragraph = paragraphs.at(-1);
    if (local === 'p') {
      paragraphs.push({
        prefix,
        insertAt: parser.position,
        styleId: undefined,
        numId: undefined,
        level: undefined,
        markDeleted: false,
        hasWords: false,
        inCell: cellDepth > 0,
      });
    } else if (paragraph !== undefined && parent === 'pPr' && grandparent === 'p') {
      if (local === 'pStyle') paragraph.styleId = value;
    } else if (paragraph !== undefined && grandparent === 'pPr' && great === 'p') {
      if (parent === 'numPr' && local === 'numId') paragraph.numId = value;
      if (parent === 'numPr' && local === 'ilvl') paragraph.level = Number.parseInt(value ?? '', 10) || 0;
      if (parent === 'rPr' && local === 'del') paragraph.markDeleted = true;
    } else if (DELETED.has(local)) deletedDepth++;
  });
  parser.on('text', (text) => {
    const paragraph = paragraphs.at(-1);
    if (text.trim() === '') return;
    if (boxDepth > 0) hadTextBoxes = true;
    else if (paragraph !== undefined && deletedDepth === 0 && open.at(-1) === 't') paragraph.hasWords = true;
  });
  parser.on('closetag', ({ local }) => {
    open.pop();
    if (local === TEXT_BOX && --boxDepth === 0 && boxStart !== undefined) {
      edits.push({ start: boxStart, end: Math.max(boxStart, xml.lastIndexOf('<', parser.position - 1)), text: '' });
      return;
    }
    if (boxDepth > 0) return;
    if (OLD_PROPERTIES.has(local)) oldDepth--;
    else if (local === 'tc') {
      cellDepth--;
      // Words go on in the next paragraph of the same cell only; a deleted row takes its paragraphs with it.
      mergedAt = undefined;
    }
    if (oldDepth > 0) return;
    const paragraph = paragraphs.at(-1);
    if (local === 'p' && paragraph !== undefined) {
      paragraphs.pop();
      if (paragraph.markDeleted) {
        mergedAt ??= paragraph.insertAt;
        return;
      }
      const at = mergedAt ?? paragraph.insertAt;
      const place = numbering.placeOf(paragraph);
      // An empty paragraph is counted as well, but only in a table is its number all it has to say.
      const label = place === undefined ? '' : counter.next(place);
      if (label !== '' && (paragraph.hasWords || paragraph.inCell || mergedAt !== undefined)) {
        edits.push({ start: at, end: at, text: runOf(numberMark(numbers.length) + label, paragraph.prefix) });
        numbers.push({ label, list: `${place?.list.sequence}:${place?.level}` });
      }
      mergedAt = undefined;
    } else if (local === 'pPr' && open.at(-1) === 'p' && paragraph !== undefined) {
      paragraph.insertAt = parser.position;
    } else if (DELETED.has(local) && deletedDepth > 0 && !open.includes('pPr')) deletedDepth--;
  });
  parser.write(xml).close();
  return { xml: applyEdits(xml, edits), numbers, hadTextBoxes };
}

function runOf(label: string, prefix: string): string {
  const name = prefix === '' ? '' : `${prefix}:`;
  const text = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}r><${name}t xml:space="preserve">${text}</${name}t></${name}r>`;
}

function applyEdits(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted(
    (left, right) => left.start - right.start || left.end - right.end,
  )) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), text);
    at = end;
  }
  return parts.join('') + xml.slice(at);
}
