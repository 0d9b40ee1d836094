import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of a part. Attributes go by their local name, those of relationships by `r:id`, others by `{uri}name`. */
export type XmlElement = {
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, all stretches of it together. */
  readonly text: string;
  /** Prefixes declared on it. */
  readonly prefixes: readonly string[];
};

type Growing = XmlElement & { children: XmlElement[]; text: string };

const RELATIONS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

function attributeName(uri: string, prefix: string, local: string): string {
  if (prefix === '') return local;
  if (RELATIONS.includes(uri)) return `r:${local}`;
  if (uri === COMPATIBILITY) return `mc:${local}`;
  return prefix === 'xml' ? `xml:${local}` : `{${uri}}${local}`;
}

function elementOf(tag: SaxesTagNS): Growing {
  const attributes: Record<string, string> = {};
  const prefixes: string[] = [];
  for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
    if (uri === XMLNS) prefixes.push(prefix === '' ? '' : local);
    else attributes[attributeName(uri, prefix, local)] = value;
  }
  return { local: tag.local, uri: tag.uri, attributes, prefixes, children: [], text: '' };
}

/** The text of a part: UTF-8 or UTF-16 with a mark, as packages allow. @throws Error when its bytes are not */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
}

/** The tree of a part. @throws Error for whatever XML forbids, a document type included */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type, which packages forbid');
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decodeXml(bytes)).close();
  if (!root) throw new Error('no element');
  return root;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** The element itself and everything in it. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

/** Children as a program sees them that knows no extension: of alternatives the first choice's. */
export function plainChildren(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.uri === COMPATIBILITY && child.local === 'AlternateContent' ? (child.children[0]?.children ?? []) : [child],
  );
}

/**
 * Whether the children known by the order stand in it, each once unless it is said to repeat (`name*`).
 *
 * @returns one sentence for each that does not; children of other names are told as well
 */
export function orderFaults(element: XmlElement, order: readonly string[]): readonly string[] {
  const places = new Map(order.map((name, index) => [name.replace('*', ''), index]));
  const faults: string[] = [];
  let last = -1;
  let lastName = '';
  for (const child of plainChildren(element)) {
    // What another namespace holds is an extension's own affair.
    if (child.uri !== element.uri) continue;
    const place = places.get(child.local);
    if (place === undefined) {
      faults.push(`<${child.local}> does not belong into <${element.local}>`);
      continue;
    }
    if (place < last) faults.push(`element order: <${child.local}> after <${lastName}>`);
    if (place === last && !order[place]?.endsWith('*')) faults.push(`<${child.local}> twice in <${element.local}>`);
    if (place >= last) lastName = child.local;
    last = Math.max(place, last);
  }
  return faults;
}

/** A whole number of an attribute: `NaN` for anything else, `undefined` when it is not there. */
export function wholeNumber(element: XmlElement | undefined, attribute: string): number | undefined {
  const text = element?.attributes[attribute];
  if (text === undefined) return undefined;
  return /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Whether a list says itself how long it is, and is right. @returns the fault, or nothing */
export function countFault(list: XmlElement, attribute = 'count', length = list.children.length): readonly string[] {
  const said = wholeNumber(list, attribute);
  return said === undefined || said === length ? [] : [`<${list.local}> says ${attribute} ${said}, has ${length}`];
}
