import { SaxesParser } from 'saxes';

/** An element of a small part of a package, by local names; text is left out, because none of them holds any. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
};

type OpenElement = XmlElement & { readonly children: XmlElement[] };

/**
 * Deeper than any program nests: text in a table in a text box in a table takes about 40. Readers of XML walk up or
 * down the whole depth for every element, so that a hostile one costs hours or the stack.
 */
const DEPTH_MAX = 300;

/** @throws Error when elements are nested deeper than any program nests them */
export function assertDepth(depth: number): void {
  if (depth > DEPTH_MAX) throw new Error(`elements are nested ${depth} deep`);
}

/** @throws Error when the part is no well-formed XML */
export function parseXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [] };
  const stack: OpenElement[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value] as const));
    const element: OpenElement = { name: tag.local, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    assertDepth(stack.length);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

/** All elements of that name, at any depth, in document order. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The `val` of a child: how the format writes nearly every property. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('val');
}

/** The same as a whole number; `undefined` when it is missing or none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(valOf(element, name) ?? '', 10);
  return Number.isSafeInteger(value) ? value : undefined;
}
