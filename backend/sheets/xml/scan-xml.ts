import { SaxesParser } from 'saxes';

/** XML that does not hold together, or holds what no workbook needs: a document type with entities of its own. */
export class XmlFault extends Error {}

export type XmlAttributes = {
  /** An attribute by its name without prefix: `id` is also `r:id`; one without a prefix goes before. */
  readonly get: (name: string) => string | undefined;
};

/** What is told of a part, in its order. Names come without their prefix. */
export type XmlHandler = {
  readonly open: (name: string, attributes: XmlAttributes, parent: string) => void;
  readonly close?: (name: string, parent: string) => void;
  /** @param parent the element the words stand in */
  readonly text?: (text: string, parent: string) => void;
};

/** Deeper than this nobody writes a table. */
const DEPTH_MAX = 200;

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const NONE_PREFIXED: ReadonlyMap<string, string> = new Map();

/** Attributes with a prefix by their local names; of two the first. */
function prefixedAmong(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === undefined || !name.includes(':')) continue;
    found ??= new Map();
    if (!found.has(localName(name))) found.set(localName(name), value);
  }
  return found ?? NONE_PREFIXED;
}

/** Most attributes asked of a cell are not there: the prefixed ones are gathered once for all of them. */
function attributesOf(attributes: Readonly<Record<string, string>>): XmlAttributes {
  let prefixed: ReadonlyMap<string, string> | undefined;
  return {
    get: (name) => {
      const own = attributes[name];
      if (own !== undefined) return own;
      prefixed ??= prefixedAmong(attributes);
      return prefixed.get(name);
    },
  };
}

/**
 * Reads the XML of a part from front to end, keeping nothing: elements by their local names, whatever their prefixes
 * and namespaces, so that x:worksheet and the strict standard are read like any other. A document type is refused: what
 * feeds on entities ends here.
 *
 * @throws XmlFault
 */
export function scanXml(xml: string, { open, close, text }: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const stack: string[] = [];
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a document type');
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    open(name, attributesOf(tag.attributes), stack.at(-1) ?? '');
    if (stack.push(name) > DEPTH_MAX) throw new XmlFault('too deep');
  });
  parser.on('closetag', () => {
    const name = stack.pop() ?? '';
    close?.(name, stack.at(-1) ?? '');
  });
  if (text !== undefined) {
    const say = (words: string): void => text(words, stack.at(-1) ?? '');
    parser.on('text', say);
    parser.on('cdata', say);
  }
  // A mark of the byte order and blanks before the declaration, which some writers leave there, are no fault.
  parser.write(xml.trimStart()).close();
}
